import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { hostHeaderValidation, originValidation, toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";
import type { Session } from "#core/answer/answer.ts";
import type { Asker } from "#core/request/asker.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import { readerOf } from "./ask-desk.ts";
import { answerApi, API } from "./json-api.ts";
import type { Door } from "./let-in.ts";
import { PAGES } from "#core/desk/fact-pages.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { Published } from "#core/desk/desks.ts";
import { pinnedDesk } from "#core/desk/pinned-desk.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { readSlackbot, saysSlack } from "./slackbot.ts";
import { servePage, tooMany } from "./pages.ts";
import { mcpServer } from "./mcp.ts";
import { openApiWithExamples } from "./examples.ts";
import { problem, send } from "./problem.ts";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const BODY_MAX = 100_000;
const SLOW_MS = 10_000;
/** Longer than a proxy keeps a connection that nothing uses (most: 60 seconds), so it never asks on one that ends. */
const IDLE_MS = 75_000;

/** What the server works with. `hosts`: the names that it is reached by, besides those of this computer. */
export interface Served {
  readonly door: Door;
  readonly hosts: readonly string[];
  /** The fact whose page a path leads to. */
  published(path: string): Promise<Published | undefined>;
  /**
   * Slack's secret, where Slackbot may ask in the names of its people, and what opens the desks of their workspaces.
   */
  readonly slack?: { readonly secret: string; desk(key: DeskKey): Promise<Desk> };
  /** The shipped library, which nobody changes. */
  readonly library: Session;
  /** All of a session but the desk, which the token decides. */
  readonly around: Omit<Session, "desk">;
  incident(defect: unknown): string;
}

/**
 * The server for programs: `/mcp` and `/api/v1`, and the pages of facts. Nothing else is answered without a token, but
 * how the API is described.
 */
export function apiServer(served: Served): Server {
  const times = { requestTimeout: SLOW_MS, headersTimeout: SLOW_MS, keepAliveTimeout: IDLE_MS };
  const names = [...LOOPBACK, ...served.hosts];
  const isHost = hostHeaderValidation(names);
  const isOrigin = originValidation(names);
  return createServer(times, (request, response) => {
    if (!isHost(request, response) || !isOrigin(request, response)) return;
    serve(request, response, served).catch((defect: unknown) => {
      if (response.headersSent) return void response.destroy();
      if (defect instanceof StoreUnavailable)
        return problem(response, 503, "The desk's store cannot be reached at the moment.", { "retry-after": "60" });
      problem(response, 500, `Something went wrong here. Incident ${served.incident(defect)}.`);
    });
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const url = URL.parse(request.url ?? "/", "http://talks");
  if (url === null) return problem(response, 400, "That is not an address.");
  const { around, door } = served;
  const from = request.socket.remoteAddress ?? "";
  if (url.pathname.startsWith(PAGES)) {
    const after = await door.page(from);
    if (after !== undefined) return tooMany(request, response, after);
    return servePage(request, response, url.pathname, (path) => served.published(path));
  }
  if (url.pathname === `${API}openapi.json`) return send(response, 200, await openApiWithExamples(served.library));
  if (url.pathname !== "/mcp" && !url.pathname.startsWith(API))
    return problem(response, 404, `There is nothing at that address: /mcp and ${API} are.`);
  if (url.pathname === "/mcp" && served.slack !== undefined && saysSlack(request))
    return serveSlackbot(request, response, served, served.slack);
  const entry = await door.letIn(request.headers.authorization, from);
  if (!entry.ok) {
    if (entry.status === 429)
      return problem(response, 429, "Too many requests.", { "retry-after": String(entry.after ?? 60) });
    return problem(response, 401, "Show a token of the desk: Authorization: Bearer talks_…", {
      "www-authenticate": "Bearer",
    });
  }
  const { desk, name, may } = entry.admitted;
  const session = { ...around, desk };
  const asker = readerOf(name, may);
  if (url.pathname !== "/mcp") return answerApi(request, response, url, { session, asker });
  await serveMcp(request, response, session, asker);
}

/** Serves somebody whom Slackbot asks for: the desk of their workspace, which they may read. */
async function serveSlackbot(
  request: IncomingMessage,
  response: ServerResponse,
  { around, door, library }: Served,
  slack: NonNullable<Served["slack"]>,
): Promise<void> {
  const read = await readSlackbot(request, slack.secret, around.clock.now(), BODY_MAX);
  if (!read.ok) return problem(response, read.status, "Slack did not sign that, or it names nobody.");
  const { caller, message } = read;
  const name = caller === undefined ? "slackbot" : `slackbot ${caller.team} ${caller.user}`;
  const after = await door.known(name);
  if (after !== undefined) return problem(response, 429, "Too many requests.", { "retry-after": String(after) });
  // Who only asks what there is gets no desk.
  const desk = caller === undefined ? library.desk : await slack.desk({ platform: "slack", id: caller.team });
  await serveMcp(request, response, { ...around, desk: pinnedDesk(desk) }, readerOf(name), message);
}

async function serveMcp(
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
  asker: Asker,
  message?: unknown,
): Promise<void> {
  const handler = createMcpHandler(() => mcpServer(session, asker), { maxRequestBodySize: BODY_MAX });
  // A request that a server was given has a method and an address.
  await toNodeHandler(handler)(request as IncomingMessage & { method: string; url: string }, response, message);
}
