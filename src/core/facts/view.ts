import type { SlotName } from "./slot-names.ts";
import type { Article } from "./article.ts";
import { live, type Fact } from "./fact.ts";
import type { Names, Negotiation, Talks } from "./names.ts";
import type { Told, Tongue } from "#core/messages/tongue.ts";
import { memoised } from "#core/text/lazy.ts";
import { isOfSide } from "./sides.ts";

/**
 * Everything that a desk holds at one instant: the library, with the desk's own changes over it. Immutable.
 * `tongue`: in which language it is told.
 */
export interface View extends Names, Told {
  readonly articles: ReadonlyMap<string, Article>;
  /** Every fact, also retracted ones: the library's in its order, then the desk's own. */
  readonly facts: readonly Fact[];
}

/** The same view, told in a language. One of each, so that what was worked out for it once is found again. */
export function inTongue(view: View, tongue: Tongue | undefined): View {
  return tongue === undefined || view.tongue === tongue ? view : told(plainView(view))(tongue);
}

/** The view as it is without a language: questions are looked up in it. */
export function plainView(view: View): View {
  return plain.get(view) ?? view;
}

const plain = new WeakMap<View, View>();
const told = memoised((view: View) => {
  const made = new Map<Tongue, View>();
  return (tongue: Tongue): View => {
    const known = made.get(tongue) ?? { ...view, tongue };
    made.set(tongue, known);
    plain.set(known, view);
    return known;
  };
});

export function factsIn(view: View, slot: SlotName, talks?: string, side?: string): readonly Fact[] {
  return view.facts.filter(
    (f) =>
      f.slot === slot &&
      live(f) &&
      (talks === undefined || f.talks === talks) &&
      (side === undefined || isOfSide(f, side, view)),
  );
}

/**
 * The rounds of a negotiation in order, the latest last. Without one those of all negotiations, each together, the
 * negotiation with the latest round last.
 */
export function rounds(view: Pick<View, "talks">, negotiation?: string): readonly Talks[] {
  // `inOrder` has put them so.
  return view.talks.all.filter((t) => negotiation === undefined || t.negotiation === negotiation);
}

/** The fact with this id; a claim that joined a fact still leads to it. */
export function factCalled(id: string, { facts }: Pick<View, "facts">): Fact | undefined {
  return facts.find((f) => f.id === id) ?? facts.find((f) => f.claims.some((c) => c.id === id));
}

/**
 * What a round is one of; undefined for talks that a desk of an early version kept alone.
 */
export function negotiationOf(talks: string, view: View): Negotiation | undefined {
  return view.negotiations.get(view.talks.get(talks)?.negotiation ?? "");
}

/**
 * The latest round in which one of the slots holds something that is kept, of a negotiation where one is named; the
 * latest round of all where none does.
 */
export function latestWith(
  view: View,
  slots: readonly SlotName[],
  negotiation?: string,
  keep: (fact: Fact) => boolean = () => true,
): Talks | undefined {
  const all = rounds(view, negotiation).toReversed();
  return all.find((t) => slots.some((s) => factsIn(view, s, t.id).some(keep))) ?? all[0];
}
