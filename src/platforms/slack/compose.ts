import { frameOf, identified, readBy, type Setting, type Stashing } from "#core/chat/frame.ts";
import type { Reply } from "#core/reply/reply.ts";
import { paged } from "./pages.ts";
import { buttonsOf } from "./parts.ts";
import { render, ROOM, type Message } from "./render.ts";

/** One page of a reply as a message. `token` names the reply where it is stashed already. */
export async function replyMessage(reply: Reply, setting: Setting, page = 0, token?: string): Promise<Message> {
  const pages = paged(readBy(reply, setting.request));
  const at = Math.min(page, pages.length - 1);
  const parts = pages[at] ?? [];
  const spec = { page: at, pages: pages.length, buttons: buttonsOf(parts), token, room: ROOM };
  return render(reply.plain, parts, await frameOf(reply, spec, setting));
}

/** Messages of Talks' own, such as a digest, a page each: their buttons are written for the person who presses them. */
export function postedMessages(reply: Reply, stashing: Stashing): Promise<readonly Message[]> {
  const pages = paged(readBy(reply, undefined));
  const pings = reply.mention?.kind === "group" ? { pings: reply.mention.id } : {};
  return Promise.all(
    pages.map(async (parts, page) => {
      const calls = buttonsOf(parts).map(({ call }) => ({ do: "call" as const, call }));
      const id = await identified(calls, ROOM, stashing);
      const frame = { page, pages: pages.length, below: [], histories: [], id, ...(page > 0 ? {} : pings) };
      return render(reply.plain, parts, frame);
    }),
  );
}
