import type { IncomingMessage } from "node:http";
import type { Upload } from "./messages/writing.ts";

export interface Received {
  readonly body: unknown;
  readonly uploads: readonly Upload[];
  /** Whether the body was no JSON. */
  readonly broken: boolean;
}

/** Reads JSON, or multipart with `payload_json` and files: docs.discord.com/developers/reference#uploading-files. */
export async function readBody(request: IncomingMessage): Promise<Received> {
  const raw = Buffer.concat(await request.toArray());
  const type = request.headers["content-type"] ?? "";
  if (raw.byteLength === 0) return { body: undefined, uploads: [], broken: false };
  if (!type.startsWith("multipart/form-data")) return { ...parsed(raw.toString()), uploads: [] };
  const form = await new Response(raw, { headers: { "content-type": type } }).formData();
  const uploads: Upload[] = [];
  for (const [field, value] of form) {
    const index = /^files\[(\d+)\]$/u.exec(field)?.[1];
    if (index === undefined || typeof value === "string") continue;
    const content = Buffer.from(await value.arrayBuffer());
    uploads.push({ index: Number(index), name: value.name, type: value.type, content });
  }
  const payload = form.get("payload_json");
  return { ...parsed(typeof payload === "string" ? payload : "{}"), uploads };
}

function parsed(json: string): { readonly body: unknown; readonly broken: boolean } {
  try {
    return { body: JSON.parse(json), broken: false };
  } catch {
    return { body: undefined, broken: true };
  }
}
