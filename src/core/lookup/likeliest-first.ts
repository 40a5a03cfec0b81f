import type { Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import { inFields, type Holding } from "./holding.ts";
import type { Parts } from "./parts.ts";

/**
 * Sorts the facts of an answer: first by how much of the question's words they have, by rarity; then those with the
 * names in their fields, and those of the side itself before those of both sides; else in their order. Facts that
 * disagree stay together.
 */
export function likeliestFirst(facts: readonly Fact[], parts: Parts, holding: Holding): readonly Fact[] {
  const fitting = facts.map((fact) => {
    const words = parts.own.reduce((sum, word) => sum + word.rarity * holding.surely(fact, word), 0);
    const named = parts.names.filter((id) => inFields(fact, id)).length;
    const side = fact.side !== undefined && parts.sides.includes(fact.side) ? SIDE : 0;
    const one = SLOTS[fact.slot].holds === "one" ? JSON.stringify([fact.talks, fact.slot, fact.side]) : fact.id;
    return { fact, one, fit: words + named * NAMED + side };
  });
  const best = new Map<string, number>();
  for (const { one, fit } of fitting) best.set(one, Math.max(best.get(one) ?? 0, fit));
  return fitting.toSorted((a, b) => (best.get(b.one) ?? 0) - (best.get(a.one) ?? 0)).map((f) => f.fact);
}

// Less than the rarity of any telling word.
const NAMED = 0.5;
const SIDE = 0.5;
