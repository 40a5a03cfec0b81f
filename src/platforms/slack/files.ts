import { z } from "zod";
import { FETCH_MS, type Attached, type FileServer } from "#core/chat/attached.ts";
import type { Client } from "./web.ts";

// docs: File object. A file that was deleted, or that another workspace keeps to itself, has no address.
const FILE = z
  .object({ name: z.string(), url_private_download: z.string(), size: z.number() })
  .transform(({ name, url_private_download: url, size }): Attached => ({ name, url, size }));
const UNREACHABLE: Attached = { name: "", url: "", size: 0 };

/** The files of a message as Slack tells them; one without an address stays, and cannot be fetched. */
export function readFiles(files: unknown): readonly Attached[] {
  return Array.isArray(files) ? files.map((file: unknown) => FILE.safeParse(file).data ?? UNREACHABLE) : [];
}

/**
 * Slack's own server of files, which gives them to who shows the app's token (docs: Working with files). The token goes
 * to Slack's own servers only. Without the scope `files:read` Slack sends a page to sign in.
 */
export function fileServer(client: Client): FileServer {
  return { fetchFile: (file) => fetchFile(file, client), hint: "file.scope" };
}

async function fetchFile({ url }: Attached, client: Client): Promise<Uint8Array | undefined> {
  if (client.token === undefined || !isSlack(url, client.slackApiUrl)) return undefined;
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${client.token}` },
      signal: AbortSignal.timeout(FETCH_MS),
      redirect: "error",
    });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

function isSlack(address: string, api: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return url.origin === new URL(api).origin || (url.protocol === "https:" && url.hostname === "files.slack.com");
}
