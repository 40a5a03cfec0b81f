import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { bytesOf } from "#core/text/bytes.ts";

/** docs: Verifying requests from Slack: what is older than five minutes is refused. */
const FRESH_S = 300;

/**
 * What Slackbot's client asks before somebody asks it something: it names nobody, and is the same for everybody (docs:
 * Connecting an MCP server to the Slackbot MCP Client).
 */
const DISCOVERY = new Set([
  "initialize",
  "notifications/initialized",
  "ping",
  "server/discover",
  "tools/list",
  "resources/list",
  "resources/templates/list",
  "prompts/list",
]);

const MESSAGE = z.looseObject({
  method: z.string().optional(),
  params: z
    .looseObject({
      _meta: z
        .looseObject({
          slack: z
            .looseObject({
              team_id: z.string().regex(/^T[A-Z0-9]{1,30}$/u),
              user_id: z.string().regex(/^[UW][A-Z0-9]{1,30}$/u),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

/** Somebody who asks through Slackbot: their workspace and themselves, as Slack signed it. */
interface SlackCaller {
  readonly team: string;
  readonly user: string;
}

/** A request of Slackbot's. `caller`: absent where it asks only what there is. */
export type FromSlackbot =
  | { readonly ok: true; readonly message: unknown; readonly caller?: SlackCaller }
  | { readonly ok: false; readonly status: 400 | 401 | 413 };

/** Whether a request says that Slack signed it. */
export function saysSlack({ headers }: IncomingMessage): boolean {
  return headers["x-slack-signature"] !== undefined;
}

/**
 * Reads a request of Slackbot's MCP client (Slack identity auth): Slack signs its body, which names who asks. What is
 * not signed with `secret`, or asks in nobody's name, is refused.
 */
export async function readSlackbot(
  request: IncomingMessage,
  secret: string,
  now: Temporal.Instant,
  most: number,
): Promise<FromSlackbot> {
  const bytes = await bytesOf(request.iterator({ destroyOnReturn: false }), most);
  if (bytes === undefined) return { ok: false, status: 413 };
  const body = Buffer.from(bytes).toString("utf8");
  const stamp = String(request.headers["x-slack-request-timestamp"] ?? "");
  const signature = String(request.headers["x-slack-signature"] ?? "");
  if (!isFresh(stamp, now) || !isSigned(body, stamp, signature, secret)) return { ok: false, status: 401 };
  const read = MESSAGE.safeParse(parsed(body));
  if (!read.success) return { ok: false, status: 400 };
  const { method = "", params } = read.data;
  const slack = params?._meta?.slack;
  if (slack !== undefined)
    return { ok: true, message: read.data, caller: { team: slack.team_id, user: slack.user_id } };
  return DISCOVERY.has(method) ? { ok: true, message: read.data } : { ok: false, status: 401 };
}

function isFresh(stamp: string, now: Temporal.Instant): boolean {
  return /^\d{1,12}$/u.test(stamp) && Math.abs(now.epochMilliseconds / 1000 - Number(stamp)) <= FRESH_S;
}

function isSigned(body: string, stamp: string, signature: string, secret: string): boolean {
  const right = Buffer.from(`v0=${createHmac("sha256", secret).update(`v0:${stamp}:${body}`).digest("hex")}`);
  const shown = Buffer.from(signature);
  return shown.length === right.length && timingSafeEqual(shown, right);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
