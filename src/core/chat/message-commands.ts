import type { RawCall } from "#core/request/call.ts";
import { mayActAs, type Tier } from "#core/request/asker.ts";
import { EXCERPT_MAX } from "#core/facts/article.ts";
import { clean, shorten } from "#core/text/text.ts";

/** A message that somebody chose a command on. `day` is the day it was sent, UTC, as `2026-11-23`. */
export interface Chosen {
  readonly text: string;
  readonly author: string;
  readonly address: string;
  readonly day: string;
}

const SAVE = "Save as fact";
const CHECK = "Check this quote";

/** The commands in a message's own menu. `servers`: they change a desk, so that they are offered in servers only. */
export const MESSAGE_COMMANDS = [
  { name: SAVE, servers: true },
  { name: CHECK, servers: false },
] as const;

export type MessageCommand = (typeof MESSAGE_COMMANDS)[number]["name"];

/**
 * The call that a message command makes: a fact or a suggestion, by who asks, that cites the message; or a quotation to
 * check.
 */
export function messageCall(name: MessageCommand, message: Chosen, tier: Tier): RawCall {
  const words = clean(message.text).text.trim();
  if (name === CHECK) return { path: ["talks", "check-quote"], values: { words } };
  const { author, address, day } = message;
  return {
    path: mayActAs(tier, "moderator") ? ["facts", "add"] : ["talks", "suggest"],
    values: {
      source: `new: ${shorten(author, 80)}`,
      paragraph: "1",
      excerpt: shorten(words.replace(/\s+/gu, " "), EXCERPT_MAX),
      address,
      published: day,
    },
  };
}
