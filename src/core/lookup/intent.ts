import type { SlotName } from "#core/facts/slot-names.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import type { Slot } from "#core/slots/slot.ts";
import { lazy } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import { isSlip } from "#core/text/slip.ts";
import { cost } from "./spelling.ts";
import { LITTLE_WORDS } from "./little-words.ts";

/** A slot that a question asks for, by which of its own phrases, and how many words that is. */
export interface Intent {
  readonly slot: SlotName;
  readonly phrase: string;
  readonly size: number;
}

/** What limits the reading of a question's words. */
interface Among {
  /** Which slots may be meant. */
  readonly slots?: readonly Slot[];
  /** Whether facts have a word. Such a word is not a slip of another. */
  readonly held?: (word: string) => boolean;
}

const phrasesOf = lazy(
  () =>
    new Map(ALL_SLOTS.map((slot) => [slot, slot.ask.map((phrase) => ({ phrase, parts: fold(phrase).split(" ") }))])),
);

// A swap, or a letter struck twice: "topcis" among the words of the agenda, but not "tropics".
const SURE = 0.6;

/** The slots whose words the question has, the longest phrase winning; its words count as used. */
export function intentsIn(
  words: readonly string[],
  used: Set<number>,
  { slots = ALL_SLOTS, held = () => false }: Among = {},
): readonly Intent[] {
  const all = slots.flatMap((slot) =>
    (phrasesOf().get(slot) ?? []).flatMap(({ phrase, parts }) => {
      const at = parts.map((part) => findWord(words, part, parts.length > 1, held));
      if (at.includes(-1)) return [];
      const off = parts.reduce((sum, part, i) => sum + slipCost(words[at[i] ?? 0] ?? "", part), 0);
      return [{ slot: slot.name, phrase, size: parts.length, at, off }];
    }),
  );
  const longest = Math.max(0, ...all.map((i) => i.size));
  const long = all.filter((i) => i.size === longest);
  // "wher" is a slip of "where" and of "when": the likelier one is meant, not both.
  const best = long.filter((i) => !long.some((o) => String(o.at) === String(i.at) && o.off < i.off));
  // What else a question says of the slot that it asks for is said of it too: "what topics were on the table".
  const asked = new Set(best.map((i) => i.slot));
  const alike = all.filter((i) => asked.has(i.slot) && i.off <= SURE);
  for (const { at } of [...best, ...alike]) for (const i of at) used.add(i);
  return [...new Map(best.map(({ slot, phrase, size }) => [slot, { slot, phrase, size }])).values()];
}

function slipCost(typed: string, meant: string): number {
  return typed === meant || plural(typed, meant) ? 0 : cost(typed, meant);
}

function findWord(words: readonly string[], part: string, inPhrase: boolean, held: (word: string) => boolean): number {
  const same = words.indexOf(part);
  if (same >= 0) return same;
  // "then" is a word and not a slip of "when". "access" is not a slip of "accuse" where facts have it.
  return words.findIndex(
    (w) =>
      !LITTLE_WORDS.has(w) &&
      (plural(w, part) || (!held(w) && (isSlip(w, part) || (inPhrase && lacksLetter(w, part))))),
  );
}

/** "hw long", "wh led": in a phrase whose other words are there, even a short word may lack a letter. */
function lacksLetter(typed: string, meant: string): boolean {
  if (meant.length > 4 || typed.length < 2 || typed.length !== meant.length - 1) return false;
  return [...meant].some((_, i) => typed === meant.slice(0, i) + meant.slice(i + 1));
}

export function plural(typed: string, word: string): boolean {
  return typed === `${word}s` || `${typed}s` === word;
}
