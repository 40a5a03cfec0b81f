import { slotKey } from "./label.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { fieldsOf, live, type Claim, type Fact } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import { FactIndex } from "./fact-index.ts";
import { SLOTS } from "./index.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { defined } from "#core/text/defined.ts";
import { memoised } from "#core/text/lazy.ts";

/** Live facts on one question that cannot all stand as stated: shown side by side, never decided here. */
export interface Disagreement {
  readonly talks: string;
  readonly slot: SlotName;
  readonly side?: string;
  readonly facts: readonly Fact[];
}

/** The facts among these that differ from another one on the same question, or undefined where none does. */
export function differing(facts: readonly Fact[], names: Names): readonly Fact[] | undefined {
  const open = facts.filter((f) => f.settled === undefined);
  const apart = new Set([...Map.groupBy(open, questionOf).values()].flatMap((some) => differingInOne(some, names)));
  const all = open.filter((a) => a.standing === "disputed" || apart.has(a));
  return all.length > 0 ? all : undefined;
}

// Of more facts on one question, the first are compared: an answer takes as long whatever a round holds.
const COMPARED = 100;

/**
 * These facts with all that say something else on a question of theirs, in the order of `all`: what differs, and what
 * is consistent.
 */
export function withOthers(facts: readonly Fact[], all: readonly Fact[], names: Names): readonly Fact[] {
  const asked = Map.groupBy(
    facts.filter((f) => f.settled === undefined),
    questionOf,
  );
  const open = all.filter((a) => a.settled === undefined && asked.has(questionOf(a)));
  const others = new Set(
    [...Map.groupBy(open, questionOf)].flatMap(([question, some]) =>
      some.slice(0, COMPARED).filter((a) => asked.get(question)?.some((f) => unlike(f, a, names))),
    ),
  );
  if (others.size === 0) return facts;
  const [own, there] = [new Set(facts), new Set(all)];
  return [...all.filter((a) => own.has(a) || others.has(a)), ...facts.filter((f) => !there.has(f))];
}

/**
 * Facts on the first one's question that can all hold, though they do not say the same: one bound within another. None
 * where nothing is so. What cannot be read is consistent with nothing.
 */
export function consistent(facts: readonly Fact[], names: Names): readonly Fact[] {
  const [first, ...rest] = facts;
  if (first === undefined) return [];
  const kin = [first, ...rest.filter((f) => questionOf(f) === questionOf(first))];
  const related = (a: Fact, wanted: readonly string[]): boolean =>
    kin.some((b) => a !== b && wanted.includes(SLOTS[a.slot].relate(fieldsOf(a), fieldsOf(b), names)));
  return kin.some((f) => related(f, ["consistent"])) ? kin.filter((f) => related(f, ["consistent", "same"])) : [];
}

/** The live facts of a view that one cannot stand beside, settled ones left out: the first `most` of them. */
export function differingFrom(fact: Fact, view: View, most: number): readonly Fact[] {
  const question = questionOn(fact.claims[0]);
  if (question === undefined || fact.settled !== undefined) return [];
  const found: Fact[] = [];
  for (const f of BY_QUESTION.under(question, view.facts)) {
    if (found.length === most) break;
    if (live(f) && f.settled === undefined && differ(fact, f, view)) found.push(f);
  }
  return found;
}

// Facts on different questions never contradict each other: who led one side says nothing of who led the other. What
// never differs has a question of its own, so that thousands of notes are not compared with thousands.
function questionOf(fact: Fact): string {
  return questionOn(fact.claims[0]) ?? fact.id;
}

const questionOn = memoised(({ talks, slot, side, fields }: Claim): string | undefined => {
  const subject = SLOTS[slot].subject(fields);
  return subject === undefined ? undefined : JSON.stringify([talks, slot, side ?? "", subject]);
});

const BY_QUESTION = new FactIndex((fact) => [questionOn(fact.claims[0]) ?? fact.id]);
const BY_ARTICLE = new FactIndex((fact) => {
  const question = questionOn(fact.claims[0]);
  return question === undefined ? [] : fact.claims.map((c) => `${c.citation.article} ${question}`);
});

/**
 * A live claim of one of these articles that another claim of theirs cannot stand beside, and its fact; bare ones say
 * nothing.
 */
export function contradicted(
  claim: Claim,
  articles: readonly string[],
  view: View,
): { readonly fact: Fact; readonly held: Claim } | undefined {
  const question = questionOn(claim);
  if (question === undefined) return undefined;
  for (const article of articles)
    for (const fact of BY_ARTICLE.under(`${article} ${question}`, view.facts)) {
      if (!live(fact)) continue;
      const held = fact.claims.find((c) => c.bare === undefined && c.citation.article === article);
      if (held !== undefined && SLOTS[claim.slot].relate(held.fields, claim.fields, view) === "differs")
        return { fact, held };
    }
  return undefined;
}

/** Of the facts on one question, those that differ from another. Of a pair that does, neither is compared again. */
function differingInOne(facts: readonly Fact[], names: Names): readonly Fact[] {
  const found = new Set<Fact>();
  for (const a of facts) {
    if (found.has(a)) continue;
    const other = facts.find((b) => differ(a, b, names));
    if (other !== undefined) found.add(a).add(other);
  }
  return [...found];
}

// Both are on one question: the caller has grouped them by it.
function differ(a: Fact, b: Fact, names: Names): boolean {
  return a !== b && SLOTS[a.slot].relate(fieldsOf(a), fieldsOf(b), names) === "differs";
}

function unlike(a: Fact, b: Fact, names: Names): boolean {
  const relation = SLOTS[a.slot].relate(fieldsOf(a), fieldsOf(b), names);
  return a !== b && (relation === "differs" || relation === "consistent");
}

/** Every open disagreement, the latest round first. */
export const disagreements = memoised((view: View): readonly Disagreement[] => {
  const places = new Map(rounds(view).map((t, i) => [t.id, -i]));
  const slots = new Map(Object.keys(SLOTS).map((name, i) => [name, i]));
  const known = view.facts.filter((f) => live(f) && places.has(f.talks));
  const questions = Map.groupBy(known, (f) => JSON.stringify([f.talks, slotKey(f), f.side]));
  return [...questions.values()]
    .flatMap((facts) => {
      const [first, ...rest] = differing(facts, view) ?? [];
      if (first === undefined) return [];
      return [{ talks: first.talks, slot: first.slot, ...defined({ side: first.side }), facts: [first, ...rest] }];
    })
    .toSorted(
      (a, b) =>
        (places.get(a.talks) ?? 0) - (places.get(b.talks) ?? 0) || (slots.get(a.slot) ?? 0) - (slots.get(b.slot) ?? 0),
    );
});
