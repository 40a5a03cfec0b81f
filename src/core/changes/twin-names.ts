import type { Snapshot } from "#core/desk/desk.ts";
import { fold } from "#core/text/text.ts";
import type { Known } from "./name-state.ts";

/**
 * Two names of one kind that are called alike: the first may go into the second, which is the shipped one if any is.
 */
export interface TwinNames {
  readonly from: Known;
  readonly into: Known;
}

const TWINNED = ["negotiations", "talks", "parties", "people", "places"] as const;

/**
 * Names that are held twice, such as what was made while the sample was off. Rounds are alike within one negotiation.
 */
export function twinNames({ view, beneath }: Pick<Snapshot, "view" | "beneath">): readonly TwinNames[] {
  return TWINNED.flatMap((of) => {
    const all = view[of].all.map((item): Known => ({ of, item }));
    const alike = Map.groupBy(all, ({ item }) => {
      const negotiation = of === "talks" ? (view.talks.get(item.id)?.negotiation ?? "") : "";
      return `${fold(item.name)}|${negotiation}`;
    });
    return [...alike.values()].flatMap((some) => {
      const into = some.find(({ item }) => beneath[of].get(item.id) !== undefined) ?? some[0];
      return into === undefined ? [] : some.filter((known) => known !== into).map((from) => ({ from, into }));
    });
  });
}
