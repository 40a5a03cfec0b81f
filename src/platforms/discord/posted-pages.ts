import type { Message } from "discord.js";
import type { RawCall } from "#core/call.ts";
import type { Reply } from "#core/reply.ts";
import type { Action } from "#core/chat/actions.ts";
import { identified } from "#core/chat/frame.ts";
import { CUSTOM_ID_MAX } from "./compose.ts";
import { paged } from "./pages.ts";
import type { Kept } from "#core/chat/kept.ts";
import { PLATFORM } from "./place.ts";
import { render, type Page } from "./render.ts";

const HELP: RawCall = { path: ["talks", "help"], values: {} };

/** A reply as the messages of a post. The first one carries the key, in the custom id of its last button. */
export function postedPages(
  reply: Reply,
  place: string,
  key: string | undefined,
  kept: Kept,
): Promise<readonly Page[]> {
  const pages = paged(reply);
  const pings = reply.mention?.kind === "role" ? { pings: reply.mention.id } : {};
  return Promise.all(
    pages.map(async (fragments, page) => {
      const buttons = fragments.flatMap((f) => (f.kind === "buttons" ? f.buttons : []));
      const inside = buttons.map(({ call }) => ({ do: "call" as const, call }));
      const setting = { place: { platform: PLATFORM, id: place }, kept };
      const written = await identified(inside, CUSTOM_ID_MAX, setting);
      const mark: Action = { do: "call", call: HELP };
      const id = (action: Action): string => {
        const one = written(action);
        return action === mark ? `${MARK}${key ?? ""}${one.slice(one.indexOf("|"))}` : one;
      };
      const below = page > 0 ? [] : [{ label: "Ask Talks", action: mark }];
      return render(fragments, { page, pages: pages.length, below, histories: [], id, ...(page > 0 ? {} : pings) });
    }),
  );
}

const MARK = "m-";

/** Whether a message is the post that carries a key. */
export function isMarked({ components }: Message, key: string): boolean {
  return JSON.stringify(components).includes(`"${MARK}${key}|`);
}
