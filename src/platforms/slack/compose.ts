import { frameOf, type Setting } from "#core/chat/frame.ts";
import type { Reply } from "#core/reply/reply.ts";
import { paged } from "./pages.ts";
import { render, ROOM, type Message } from "./render.ts";

/** One page of a reply as a message. `token` names the reply where it is kept already. */
export async function replyMessage(shown: Reply, setting: Setting, page = 0, token?: string): Promise<Message> {
  const pages = paged(shown);
  const at = Math.min(page, pages.length - 1);
  const parts = pages[at] ?? [];
  const buttons = parts.flatMap((p) => (p.kind === "buttons" ? p.buttons : []));
  const around = { page: at, pages: pages.length, buttons, token, room: ROOM };
  return render(shown.plain, parts, await frameOf(shown, around, setting));
}
