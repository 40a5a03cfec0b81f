import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { authorizePage } from "./authorize-page.ts";
import { serveFile } from "./files.ts";
import { answer } from "./http.ts";
import type { Platform } from "./platform.ts";
import { responseUrl } from "./response-url.ts";
import type { SocketMode } from "./socket-mode.ts";
import { takeUpload } from "./uploads.ts";
import { webApi } from "./web-api.ts";

async function route(platform: Platform, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", platform.origin);
  const [, area, rest = ""] = /^\/(api|response)\/([\w.-]+)$/u.exec(pathname) ?? [];
  if (area === "api") await webApi(platform, rest, request, response);
  else if (area === "response" && request.method === "POST") await responseUrl(platform, rest, request, response);
  else if (pathname.startsWith("/files-pri/")) serveFile(platform, pathname.split("/")[2] ?? "", request, response);
  else if (pathname.startsWith("/upload/v1/") && request.method === "POST")
    await takeUpload(platform, pathname.split("/")[3] ?? "", request, response);
  else if (pathname === "/oauth/v2/authorize") authorizePage(platform, searchParams, response);
  else answer(response, 404, { ok: false, error: "not_found" });
}

/** Listens on a free loopback port; `platform.origin` names it afterwards. */
export async function listen(platform: Platform, sockets: SocketMode): Promise<Server> {
  const server = createServer((request, response) => {
    route(platform, request, response).catch((error: unknown) => {
      platform.violation(
        `the stand-in itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      response.destroy();
    });
  });
  server.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  platform.origin = `http://127.0.0.1:${address.port}`;
  return server;
}

export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}
