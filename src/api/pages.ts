import type { IncomingMessage, ServerResponse } from "node:http";
import type { Published } from "#core/desk/desks.ts";
import { ready } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import { tongueOfLanguages, type Told } from "#core/messages/tongue.ts";
import { factPage } from "./fact-page.ts";
import { document, PAGE_HEADERS, paragraphOf } from "./html.ts";

const nothing = (at: Told): string => document(tell(at, "page.none"), "", paragraphOf(tell(at, "page.noneHere")), at);
const busy = (at: Told): string => document(tell(at, "page.busy"), "", paragraphOf(tell(at, "page.wait")), at);

/**
 * Serves one page, or the one answer for everything else: it tells nothing of what there is. In the language that the
 * browser asks for.
 */
export async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  published: (path: string) => Promise<Published | undefined>,
): Promise<void> {
  const { method } = request;
  const at = await readerOf(request);
  if (method !== "GET" && method !== "HEAD") return end(request, response, 405, nothing(at), { allow: "GET, HEAD" });
  const found = await published(path);
  const page = found === undefined ? undefined : factPage(found.fact, found.snapshot, at.tongue);
  if (page === undefined) return end(request, response, 404, nothing(at));
  const { status, html, etag } = page;
  if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { ...PAGE_HEADERS, etag }).end();
  end(request, response, status, html, { etag });
}

/** What somebody is told who asks too often. */
export async function tooMany(request: IncomingMessage, response: ServerResponse, after: number): Promise<void> {
  end(request, response, 429, busy(await readerOf(request)), { "retry-after": String(after) });
}

async function readerOf({ headers }: IncomingMessage): Promise<Told> {
  const tongue = tongueOfLanguages(headers["accept-language"] ?? "");
  await ready(tongue);
  return { tongue };
}

function end(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { ...PAGE_HEADERS, ...headers, "content-length": Buffer.byteLength(html) })
    .end(method === "HEAD" ? undefined : html);
}
