import { createServer, type RequestListener, type Server } from "node:http";
import { readBody } from "./body.ts";

/**
 * docs: Verifying requests from Slack: what is older than five minutes is refused; what claims to be from later is too.
 */
const AHEAD_S = 300;
const BODY_MAX = 1_000_000;
const SLOW_MS = 10_000;
// How often Node looks for requests that are too slow; its own half a minute would let them stay for forty seconds.
const LOOK_MS = 1000;

/** The server that Slack calls: its own requests and installations go to `slack`, `/healthz` says that it runs. */
export function slackServer(slack: RequestListener, now: () => number): Server {
  const slow = { requestTimeout: SLOW_MS, headersTimeout: SLOW_MS, connectionsCheckingInterval: LOOK_MS };
  const server = createServer(slow, (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const end = (status: number, words: string): void => {
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${words}\n`);
    };
    if (path === "/healthz") return request.method === "GET" ? end(200, "ok") : end(405, "GET only");
    if (!path.startsWith("/slack/")) return end(404, "Not here. Slack calls /slack/events.");
    const stamp = Number(request.headers["x-slack-request-timestamp"] ?? 0);
    if (stamp > now() / 1000 + AHEAD_S) return end(401, "That time is in the future.");
    if (Number(request.headers["content-length"] ?? 0) > BODY_MAX) return end(413, "Too long.");
    const take = (): void => {
      try {
        slack(request, response);
      } catch {
        // Bolt throws for every method and path that it does not serve; uncaught, one such request would end Talks.
        end(404, "Not here. Slack calls POST /slack/events.");
      }
    };
    if (request.method !== "POST") return take();
    void readBody(request, BODY_MAX).then((refused) => {
      if (refused === undefined) take();
      else end(refused, refused === 413 ? "Too long." : "Slack does not call like that.");
    });
  });
  return server;
}

/** @throws Error where the port is taken or may not be used */
export function listen(server: Server, port: number, host?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
