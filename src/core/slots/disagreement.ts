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
  const all = open.filter((a) => a.standing === "disputed" || open.some((b) => apart(a, b)));
  return all.length > 0 ? all : undefined;
}

/** These facts with all that differ from one of them, in the order of `all`: where sources differ, every one is shown. */
export function withDiffering(facts: readonly Fact[], all: readonly Fact[]): readonly Fact[] {
  const open = facts.filter((f) => f.settled === undefined);
  const others = all.filter((a) => a.settled === undefined && open.some((f) => apart(f, a)));
  return others.length === 0 ? facts : all.filter((a) => facts.includes(a) || others.includes(a));
}

// Facts on different questions never contradict each other: who led one side says nothing of who led the other.
function apart(a: Fact, b: Fact): boolean {
  const slot = SLOTS[a.slot];
  if (a === b || slot.holds === "many" || a.slot !== b.slot || a.talks !== b.talks || a.side !== b.side) return false;
  return slot.differ(fieldsOf(a), fieldsOf(b));
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
