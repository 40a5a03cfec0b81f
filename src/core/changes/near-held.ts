import type { Fact } from "#core/facts/fact.ts";
import { live, type Claim } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { SLOTS } from "#core/slots/index.ts";
import { claimKey } from "#core/slots/join.ts";
import { fold } from "#core/text/text.ts";

/** Likeness from which two clauses are shown as near: twice the words in common over the words of both (Dice). */
const NEAR = 0.6;
const MOST = 3;

/**
 * Held facts whose free words are near those of a claim without being the same, the nearest first: the person who adds
 * it may join one.
 */
export function nearHeld(claim: Claim, view: View): readonly Fact[] {
  const field = freeField(claim);
  if (field === undefined) return [];
  const said = wordsOf(claim, field);
  const key = claimKey(claim);
  return view.facts
    .filter((f) => f.slot === claim.slot && f.talks === claim.talks && f.side === claim.side && live(f))
    .filter((f) => f.id !== claim.id && claimKey(f.claims[0]) !== key)
    .map((fact) => ({ fact, likeness: Math.max(...fact.claims.map((c) => likeness(said, wordsOf(c, field)))) }))
    .filter((n) => n.likeness >= NEAR)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map((n) => n.fact);
}

/**
 * The field of a slot that holds a clause in free words; undefined where its value is a name, a day, a length or a
 * quotation.
 */
function freeField({ slot }: Claim): string | undefined {
  const { holds, fields, name } = SLOTS[slot];
  if (holds === "one" || name === "quote") return undefined;
  return Object.entries(fields).find(([, o]) => o.required && o.of === undefined && o.type === "text")?.[0];
}

function wordsOf(claim: Claim, field: string): ReadonlySet<string> {
  return new Set(fold(String(claim.fields[field] ?? "")).split(" "));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}
