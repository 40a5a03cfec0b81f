import type { Message } from "discord.js";
import type { RawCall } from "#core/call.ts";
import type { Reply } from "#core/reply.ts";
import { writeAction, type Action } from "./actions.ts";
import { paged } from "./pages.ts";
import type { Kept } from "./kept.ts";
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
      const calls = fragments.flatMap((f) => (f.kind === "buttons" ? f.buttons.map((b) => b.call) : []));
      const long = calls.filter((call) => writeAction({ do: "call", call }, 99) === undefined);
      const keep = long.map((call) => ({ do: "call", call }));
      const token = long.length === 0 ? "" : await kept.keep({ platform: PLATFORM, id: place }, keep);
      const mark: Action = { do: "call", call: HELP };
      let nth = 0;
      const id = (action: Action): string => {
        nth += 1;
        const index = action.do === "call" ? long.indexOf(action.call) : -1;
        const written = writeAction(index < 0 ? action : { do: "kept", token, index }, nth) ?? "";
        return action === mark ? `${MARK}${key ?? ""}${written.slice(written.indexOf("|"))}` : written;
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
