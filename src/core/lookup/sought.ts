import { type Ages, lateOf } from "./ages.ts";
import type { Weighted } from "./best.ts";
import type { Question } from "./question.ts";
import { facet } from "./row.ts";
import { termOf } from "./stem.ts";

// Enough that the talks asked for come before all others.
const TALKS = 12;

/** The terms that rows are sought by; `ids`: of the talks that are asked for, where it is known which. */
export function soughtIn(
  question: Question,
  ids: ReadonlySet<string> | undefined,
  age: Ages,
): readonly (readonly Weighted[])[] {
  const { slots, words, names, sides, tokens } = question;
  const newest = lateOf(age);
  return [
    ...words.map((w) => w.terms.map(({ term, weight }) => ({ term, weight: weight * (w.telling ? 1 : 0.3) }))),
    slots.slice(0, 5).map(({ slot, weight }) => ({ term: facet("slot", slot), weight })),
    [...(ids ?? newest)].map((id) => ({ term: facet("talks", id), weight: ids === undefined ? 0.02 : TALKS })),
    ...names.map(({ of, id, from, size }) => [
      { term: facet(of, id), weight: 0.8 },
      // Who is spoken of in a fact's text is in none of its fields.
      ...tokens.slice(from, from + size).map((t) => ({ term: termOf(t.text), weight: 0.8 })),
    ]),
    sides.map((id) => ({ term: facet("side", id), weight: 0.5 })),
  ].filter((some) => some.length > 0);
}
