import type { types } from "@slack/bolt";
import { answer } from "#core/answer/answer.ts";
import { mayActAs } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";
import { identified } from "#core/chat/frame.ts";
import type { Asked } from "./asked.ts";
import { keyOf, type Conversation, type Request } from "./conversation.ts";
import { paged, type PageLimits } from "./pages.ts";
import { drawn, ROOM } from "./render.ts";
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
// docs: Home tabs: 100 blocks. A section is cut as a page is, so that no statement loses its citations.
const SECTION: PageLimits = { characters: 6000, blocks: 20 };

/** The desk at a glance, for whoever opened it: what they may see, with the buttons that they may press. */
async function homeView(request: Request, { kept }: Conversation): Promise<types.HomeView> {
  const { asker, asked, session } = request;
  let nth = 0;
  const id = (): string => `home-${(nth += 1)}`;
  const blocks: types.KnownBlock[] = [search()];
  for (const call of SHOWN) {
    const command = session.commands.find(call.path);
    if (command === undefined || !mayActAs(asker.tier, command.tier)) continue;
    const answered = await answer(call, asker, session);
    if (answered.kind !== "reply") continue;
    const [parts = [], more] = paged(answered.reply, SECTION);
    const calls = parts
      .flatMap((p) => (p.kind === "buttons" ? p.buttons : []))
      .map((b) => ({ do: "call" as const, call: b.call }));
    const write = await identified(calls, ROOM, { place: keyOf(asked), kept });
    const shown = drawn(parts, { id: write }, id).flatMap(inView);
    blocks.push({ type: "divider" }, ...shown, ...(more === undefined ? [] : [moreWith(call)]));
  }
  return { type: "home", blocks };
}

function moreWith({ path: [group = "", name = ""] }: RawCall): types.KnownBlock {
  const words = `${group === "talks" ? "" : `${group} `}${name}`;
  return {
    type: "context",
    elements: [{ type: "plain_text", text: `There is more: type /talks ${words}`, emoji: false }],
  };
}

/** Shows the desk at a glance to whoever opened it, and again once they changed something there. */
export function publishHome(asked: Asked, conversation: Conversation): Promise<void> {
  return conversation.within(asked, async (request) => {
    const view = await homeView(request, conversation);
    await patiently(() => asked.client.views.publish({ user_id: asked.user, view }), true);
  });
}

function search(): types.KnownBlock {
  return {
    type: "input",
    block_id: SEARCH,
    dispatch_action: true,
    label: { type: "plain_text", text: "Ask Talks" },
    hint: { type: "plain_text", text: "Such as: who led the russian side. Enter asks." },
    element: {
      type: "plain_text_input",
      action_id: SEARCH,
      max_length: 300,
      placeholder: { type: "plain_text", text: "Your question" },
      dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
    },
  };
}
