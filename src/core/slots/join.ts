import type { Claim, Fact } from "#core/facts/fact.ts";
import { FactIndex } from "./fact-index.ts";
import { SLOTS } from "./index.ts";
import { defined } from "#core/text/defined.ts";

type Keyed = Pick<Claim, "talks" | "slot" | "side" | "fields">;

// A claim never changes, and a large import compares each new one with all that are held.
const keys = new WeakMap<Keyed, string>();

/** Claims with equal keys say the same of the same: talks, slot, side and the slot's own key. */
export function claimKey(claim: Keyed): string {
  const known = keys.get(claim);
  if (known !== undefined) return known;
  const key = JSON.stringify([claim.talks, claim.slot, claim.side ?? "", SLOTS[claim.slot].key(claim.fields)]);
  keys.set(claim, key);
  return key;
}

const BY_KEY = new FactIndex((fact) => [claimKey(fact.claims[0])]);

/** The facts among these whose first claim has this key, retracted ones too. */
export function saying(key: string, facts: readonly Fact[]): readonly Fact[] {
  return [...BY_KEY.under(key, facts)];
}

/** Facts as shipped: agreeing claims joined, in the order of each fact's first claim, whose id is the fact's. */
export function join(claims: readonly Claim[]): readonly Fact[] {
  const byKey = new Map<string, [Claim, ...Claim[]]>();
  for (const claim of claims) {
    const held = byKey.get(claimKey(claim));
    if (held === undefined) byKey.set(claimKey(claim), [claim]);
    else held.push(claim);
  }
  return [...byKey.values()].map((joined) => factOf(joined));
}

function factOf(claims: readonly [Claim, ...Claim[]]): Fact {
  const { id, talks, slot, side } = claims[0];
  return { id, talks, slot, ...defined({ side }), claims, standing: "accepted", revision: 0 };
}
