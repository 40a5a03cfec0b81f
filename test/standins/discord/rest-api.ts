import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fault } from "./faults.ts";
import { readBody, type Received } from "./request-body.ts";
import type { Platform } from "./platform.ts";
import { Refusal, refusal } from "./refusal.ts";
import type { Answer, Call, Route } from "./routes/route.ts";
import { match } from "./routing.ts";

/** Errors that a bot which keeps the rules never gets; others (a deleted channel, say) happen to the best. */
const VIOLATING = new Set([40005, 40060, 50006, 50035, 50109]);

/** docs.discord.com/developers/reference#uploading-files: bytes a file, in a server without boosts. */
const MOST_UPLOADED = 10 * 1024 * 1024;

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The HTTP API, version 10: docs.discord.com/developers/reference. Each request is answered, logged and judged. */
export async function answerRequest(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? "GET";
  const url = new URL(request.url ?? "/", "http://localhost");
  const received = await readBody(request);
  if (served(platform, url.pathname, response)) return;
  // The client writes @original as %40original.
  const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/u, ""));
  const fault = platform.faults.take(method, path);
  const reply = await respond(platform, request, { method, path, query: url.searchParams, received, fault });
  const status = reply?.status ?? 0;
  const code = codeOf(reply);
  const logged = { method, path, query: url.search, body: received.body };
  platform.journal.log({ ...logged, status, code, at: platform.clock.now() });
  if (reply === undefined) request.socket.destroy();
  else {
    const json = reply.body === undefined ? undefined : JSON.stringify(reply.body);
    const type = json === undefined ? {} : { "Content-Type": "application/json" };
    response.writeHead(reply.status, { ...type, ...reply.headers });
    response.end(json);
  }
}

/** Serves uploaded files, as Discord's content network does. */
function served(platform: Platform, path: string, response: ServerResponse): boolean {
  const [, folder, id] = path.split("/");
  if (folder !== "attachments") return false;
  const file = platform.world.files.get(id ?? "");
  response.writeHead(file === undefined ? 404 : 200, { "Content-Type": file?.type ?? "text/plain" });
  response.end(file?.content ?? "This content is no longer available.");
  return true;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly received: Received;
  readonly fault: Fault | undefined;
}

/** The reply, or undefined where the connection is to be destroyed. */
async function respond(platform: Platform, request: IncomingMessage, asked: Asked): Promise<Reply | undefined> {
  const { method, path, fault } = asked;
  if (fault?.delay !== undefined) await sleep(fault.delay);
  if (fault?.destroy === "before") return undefined;
  if (fault?.rateLimit !== undefined) return tooMany(platform, asked, fault.rateLimit);
  if (fault?.status !== undefined && fault.at !== "after") return failure(fault);
  const matched = match(method, path);
  if (matched === undefined) {
    platform.journal.violation(`${method} ${path}: no such route, or one the stand-in does not know`);
    return refused(refusal("not found"));
  }
  const reply = limited(platform, asked, matched.route) ?? perform(platform, request, asked, matched);
  if (fault?.slowAnswer !== undefined) await sleep(fault.slowAnswer);
  if (fault?.destroy === "after") return undefined;
  return fault?.status === undefined ? reply : failure(fault);
}

function perform(
  platform: Platform,
  request: IncomingMessage,
  asked: Asked,
  { route, params }: { readonly route: Route; readonly params: Readonly<Record<string, string>> },
): Reply {
  const { method, path, query, received } = asked;
  const what = `${method} ${path}`;
  const headers = platform.rates.headers(route.bucket, major(method, params));
  try {
    if (route.ownToken !== true && request.headers.authorization !== `Bot ${platform.settings.token}`)
      throw refusal("unauthorized");
    if (received.broken) throw refusal("invalid json");
    if (received.uploads.some(({ content }) => content.byteLength > MOST_UPLOADED)) throw refusal("too large");
    for (const complaint of platform.schema?.ofRequest(method, route.template, received.body) ?? [])
      platform.journal.violation(`${what}: against Discord's published schema: ${complaint}`);
    const call: Call = { platform, method, path, params, query, body: received.body, uploads: received.uploads };
    const reply = plain(route.answer(call));
    for (const fault of platform.schema?.ofAnswer(method, route.template, reply.status, reply.body) ?? [])
      platform.journal.ownFault(`${what}: ${fault}`);
    return { ...reply, headers };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (VIOLATING.has(error.code)) platform.journal.violation(`${what}: ${spell(error)}`);
    return { ...refused(error), headers };
  }
}

function plain(answer: Answer): Reply {
  return answer.status === 204 ? { status: 204 } : answer;
}

function refused(error: Refusal): Reply {
  return { status: error.status, body: error.body() };
}

function spell(error: Refusal): string {
  const details = error.complaints.map(({ path, code, message }) => `${path} ${code} ${message}`);
  return [`${error.code} ${error.message}`, ...details].join("; ");
}

function failure(fault: Fault): Reply {
  const status = fault.status ?? 500;
  return { status, body: { message: fault.message ?? `${status}: Stand-in fault`, code: fault.code ?? 0 } };
}

function codeOf(reply: Reply | undefined): number | undefined {
  const body = reply?.body;
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "number"
    ? body.code
    : undefined;
}

/** What keeps apart the buckets of one kind, the method among it: docs.discord.com/developers/topics/rate-limits. */
function major(method: string, params: Readonly<Record<string, string>>): string {
  const id = params["webhook_token"] ?? params["channel_id"] ?? params["guild_id"] ?? params["application_id"] ?? "";
  return `${method} ${id}`;
}

function limited(platform: Platform, asked: Asked, route: Route): Reply | undefined {
  const exempt = route.ownToken === true;
  const early = platform.rates.impatient(asked.path) || (!exempt && platform.rates.impatient("everything"));
  if (early) platform.journal.violation(`${asked.method} ${asked.path}: came back before Retry-After was over`);
  const params = match(asked.method, asked.path)?.params ?? {};
  const limit = platform.rates.take(route.bucket, major(asked.method, params), exempt);
  if (limit === undefined) return undefined;
  return tooMany(platform, asked, { retryAfter: limit.retryAfter, global: limit.scope === "global" });
}

/** docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit. */
function tooMany(platform: Platform, asked: Asked, limit: { retryAfter: number; global?: boolean }): Reply {
  const global = limit.global === true;
  platform.rates.close(global ? "everything" : asked.path, limit.retryAfter);
  return {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: limit.retryAfter, global },
    headers: {
      "Retry-After": String(Math.ceil(limit.retryAfter)),
      "X-RateLimit-Scope": global ? "global" : "user",
      ...(global
        ? { "X-RateLimit-Global": "true" }
        : {
            "X-RateLimit-Limit": "1",
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset-After": String(limit.retryAfter),
            "X-RateLimit-Bucket": "stand-in-told-to-wait",
          }),
    },
  };
}
