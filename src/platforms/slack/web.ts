import type { Delivery } from "#core/reply/posting.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";

export type Client = webApi.WebClient;

const TIMEOUT_MS = 10_000;
const WAIT_MOST_MS = 60_000;
const TRIES = 4;

/**
 * Our own patience instead of Bolt's: Socket Mode would otherwise repeat every call a hundred times, posts included.
 */
export function clientOptions(apiUrl: string | undefined): webApi.WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    logLevel: webApi.LogLevel.ERROR,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

export function newClient(token: string | undefined, apiUrl: string | undefined): Client {
  return new webApi.WebClient(token, clientOptions(apiUrl));
}

/**
 * Calls Slack, waiting rate limits out. `again`: the call may be made twice without harm, so that a failure is tried
 * again too; one that must not double never is. @throws what Slack answers
 */
export async function patiently<T>(call: () => Promise<T>, again: boolean): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const pause = limited(error) ?? (again && isPassing(error) ? 500 * 2 ** tries : undefined);
      if (pause === undefined || pause > WAIT_MOST_MS || tries >= TRIES) throw error;
      await sleep(pause);
    }
  }
}

/** Milliseconds after which a rate-limited call may be made; undefined for any other error. */
function limited(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : undefined;
}

/** Slack's own word for what was wrong, such as `not_in_channel`; undefined where it gave none. */
export function refusedAs(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

function isPassing(error: unknown): boolean {
  return (
    error instanceof webApi.WebAPIRequestError ||
    (error instanceof webApi.WebAPIHTTPError && error.statusCode >= 500) ||
    ["internal_error", "fatal_error", "service_unavailable", "request_timeout"].includes(refusedAs(error) ?? "")
  );
}

const GONE = new Set([
  "channel_not_found",
  "is_archived",
  "message_not_found",
  "thread_not_found",
  "account_inactive",
  "token_revoked",
  "invalid_auth",
  "user_not_found",
  "user_disabled",
]);

/** What became of a post, an edit or a deletion, from what Slack answered. */
export function outcomeOf(error: unknown): Delivery {
  const pause = limited(error);
  if (pause !== undefined) return { kind: "later", after: pause };
  const word = refusedAs(error);
  if (word === undefined) {
    const refused =
      error instanceof webApi.WebAPIRequestError && /ECONNREFUSED|ENOTFOUND/u.test(errorCode(error.original));
    return refused ? { kind: "later", after: 5000 } : { kind: "unsure" };
  }
  if (GONE.has(word)) return { kind: "gone", why: `Slack says: ${word}.` };
  if (word === "not_in_channel")
    return { kind: "denied", hint: "Talks is not in that channel. Type /invite @Talks there." };
  if (["internal_error", "fatal_error", "service_unavailable", "request_timeout"].includes(word))
    return { kind: "unsure" };
  return { kind: "denied", hint: `Slack refused it: ${word}.` };
}

function errorCode(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  return "code" in cause ? String(cause.code) : cause.message;
}
