import type { Fact } from "#core/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import { inFields, type Holding } from "./holding.ts";
import type { Parts } from "./parts.ts";

/**
 * The facts of an answer, those first that have most of the question's words, by rarity, then those with the names in their fields and of the
 * side itself before those of both; else in their order. What sources say differently of one thing stays together.
 */
export function likeliestFirst(facts: readonly Fact[], parts: Parts, holding: Holding): readonly Fact[] {
  const fits = new Map<string, number>();
  const fit = (fact: Fact): number => {
    const words = parts.own.reduce((sum, word) => sum + word.rarity * holding.surely(fact, word), 0);
    const named = parts.names.filter((id) => inFields(fact, id)).length;
    return words + named * NAMED + (fact.side !== undefined && parts.sides.includes(fact.side) ? SIDE : 0);
  };
  const group = (fact: Fact): string =>
    SLOTS[fact.slot].holds === "one" ? JSON.stringify([fact.talks, fact.slot, fact.side]) : fact.id;
  for (const fact of facts) fits.set(group(fact), Math.max(fits.get(group(fact)) ?? 0, fit(fact)));
  return facts.toSorted((a, b) => (fits.get(group(b)) ?? 0) - (fits.get(group(a)) ?? 0));
}

// Less than any word's rarity that says anything.
const NAMED = 0.5;
const SIDE = 0.5;
