import type { Fact } from "#core/facts/fact.ts";

/** A fact of a list that gave way to another, came (no `was`) or went (no `is`). */
export interface Moved {
  readonly was: Fact | undefined;
  readonly is: Fact | undefined;
}

type ByKey = Map<string, Map<string, Fact>>;

/**
 * Facts of a list by keys of theirs. A list is sorted by them once, when it is first asked; `reindex` and
 * `carryIndexes` keep that up, so that what asks for each of thousands of facts does not walk the list for each.
 */
export class FactIndex {
  static readonly all: FactIndex[] = [];
  readonly #keysOf: (fact: Fact) => Iterable<string>;
  readonly #lists = new WeakMap<readonly Fact[], ByKey>();

  constructor(keysOf: (fact: Fact) => Iterable<string>) {
    this.#keysOf = keysOf;
    FactIndex.all.push(this);
  }

  /** The facts among these that have this key, by id. */
  under(key: string, facts: readonly Fact[]): ReadonlyMap<string, Fact> {
    let known = this.#lists.get(facts);
    if (known === undefined) {
      known = new Map();
      for (const fact of facts) this.#put(known, undefined, fact);
      this.#lists.set(facts, known);
    }
    return known.get(key) ?? NONE;
  }

  reindex(facts: readonly Fact[], { was, is }: Moved): void {
    const known = this.#lists.get(facts);
    if (known !== undefined) this.#put(known, was, is);
  }

  carry(from: readonly Fact[], to: readonly Fact[]): void {
    const known = this.#lists.get(from);
    if (known === undefined) return;
    this.#lists.delete(from);
    this.#lists.set(to, known);
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

const NONE: ReadonlyMap<string, Fact> = new Map();

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
