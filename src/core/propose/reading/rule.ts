import type { SlotName } from "#core/facts/slot-names.ts";
import type { Danger } from "./guard.ts";
import type { Sentence } from "./passage.ts";
import { BOTH_SIDES, BOTH_WORDS } from "./parties.ts";
import type { Side } from "./proposal.ts";
import type { Read, Reading } from "./read-article.ts";
import type { Span } from "./span.ts";

/** What a rule finds: the words that set it off, and the value of each field as a span. */
export interface Found {
  readonly at: Span;
  readonly fields: Readonly<Record<string, Span>>;
  readonly side?: Side | undefined;
  readonly according?: Span | undefined;
  readonly hints?: Readonly<Record<string, string>> | undefined;
}

/** How one kind of fact is found. `harmless`: what elsewhere speaks against a find, and here does not. */
export interface Rule {
  readonly name: string;
  readonly slot: SlotName;
  readonly harmless?: readonly Danger[];
  /** Its value stands before what happened or within it, so that a denial behind it counts too. */
  readonly whole?: true;
  find(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found>;
}

/** The side that the words before `at` are about: the party or the `both` that is named last, from `from` on. */
export function sideBefore(passage: Read, from: number, at: number): Side | undefined {
  const own = passage.parties.findLast((p) => p.start >= from && p.end <= at && !isObject(passage, p));
  const both = [...passage.bare.slice(from, at + 12).matchAll(BOTH_WORDS)].findLast((m) => from + m.index < at);
  if (both === undefined) return own?.side;
  return own !== undefined && own.start > from + both.index ? own.side : BOTH_SIDES;
}

/** Of two parties that are named one after the other with "and": both. */
export function subjectSide(passage: Read, from: number, at: number): Side | undefined {
  const subjects = passage.parties.filter((p) => p.start >= from && p.end <= at && !isObject(passage, p));
  const [a, b] = subjects.slice(-2);
  if (
    a !== undefined &&
    b !== undefined &&
    a.side.name !== b.side.name &&
    /^(?:[’']s?)?(?:\s\S+){0,3}?\sand\s(?:the\s)?$/u.test(passage.bare.slice(a.end, b.start))
  )
    return BOTH_SIDES;
  return sideBefore(passage, from, at);
}

/** A party that stands behind "to", "with", "in" or "against" is not the one that does something. */
function isObject({ bare }: Read, { start }: Span): boolean {
  return /\b(?:to|with|in|against|from|at|within|into|between|toward|towards|over|of)\s(?:the\s)?$/iu.test(
    bare.slice(0, start),
  );
}
