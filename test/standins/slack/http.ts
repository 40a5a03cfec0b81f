import type { IncomingMessage, ServerResponse } from "node:http";
import { parse } from "node:querystring";
import type { Fault } from "./faults.ts";
import type { Fields } from "./json.ts";
import { fields, parsed } from "./json.ts";

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Arguments of a call, from JSON or form encoding, whichever was declared. */
export function argumentsOf(body: string, contentType: string): Fields {
  return contentType.startsWith("application/json") ? fields(parsed(body)) : { ...parse(body) };
}

export function answer(
  response: ServerResponse,
  status: number,
  body: Fields,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
}

/** Lets the fault have its way with this answer; false where the answer should go out after all. */
export function spoil(fault: Fault, response: ServerResponse): boolean {
  if (fault.hangUp === true) {
    response.destroy();
    return true;
  }
  if (fault.retryAfter !== undefined) {
    answer(response, 429, { ok: false, error: "ratelimited" }, { "retry-after": String(fault.retryAfter) });
    return true;
  }
  if (fault.status !== undefined) {
    response.writeHead(fault.status, { "content-type": "text/html" });
    response.end(`<html><body>Server error ${fault.status}</body></html>`);
    return true;
  }
  if (fault.error !== undefined) {
    answer(response, 200, { ok: false, error: fault.error });
    return true;
  }
  return false;
}
