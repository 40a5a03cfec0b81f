import type { IncomingMessage, ServerResponse } from "node:http";
import type { Published } from "#core/desk/desks.ts";
import { factPage } from "./fact-page.ts";
import { document, PAGE_HEADERS, paragraphOf } from "./html.ts";

const NOTHING = document("Nothing here", "", paragraphOf("There is nothing at this address."));
const BUSY = document("Too many requests", "", paragraphOf("Too many requests. Try again in a minute."));

/** Serves one page, or the one answer for everything else: it tells nothing of what there is. */
export async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  published: (path: string) => Promise<Published | undefined>,
): Promise<void> {
  const { method } = request;
  if (method !== "GET" && method !== "HEAD") return end(request, response, 405, NOTHING, { allow: "GET, HEAD" });
  const found = await published(path);
  const page = found === undefined ? undefined : factPage(found.fact, found.snapshot);
  if (page === undefined) return end(request, response, 404, NOTHING);
  const { status, html, etag } = page;
  if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { ...PAGE_HEADERS, etag }).end();
  end(request, response, status, html, { etag });
}

/** What somebody is told who asks too often. */
export function tooMany(request: IncomingMessage, response: ServerResponse, after: number): void {
  end(request, response, 429, BUSY, { "retry-after": String(after) });
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
