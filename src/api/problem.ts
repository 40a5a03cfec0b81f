import { STATUS_CODES, type ServerResponse } from "node:http";
import { z } from "zod";

/** What went wrong with a request: RFC 9457, Problem Details for HTTP APIs. */
export const PROBLEM = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});

export function problem(
  response: ServerResponse,
  status: number,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body: z.infer<typeof PROBLEM> = { type: "about:blank", title: STATUS_CODES[status] ?? "", status, detail };
  send(response, status, body, { "content-type": "application/problem+json", ...headers });
}

export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { "content-type": "application/json", "cache-control": "private, no-cache", ...headers })
    .end(JSON.stringify(body));
}
