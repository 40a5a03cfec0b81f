import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { toldIn } from "#core/reply/reply.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import type { Message } from "./render.ts";
import { outcomeOf, patiently, type Client } from "./web.ts";

/** Nothing of a message unfurls, and nothing in its text is made live. */
export const QUIET = { unfurl_links: false, unfurl_media: false, link_names: false, parse: "none" } as const;

const EVENT = "talks_answer";
const METADATA = z.object({ event_type: z.literal(EVENT), event_payload: z.object({ key: z.string() }) });
const SETTLE_MS = 1000;
const BACK_S = 60;
const LOOKED_AT = 200;

/** Slack's answer to a post was lost, and looking was not possible either: it may be there. */
export class MaybePosted extends Error {}

/** What the person who asked is told of it. */
export function maybePosted(at: Told): Refusal {
  return toldIn(
    refuse("failed", tell(at, "platform.maybe", { platform: "Slack" }), tell(at, "platform.look")),
    at.tongue,
  );
}

/**
 * Posts an answer exactly once, and returns its `ts`. Slack may take a post and fail to say so: before a second attempt
 * the first one is looked for by the key in its metadata. @throws MaybePosted, or what Slack refuses
 */
export async function postOnce(
  client: Client,
  { channel, thread }: { readonly channel: string; readonly thread?: string | undefined },
  message: Message,
): Promise<string | undefined> {
  const key = randomUUID().replaceAll("-", "");
  const metadata = { event_type: EVENT, event_payload: { key } };
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  const post = async (): Promise<string | undefined> => {
    const sent = await patiently(
      () => client.chat.postMessage({ channel, ...message, ...QUIET, metadata, ...inThread }),
      false,
    );
    return sent.ts;
  };
  const since = String(Math.floor(Date.now() / 1000) - BACK_S);
  try {
    return await post();
  } catch (error) {
    const { kind } = outcomeOf(error);
    if (kind !== "unsure" && kind !== "later") throw error;
    await sleep(SETTLE_MS);
    const there = kind === "later" ? "" : await looked(client, { channel, thread }, key, since);
    return there === "" ? post() : there;
  }
}

/** The `ts` of the post with the key, empty where there is none. */
async function looked(
  client: Client,
  { channel, thread }: { readonly channel: string; readonly thread?: string | undefined },
  key: string,
  oldest: string,
): Promise<string> {
  const at = { channel, oldest, limit: LOOKED_AT, include_all_metadata: true };
  try {
    const { messages } = await patiently(
      () =>
        thread === undefined ? client.conversations.history(at) : client.conversations.replies({ ...at, ts: thread }),
      true,
    );
    const found = messages?.find(({ metadata }) => METADATA.safeParse(metadata).data?.event_payload.key === key);
    return found?.ts ?? "";
  } catch (error) {
    throw new MaybePosted("Slack did not say whether the answer was posted", { cause: error });
  }
}
