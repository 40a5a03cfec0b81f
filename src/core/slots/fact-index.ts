import type { Fact } from "#core/facts/fact.ts";

/** A fact of a list that gave way to another, came (no `was`) or went (no `is`). */
export interface Moved {
  readonly was: Fact | undefined;
  readonly is: Fact | undefined;
}

type ByKey = Map<string, Map<string, Fact>>;

/** Facts by key: a list's own, and those of the list that it was taken from, as far as they still stand in it. */
interface Sorted {
  readonly own: ByKey;
  readonly from?: { readonly facts: readonly Fact[]; readonly still: (fact: Fact) => boolean };
}

/**
 * Facts of a list by keys of theirs. A list is sorted by them once, when it is first asked; `reindex`, `carryIndexes`
 * and `deriveIndexes` keep that up, so that what asks for each of thousands of facts does not walk the list for each.
 */
export class FactIndex {
  static readonly all: FactIndex[] = [];
  readonly #keysOf: (fact: Fact) => Iterable<string>;
  readonly #lists = new WeakMap<readonly Fact[], Sorted>();

  constructor(keysOf: (fact: Fact) => Iterable<string>) {
    this.#keysOf = keysOf;
    FactIndex.all.push(this);
  }

  /** The facts among these that have this key. */
  *under(key: string, facts: readonly Fact[]): Iterable<Fact> {
    const { own, from } = this.#sorted(facts);
    if (from !== undefined) for (const fact of this.under(key, from.facts)) if (from.still(fact)) yield fact;
    yield* own.get(key)?.values() ?? [];
  }

  /** How many have it, those counted too that gave way to others since. */
  size(key: string, facts: readonly Fact[]): number {
    const { own, from } = this.#sorted(facts);
    return (own.get(key)?.size ?? 0) + (from === undefined ? 0 : this.size(key, from.facts));
  }

  reindex(facts: readonly Fact[], { was, is }: Moved): void {
    const known = this.#lists.get(facts);
    if (known !== undefined) this.#put(known.own, was, is);
  }

  carry(from: readonly Fact[], to: readonly Fact[]): void {
    const known = this.#lists.get(from);
    if (known === undefined) return;
    this.#lists.delete(from);
    this.#lists.set(to, known);
  }

  derive(from: readonly Fact[], to: readonly Fact[], still: (fact: Fact) => boolean): void {
    // A copy of a copy is sorted again: a long chain of them would keep every list.
    if (this.#lists.get(from)?.from !== undefined) return;
    this.#lists.set(to, { own: new Map(), from: { facts: from, still } });
  }

  #sorted(facts: readonly Fact[]): Sorted {
    const known = this.#lists.get(facts);
    if (known !== undefined) return known;
    const own: ByKey = new Map();
    for (const fact of facts) this.#put(own, undefined, fact);
    const made = { own };
    this.#lists.set(facts, made);
    return made;
  }

  #put(known: ByKey, was: Fact | undefined, is: Fact | undefined): void {
    const keys = new Set(is === undefined ? [] : this.#keysOf(is));
    if (was !== undefined) for (const key of this.#keysOf(was)) if (!keys.has(key)) known.get(key)?.delete(was.id);
    if (is === undefined) return;
    for (const key of keys) {
      const there = known.get(key);
      if (there === undefined) known.set(key, new Map([[is.id, is]]));
      else there.set(is.id, is);
    }
  }
}

const BY_ID = new FactIndex((fact) => [fact.id]);

/** The fact among these with this id. */
export function factWith(id: string, facts: readonly Fact[]): Fact | undefined {
  for (const fact of BY_ID.under(id, facts)) return fact;
  return undefined;
}

/** Tells every index of a change to a list that it has sorted. */
export function reindex(facts: readonly Fact[], was: Fact | undefined, is: Fact | undefined): void {
  for (const index of FactIndex.all) index.reindex(facts, { was, is });
}

/**
 * As `reindex`, for a list that another one came from by these changes: what was sorted for that one goes over to it.
 */
export function carryIndexes(from: readonly Fact[], to: readonly Fact[], moved: readonly Moved[]): void {
  for (const index of FactIndex.all) index.carry(from, to);
  for (const { was, is } of moved) reindex(to, was, is);
}

/**
 * For a copy of a list that goes its own way: it is sorted only where it differs. `still`: whether a fact of the list
 * stands in the copy.
 */
export function deriveIndexes(from: readonly Fact[], to: readonly Fact[], still: (fact: Fact) => boolean): void {
  for (const index of FactIndex.all) index.derive(from, to, still);
}
