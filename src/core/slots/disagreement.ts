import type { SlotName } from "#core/facts/slot-names.ts";
import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import { SLOTS } from "./index.ts";
import { factsIn, rounds, type View } from "#core/facts/view.ts";
import { defined } from "#core/text/defined.ts";

/** Live facts of one single-valued slot that cannot all stand as stated: shown side by side, never decided here. */
export interface Disagreement {
  readonly talks: string;
  readonly slot: SlotName;
  readonly side?: string;
  readonly facts: readonly Fact[];
}

/** The facts among these that differ from another one on the same (talks, slot, side), or undefined where none does. */
export function differing(facts: readonly Fact[]): readonly Fact[] | undefined {
  const open = facts.filter((f) => f.settled === undefined);
  const apart = new Set([...byQuestion(open).values()].flatMap(differingInOne));
  const all = open.filter((a) => a.standing === "disputed" || apart.has(a));
  return all.length > 0 ? all : undefined;
}

/** These facts with all that differ from one of them, in the order of `all`: where sources differ, every one is shown. */
export function withDiffering(facts: readonly Fact[], all: readonly Fact[]): readonly Fact[] {
  const asked = byQuestion(facts.filter((f) => f.settled === undefined));
  const others = new Set(
    all.filter((a) => a.settled === undefined && (asked.get(questionOf(a)) ?? []).some((f) => differ(f, a))),
  );
  if (others.size === 0) return facts;
  const given = new Set(facts);
  return all.filter((a) => given.has(a) || others.has(a));
}

/** The facts among these that one cannot stand beside, settled ones left out: in one pass over them. */
export function differingFrom(fact: Fact, facts: readonly Fact[]): readonly Fact[] {
  const { slot, talks, side } = fact;
  if (SLOTS[slot].holds === "many" || fact.settled !== undefined) return [];
  const asked = (f: Fact): boolean =>
    f.slot === slot && f.talks === talks && f.side === side && f.settled === undefined;
  return facts.filter((f) => asked(f) && differ(fact, f));
}

// Facts on different questions never contradict each other: who led one side says nothing of who led the other.
function questionOf({ slot, talks, side = "" }: Fact): string {
  return `${slot} ${talks} ${side}`;
}

/** The facts of slots that hold one value, by the question they answer. */
function byQuestion(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  return Map.groupBy(
    facts.filter((f) => SLOTS[f.slot].holds === "one"),
    questionOf,
  );
}

/** Of the facts on one question, those that differ from another. Of a pair that does, neither is compared again. */
function differingInOne(facts: readonly Fact[]): readonly Fact[] {
  const found = new Set<Fact>();
  for (const a of facts) {
    if (found.has(a)) continue;
    const other = facts.find((b) => differ(a, b));
    if (other !== undefined) found.add(a).add(other);
  }
  return [...found];
}

// Both are on one question, of a slot that holds one value.
function differ(a: Fact, b: Fact): boolean {
  return a !== b && SLOTS[a.slot].differ(fieldsOf(a), fieldsOf(b));
}

/** Every open disagreement of a round, or of all rounds, the latest round first. */
export function disagreements(view: View, talks?: string): readonly Disagreement[] {
  const names = Object.keys(SLOTS) as readonly SlotName[];
  return rounds(view)
    .toReversed()
    .filter((t) => talks === undefined || t.id === talks)
    .flatMap((t) =>
      names.flatMap((slot) =>
        [...Map.groupBy(factsIn(view, slot, t.id), (f) => f.side)].flatMap(([side, facts]) => {
          const open = differing(facts);
          if (open === undefined) return [];
          return [{ talks: t.id, slot, ...defined({ side }), facts: open }];
        }),
      ),
    );
}
