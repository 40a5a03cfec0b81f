import type { types } from "@slack/bolt";
import { answer } from "#core/answer/answer.ts";
import { mayActAs } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";
import { identified, readBy, type Stashing } from "#core/chat/frame.ts";
import type { Recognised } from "#core/chat/conversation.ts";
import { inTongue, type View } from "#core/facts/view.ts";
import { toldTo } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Conversation } from "./conversation.ts";
import { paged, type PageLimits } from "./pages.ts";
import { buttonsOf } from "./parts.ts";
import { drawn, ROOM } from "./render.ts";
import { keyOf, type RequestContext } from "./request-context.ts";
import { inView } from "./send.ts";
import { patiently } from "./web.ts";

export const SEARCH = "talks-search";

/** What a desk's home shows, each the first page of a command's own answer. */
const SHOWN: readonly RawCall[] = [
  { path: ["facts", "review"], values: {} },
  { path: ["talks", "disputes"], values: {} },
  { path: ["talks", "changes"], values: {} },
  { path: ["digest", "list"], values: {} },
];
/** On a desk that follows nothing yet: how one begins. */
const BEGINNING: RawCall = { path: ["talks", "list"], values: {} };
// docs: Home tabs: 100 blocks. A section is cut as a page is, so that no statement loses its citations.
const SECTION: PageLimits = { characters: 6000, blocks: 20 };

/** The desk at a glance, for the person who opened it: what they may see, with the buttons that they may press. */
async function homeView({ session, asker: askerOf }: Recognised, stashing: Stashing): Promise<types.HomeView> {
  const { tongue } = await toldTo(askerOf([]).locale);
  const view = inTongue((await session.desk.snapshot()).view, tongue);
  let nth = 0;
  const id = (): string => `home-${(nth += 1)}`;
  const blocks: types.KnownBlock[] = [search(view)];
  for (const call of view.talks.all.length === 0 ? [BEGINNING] : SHOWN) {
    const command = session.commands.find(call.path);
    const asker = askerOf(call.path);
    if (command === undefined || !mayActAs(asker.tier, command.tier)) continue;
    const answered = await answer(call, asker, session);
    if (answered.kind !== "reply") continue;
    const [parts = [], more] = paged(readBy(answered.reply, { call, asker, everyone: false }), SECTION);
    const calls = buttonsOf(parts).map((b) => ({ do: "call" as const, call: b.call }));
    const write = await identified(calls, ROOM, stashing);
    const shown = drawn(parts, { id: write }, id).flatMap(inView);
    blocks.push({ type: "divider" }, ...shown, ...(more === undefined ? [] : [moreWith(call, view)]));
  }
  return { type: "home", blocks };
}

function moreWith({ path: [group = "", name = ""] }: RawCall, at: Told): types.KnownBlock {
  const line = `/talks ${group === "talks" ? "" : `${group} `}${name}`;
  return {
    type: "context",
    elements: [{ type: "plain_text", text: tell(at, "home.more", { line }), emoji: false }],
  };
}

/** Shows the desk at a glance to the person who opened it, and again once they changed something there. */
export function publishHome(where: RequestContext, conversation: Conversation): Promise<void> {
  const { client, user, team } = where;
  return conversation.attempt(where, async () => {
    const stashing = { workspace: keyOf(team), stash: conversation.stash };
    const view = await homeView(await conversation.recognise(where), stashing);
    await patiently(() => client.views.publish({ user_id: user, view }), true);
  });
}

function search(view: View): types.KnownBlock {
  const [party] = view.parties.all;
  const such = party === undefined ? "" : tell(view, "home.such", { side: party.adjective });
  return {
    type: "input",
    block_id: SEARCH,
    dispatch_action: true,
    label: { type: "plain_text", text: tell(view, "home.ask") },
    hint: { type: "plain_text", text: `${such}${tell(view, "home.enter")}` },
    element: {
      type: "plain_text_input",
      action_id: SEARCH,
      max_length: 300,
      placeholder: { type: "plain_text", text: tell(view, "home.question") },
      dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
    },
  };
}
