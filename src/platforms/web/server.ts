import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { bytesOf } from "#core/text/bytes.ts";

const PAGE = join(import.meta.dirname, "page");
// A file of a million bytes in base64, and what stands around it.
const BODY_MAX = 1_400_000;
const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  "/": ["index.html", "text/html; charset=utf-8"],
  ...Object.fromEntries(
    readdirSync(PAGE, { encoding: "utf8" })
      .filter((name) => name !== "index.html")
      .map((name) => [
        `/page/${name}`,
        [name, `text/${name.endsWith(".css") ? "css" : "javascript"}; charset=utf-8`] as const,
      ]),
  ),
};

// Everything comes from here, and nothing of what is said can run.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the page asks. `get` answers at once, `post` takes a body, `events` is told as it happens. */
export interface Endpoints {
  state(): Promise<unknown>;
  post(name: string, body: unknown): Promise<unknown>;
  events(tell: (event: unknown) => void): () => void;
}

/** Who may ask: pages of this very server, and from elsewhere only with its token. */
export interface Guard {
  readonly loopback: boolean;
  /** In the address where it is not bound to loopback; in a header of every request that changes something. */
  readonly token: string;
}

export function pageServer(endpoints: Endpoints, guard: Guard): Server {
  return createServer((request, response) => {
    serve(request, response, endpoints, guard).catch((error: unknown) => {
      if (response.headersSent) return;
      // What is still being sent is not read.
      response.setHeader("connection", "close");
      end(response, error instanceof BadRequest ? 400 : 500, error instanceof Error ? error.message : "failed");
    });
  });
}

/** A request that cannot be read; its message is for the person who sent it. */
export class BadRequest extends Error {}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  endpoints: Endpoints,
  guard: Guard,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://playground");
  response.setHeader("content-security-policy", POLICY);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  if (!isOurs(request, guard)) return end(response, 403, "Open the playground by the address that Talks printed.");
  const file = FILES[url.pathname];
  if (file !== undefined && request.method === "GET") {
    if (!guard.loopback && url.pathname === "/" && url.searchParams.get("token") !== guard.token)
      return end(response, 403, "The token in the address is missing or wrong.");
    const [name, type] = file;
    response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(readFileSync(join(PAGE, name)));
    return;
  }
  const given = request.headers["x-talks"] ?? url.searchParams.get("token");
  if (!guard.loopback && given !== guard.token) return end(response, 403, "The token is missing or wrong.");
  if (url.pathname === "/api/state" && request.method === "GET")
    return json(response, { ...Object(await endpoints.state()), token: guard.token });
  if (url.pathname === "/api/events" && request.method === "GET") return stream(request, response, endpoints);
  const name = /^\/api\/([a-z]+)$/u.exec(url.pathname)?.[1];
  if (name === undefined || request.method !== "POST") return end(response, 404, "Not here.");
  if (request.headers["x-talks"] !== guard.token) return end(response, 403, "Load the page again.");
  return json(response, await endpoints.post(name, await bodyOf(request)));
}

// Another site's page can send requests here, but under its own Origin; a name that was made to lead here has another
// Host.
function isOurs(request: IncomingMessage, { loopback }: Guard): boolean {
  const { host = "", origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return !loopback || /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u.test(host);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/u.test(request.headers["content-type"] ?? "")) throw new BadRequest("Send JSON.");
  const body = await bytesOf(request.iterator({ destroyOnReturn: false }), BODY_MAX);
  if (body === undefined) throw new BadRequest("Too long.");
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    throw new BadRequest("That is not JSON.");
  }
}

function stream(request: IncomingMessage, response: ServerResponse, endpoints: Endpoints): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write(": open\n\n");
  const stop = endpoints.events((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  request.once("close", stop);
}

function json(response: ServerResponse, body: unknown): void {
  response
    .writeHead(200, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
    .end(JSON.stringify(body ?? {}));
}

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${words}\n`);
}
