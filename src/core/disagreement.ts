import { fieldsOf, type Fact } from "./fact.ts";
import { SLOTS, type SlotName } from "#core/slots/index.ts";
import { factsIn, rounds, type View } from "./view.ts";

/** Live facts of one single-valued slot that cannot all stand as stated: shown side by side, never decided here. */
export interface Disagreement {
  readonly talks: string;
  readonly slot: SlotName;
  readonly side?: string;
  readonly facts: readonly Fact[];
}

/** The disagreement among these facts of one (talks, slot, side), or undefined where none differs from another. */
export function differing(facts: readonly Fact[]): readonly Fact[] | undefined {
  const [first] = facts;
  if (first === undefined) return undefined;
  const slot = SLOTS[first.slot];
  const disputed = facts.filter((f) => f.standing === "disputed");
  if (slot.holds === "many") return disputed.length > 0 ? disputed : undefined;
  const all = facts.filter(
    (a) => a.standing === "disputed" || facts.some((b) => a !== b && slot.differ(fieldsOf(a), fieldsOf(b))),
  );
  return all.length > 0 ? all : undefined;
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
          const apart = differing(facts);
          if (apart === undefined) return [];
          return [{ talks: t.id, slot, ...(side === undefined ? {} : { side }), facts: apart }];
        }),
      ),
    );
}
