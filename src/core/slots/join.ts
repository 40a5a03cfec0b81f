import type { Claim, Fact } from "#core/facts/fact.ts";
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

type ByKey = Map<string, readonly Fact[]>;

const indexes = new WeakMap<readonly Fact[], ByKey>();

/**
 * The facts among these whose first claim has this key, retracted ones too. They are sorted by it once for each list.
 */
export function saying(key: string, facts: readonly Fact[]): readonly Fact[] {
  const known: ByKey = indexes.get(facts) ?? Map.groupBy(facts, (f) => claimKey(f.claims[0]));
  indexes.set(facts, known);
  return known.get(key) ?? [];
}

/** Tells `saying` of a change to a list that it has sorted: a fact gave way to another, or came, or went. */
export function reindex(facts: readonly Fact[], was: Fact | undefined, is: Fact | undefined): void {
  const known = indexes.get(facts);
  if (known === undefined) return;
  const [before, after] = [was, is].map((f) => (f === undefined ? undefined : claimKey(f.claims[0])));
  if (was !== undefined && before !== undefined && before !== after)
    known.set(
      before,
      (known.get(before) ?? []).filter((f) => f !== was),
    );
  if (is === undefined || after === undefined) return;
  const there = known.get(after) ?? [];
  known.set(after, before === after ? there.map((f) => (f === was ? is : f)) : [...there, is]);
}

/** A fact of a list that gave way to another, came (no `was`) or went (no `is`). */
export interface Moved {
  readonly was: Fact | undefined;
  readonly is: Fact | undefined;
}

/**
 * As `reindex`, for a list that another one came from by these changes: what was sorted for that one goes over to it.
 */
export function carrySaying(from: readonly Fact[], to: readonly Fact[], moved: readonly Moved[]): void {
  const known = indexes.get(from);
  if (known === undefined) return;
  indexes.delete(from);
  indexes.set(to, known);
  for (const { was, is } of moved) reindex(to, was, is);
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
