import type { Fact } from "./fact.ts";
import type { Named, Names, Participant } from "./names.ts";

/** The side that is not a party: everybody of the role `party` in the claim's own talks. */
export const BOTH: Named = {
  id: "both",
  name: "Both sides",
  aliases: ["each", "both countries", "both nations", "mutual", "shared", "all parties", "all sides"],
};

/**
 * Who was there, each with the role that it has in the negotiation. Of talks without a negotiation, every party that is
 * held.
 */
export function partiesOf(talks: string, names: Names): readonly Participant[] {
  const held = names.talks.get(talks);
  const negotiation = names.negotiations.get(held?.negotiation ?? "");
  if (negotiation === undefined) return names.parties.all.map(({ id }) => ({ party: id, role: "party" }));
  const there = held?.parties ?? [];
  if (there.length === 0) return negotiation.parties;
  return there.map((party) => negotiation.parties.find((p) => p.party === party) ?? { party, role: "party" });
}

/** Ids of those who negotiate in these talks: the sides that `both` stands for. */
export function negotiating(talks: string, names: Names): readonly string[] {
  return partiesOf(talks, names).flatMap(({ party, role }) => (role === "party" ? [party] : []));
}

/** Ids of the parties that a fact is about; none where it names no side. */
export function sidesOf(fact: Pick<Fact, "talks" | "side">, names: Names): readonly string[] {
  if (fact.side === undefined) return [];
  return fact.side === BOTH.id ? negotiating(fact.talks, names) : [fact.side];
}

/** Whether a fact is about a side. What is said of both is about each of them; asked for both, only that is meant. */
export function isOfSide(fact: Pick<Fact, "talks" | "side">, side: string, names: Names): boolean {
  return fact.side === side || (side !== BOTH.id && sidesOf(fact, names).includes(side));
}
