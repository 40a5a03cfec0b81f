import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import type { Posting } from "#core/reply/posting.ts";
import { setTimeout as sleep } from "node:timers/promises";
import type { types } from "@slack/bolt";
import type { RequestContext } from "./request-context.ts";
import type { Posted } from "./illustrate.ts";
import { postOnce, QUIET } from "./post-once.ts";
import type { Rich, TableCell } from "./part.ts";
import type { Message } from "./render.ts";
import { patiently, refusedAs } from "./web.ts";

/** What is done with a message that can be changed later. */
type WhenPosted = (posted: Posted) => void;

/**
 * Sends a message to everyone where it was asked. Returns where it can be found again; undefined where the app cannot
 * find it.
 */
export async function sendToAll(
  where: RequestContext,
  message: Message,
  posted: WhenPosted = () => {},
): Promise<Posting | undefined> {
  const { client, channel, thread, team } = where;
  if (channel === undefined) {
    await sendToAsker(where, message);
    return undefined;
  }
  try {
    const sent = await postOnce(client, { channel, thread }, message);
    if (sent !== undefined) posted({ client, channel, ts: sent, message });
    return sent === undefined ? undefined : { workspace: team, channel, message: sent };
  } catch (error) {
    // Where the app is not a member it may still answer, but not find its answer again.
    if (!/not_in_channel|channel_not_found/u.test(refusedAs(error) ?? "")) throw error;
    await respond(where, message, { response_type: "in_channel", replace_original: false });
    return undefined;
  }
}

/** Sends a message to the person who asked there, and to nobody else. */
export async function sendToAsker(
  where: RequestContext,
  message: Message,
  posted: WhenPosted = () => {},
): Promise<void> {
  const { client, channel, thread, user, responseUrl, direct } = where;
  if (channel === undefined) return show(where, message);
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  if (direct) {
    const sent = await postOnce(client, { channel, thread }, message);
    if (sent !== undefined) posted({ client, channel, ts: sent, message });
    return;
  }
  if (responseUrl !== undefined && thread === undefined) {
    const sent = await respond(where, message, { response_type: "ephemeral", replace_original: false });
    if (sent) return;
  }
  try {
    await patiently(() => client.chat.postEphemeral({ channel, user, ...message, ...inThread }), true);
  } catch (error) {
    if (!/not_in_channel|channel_not_found|user_not_in_channel|is_archived/u.test(refusedAs(error) ?? "")) throw error;
    await sendDirect(where, message);
  }
}

async function sendDirect({ client, user }: RequestContext, message: Message): Promise<void> {
  const { channel } = await patiently(() => client.conversations.open({ users: user }), true);
  await postOnce(client, { channel: channel?.id ?? user }, message);
}

/** Replaces the message that was pressed, which only the asker sees. */
export async function replace(where: RequestContext, message: Message): Promise<void> {
  if (!(await respond(where, message, { replace_original: true }))) await sendToAsker(where, message);
}

/**
 * Shows a message in a view, where there is no channel to show it in: in the view that was pressed, else in one of its
 * own. Where it is too late for one, in a direct message: a trigger lives three seconds.
 */
async function show(where: RequestContext, message: Message): Promise<void> {
  const { client, trigger, modal } = where;
  const view = viewOf(message.blocks, {});
  try {
    if (modal !== undefined) await patiently(() => client.views.update({ view_id: modal, view }), true);
    else if (trigger !== undefined) await client.views.open({ trigger_id: trigger, view });
    else await sendDirect(where, message);
  } catch {
    await sendDirect(where, message);
  }
}

/** An answer as a view. */
export function viewOf(blocks: readonly types.KnownBlock[], at: Told): types.ModalView {
  const shown = blocks.flatMap(inView);
  return {
    type: "modal",
    title: { type: "plain_text", text: "Talks" },
    close: { type: "plain_text", text: tell(at, "view.close") },
    blocks: [...shown],
  };
}

type How = { readonly response_type?: "ephemeral" | "in_channel"; readonly replace_original: boolean };

/**
 * Answers by the interaction's own address: 5 times within 30 minutes (docs: Handling user interaction). False where
 * that is over.
 */
async function respond({ responseUrl }: RequestContext, message: Message, how: How): Promise<boolean> {
  if (responseUrl === undefined) return false;
  for (const pause of [0, 1000]) {
    await sleep(pause);
    const answered = await fetch(responseUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...message, ...how, ...QUIET }),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    await answered?.body?.cancel();
    if (answered?.ok === true) return true;
    if (answered?.status === 429) await sleep(1000 * Number(answered.headers.get("retry-after") ?? 1));
    // Taken or not, what everybody sees is not sent twice.
    else if (how.response_type === "in_channel" || (answered !== undefined && answered.status < 500)) return false;
  }
  return false;
}

/**
 * What a view may hold: tables stand in messages only (docs: Table block), so that each row becomes an item.
 */
export function inView(block: types.KnownBlock): readonly types.KnownBlock[] {
  if (block.type !== "table") return [block];
  const [, ...rows] = block.rows;
  const elements = rows.map(([first, ...rest]) => ({
    type: "rich_text_section" as const,
    elements: [...inCell(first), ...rest.flatMap((cell) => [{ type: "text" as const, text: " · " }, ...inCell(cell)])],
  }));
  return [{ type: "rich_text", elements: [{ type: "rich_text_list", style: "bullet", elements }] }];
}

function inCell(cell: TableCell | undefined): readonly Rich[] {
  if (cell === undefined) return [];
  if (cell.type !== "rich_text") return [{ type: "text", text: cell.text }];
  return cell.elements.flatMap((one) => (one.type === "rich_text_section" ? one.elements : []));
}
