import type { SlotName } from "./slot-names.ts";
import type { Article } from "./article.ts";
import { live, type Fact } from "./fact.ts";
import type { Names, Talks } from "./names.ts";

/** Everything that a desk holds at one instant: the library, with the desk's own changes over it. Immutable. */
export interface View extends Names {
  readonly articles: ReadonlyMap<string, Article>;
  /** Every fact, also retracted ones: the library's in its order, then the desk's own. */
  readonly facts: readonly Fact[];
}

export function factsIn(view: View, slot: SlotName, talks?: string, side?: string): readonly Fact[] {
  return view.facts.filter(
    (f) =>
      f.slot === slot &&
      live(f) &&
      (talks === undefined || f.talks === talks) &&
      (side === undefined || f.side === side || f.side === "both"),
  );
}

/** The rounds in order, the latest last. */
export function rounds(view: View): readonly Talks[] {
  return view.talks.all.toSorted((a, b) => a.order - b.order);
}

/** The latest round in which one of the slots holds something; the latest round of all where none does. */
export function latestWith(view: View, slots: readonly SlotName[]): Talks | undefined {
  const all = rounds(view).toReversed();
  return all.find((t) => slots.some((s) => factsIn(view, s, t.id).length > 0)) ?? all[0];
}
