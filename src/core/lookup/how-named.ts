import type { Named, Names } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { memoised } from "#core/text/lazy.ts";
import type { Place } from "./held.ts";
import { inFields } from "./in-fields.ts";
import { facet } from "./row.ts";
import { termOf } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { wordsIn } from "./words-in.ts";

/** The terms of each of a name's spellings. */
const spelt = memoised(({ name, aliases }: Named) =>
  [name, ...aliases].map((spelling) => {
    const words = wordsIn(spelling);
    // "EU" is a name by itself; "al" and "of" are parts of many.
    const isOwn = (w: string): boolean => w.length > 2 || (words.length === 1 && w.length === 2 && !STOP_WORDS.has(w));
    return words.flatMap((w) => (isOwn(w) ? [termOf(w)] : []));
  }),
);

// Of a party with more people, the first are looked for.
const PEOPLE_MAX = 20;

const peopleOf = memoised((view: View) => Map.groupBy(view.people.all, (p) => p.party));

/** Whether a fact names somebody of a party. */
export function hasPeopleOf(place: Place, view: View, party: string): boolean {
  const people = peopleOf(view).get(party) ?? [];
  return people.slice(0, PEOPLE_MAX).some((p) => howNamed(place, view, "people", p.id) !== undefined);
}

/** Whether a fact has a name in a field or in its text; undefined where it has it nowhere. */
export function howNamed(
  { index, doc, fact }: Place,
  view: View,
  of: Exclude<keyof Names, "negotiations">,
  id: string,
): "field" | "text" | undefined {
  if (index.has(facet(of, id), doc) || inFields(fact, id)) return "field";
  const item = view[of].get(id);
  if (item === undefined) return undefined;
  return spelt(item).some((s) => {
    const own = of === "people" ? s.slice(-1) : s;
    return own.length > 0 && own.every((term) => index.has(term, doc));
  })
    ? "text"
    : undefined;
}
