import type { Fact } from "#core/facts/fact.ts";
import { fieldsOf, live, type Claim } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { SLOTS } from "#core/slots/index.ts";
import { FactIndex } from "#core/slots/fact-index.ts";
import { claimKey } from "#core/slots/join.ts";
import { fold } from "#core/text/text.ts";

/** Likeness from which two clauses are shown as near: twice the words in common over the words of both (Dice). */
const NEAR = 0.6;
const MOST = 3;

/**
 * Facts that are compared at most: those that share the rarest words come first, and one that shares only common ones
 * is hardly near.
 */
const COMPARED = 300;

/** A live fact on a claim's question of which nobody can tell from the words whether both can hold. */
export function unsureBeside(claim: Claim, view: View): Fact | undefined {
  const slot = SLOTS[claim.slot];
  if (slot.holds !== "one") return undefined;
  let compared = 0;
  for (const f of BY_ROUND.under(roundOf(claim), view.facts)) {
    if ((compared += 1) > COMPARED) break;
    if (live(f) && f.side === claim.side && slot.unsure(fieldsOf(f), claim.fields, view)) return f;
  }
  return undefined;
}

const BY_ROUND = new FactIndex((fact) => [roundOf(fact.claims[0])]);

function roundOf({ talks, slot }: Claim): string {
  return `${talks} ${slot}`;
}

/**
 * Held facts whose free words are near those of a claim without being the same, the nearest first: the moderator who
 * adds it may join one.
 */
export function nearHeld(claim: Claim, view: View): readonly Fact[] {
  const { facts } = view;
  const slot = SLOTS[claim.slot];
  const said = wordsOf(claim);
  const key = claimKey(claim);
  const some = new Set<Fact>();
  const rarestFirst = placesOf(claim)
    .map((place) => ({ place, size: BY_WORD.size(place, facts) }))
    .toSorted((a, b) => a.size - b.size);
  for (const { place } of rarestFirst)
    for (const fact of BY_WORD.under(place, facts)) {
      if (some.size === COMPARED) break;
      some.add(fact);
    }
  return [...some]
    .filter((f) => f.id !== claim.id && live(f) && claimKey(f.claims[0]) !== key)
    .filter((f) => slot.relate(fieldsOf(f), claim.fields, view) !== "differs")
    .map((fact) => ({ fact, likeness: Math.max(...fact.claims.map((c) => likeness(said, wordsOf(c)))) }))
    .filter((n) => n.likeness >= NEAR)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map((n) => n.fact);
}

const BY_WORD = new FactIndex((fact) => fact.claims.flatMap(placesOf));

/**
 * Where a claim stands in the index: each of its free words, on its own question, among those that are equal in what
 * the slot says, and in their numbers. Clauses with other numbers do not say the same, however alike they are.
 */
function placesOf(claim: Claim): readonly string[] {
  const { talks, slot, side = "", fields } = claim;
  const same = (SLOTS[slot].near?.same ?? []).map((field) => fold(String(fields[field] ?? ""))).join(" ");
  const all = [...wordsOf(claim)];
  const numbers = all.filter((word) => /\p{N}/u.test(word)).toSorted();
  return all.map((word) => JSON.stringify([talks, slot, side, same, numbers, word]));
}

const words = new WeakMap<Claim, ReadonlySet<string>>();

// A claim never changes, and each new one is compared with many.
function wordsOf(claim: Claim): ReadonlySet<string> {
  const known = words.get(claim);
  if (known !== undefined) return known;
  const field = SLOTS[claim.slot].near?.field;
  const made = new Set(field === undefined ? [] : fold(String(claim.fields[field] ?? "")).split(" "));
  words.set(claim, made);
  return made;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return (2 * common) / (a.size + b.size);
}
