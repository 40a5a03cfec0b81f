import type { Library } from "#core/desk/library-view.ts";
import type { Claim } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import { shuffled } from "#test/bench/lookup/rows.ts";

/**
 * A library with more claims, for speed alone: copies in the same rounds and slots, of which every second word of what
 * they say is drawn from all of them. So what one slot of one round holds grows as well.
 */
export function swollen(from: Library, size: number): Library {
  const texts = from.claims.flatMap((c) => Object.values(c.fields).filter((v) => typeof v === "string"));
  const words = shuffled(
    texts.filter((t) => t.includes(" ")).flatMap((t) => t.split(" ")),
    11,
  );
  let at = 0;
  const other = (text: string): string =>
    text
      .split(" ")
      .map((word, i) => (i % 2 === 0 ? word : (words[(at += 1) % words.length] ?? word)))
      .join(" ");
  const copyOf = (claim: Claim, n: number): Claim => ({
    ...claim,
    id: `${claim.id}-${n}`,
    fields: Object.fromEntries(
      Object.entries(claim.fields).map(([field, value]) => {
        const isName = SLOTS[claim.slot].fields[field]?.of !== undefined;
        return [field, typeof value === "string" && !isName ? other(value) : value];
      }),
    ),
  });
  const more = Array.from({ length: Math.max(0, size - from.claims.length) }, (_, i) =>
    from.claims
      .slice(i % from.claims.length)
      .slice(0, 1)
      .map((claim) => copyOf(claim, i)),
  );
  return { ...from, claims: [...from.claims, ...more.flat()] };
}
