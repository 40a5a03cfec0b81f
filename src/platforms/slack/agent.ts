import { setTimeout as sleep } from "node:timers/promises";
import { prompts } from "#core/chat/prompts.ts";
import { inTongue } from "#core/facts/view.ts";
import { toldTo } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import { shorten } from "#core/text/text.ts";
import type { Conversation } from "./conversation.ts";
import { keyOf, type RequestContext } from "./request-context.ts";
import { patiently, type Client } from "./web.ts";

/** Slack's own client cuts longer titles of prompts. */
const TITLE_MAX = 60;
/** An answer that takes longer says so; most are there in a few milliseconds. */
const SLOW_MS = 700;

/**
 * Suggests questions that the desk can answer where somebody opens the conversation with the app (docs: Migrating to
 * the Agent messaging experience; `thread_ts` would make the call fail silently). An app without `agent_view` or its
 * scope gets no suggestions, and nothing else changes.
 */
export async function suggestPrompts(
  where: RequestContext,
  conversation: Pick<Conversation, "host" | "locale">,
): Promise<void> {
  const { client, team, channel } = where;
  if (channel === undefined) return;
  const at = await toldTo(await conversation.locale(where));
  const view = await (await conversation.host.desk(keyOf(team))).view();
  const all = prompts(inTongue(view, at.tongue)).map(({ title, message }) => ({
    title: shorten(title, TITLE_MAX),
    message,
  }));
  const given = { channel_id: channel, title: tell(at, "prompt.title"), prompts: all };
  await patiently(() => client.assistant.threads.setSuggestedPrompts(given), true).catch(() => undefined);
}

/** Does something for a thread with the app. Where it takes long, Slack shows there that it is being done. */
export async function withStatus(
  client: Client,
  { channel, thread }: Pick<RequestContext, "channel" | "thread">,
  locale: () => Promise<string | undefined>,
  work: () => Promise<void>,
): Promise<void> {
  const done = new AbortController();
  const status = async (): Promise<void> => {
    await sleep(SLOW_MS, undefined, { signal: done.signal });
    if (channel === undefined || thread === undefined) return;
    // Slack takes it away with the answer.
    await client.assistant.threads.setStatus({
      channel_id: channel,
      thread_ts: thread,
      status: tell(await toldTo(await locale()), "status.looking"),
    });
  };
  const shown = status().catch(() => undefined);
  try {
    await work();
  } finally {
    done.abort();
    await shown;
  }
}
