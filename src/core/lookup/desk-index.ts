import { live, type Fact } from "#core/facts/fact.ts";
import { plainView, type View } from "#core/facts/view.ts";
import { lazy } from "#core/text/lazy.ts";
import { factRow } from "./fact-row.ts";
import { RowIndex } from "./row-index.ts";
import type { Layers } from "./matching.ts";

/**
 * The indexes for a desk's views: one of the library, which all desks share, and a small one of this desk's own
 * changes. From one view to the next, only the facts that differ are put or dropped.
 */
class DeskIndex {
  readonly #belowOnce: () => Below;
  readonly #own = new RowIndex();
  readonly #hidden = new Set<string>();
  readonly #held = new Map<string, Fact>();
  /** Places of the desk's own facts among themselves. */
  readonly #order = new Map<string, number>();
  #view: View | undefined;

  /** `beneath`: what lies beneath the desk, indexed with the first question; most commands ask none. */
  constructor(beneath: View) {
    this.#belowOnce = lazy(() => belowOf(beneath));
  }

  get #below(): Below {
    return this.#belowOnce();
  }

  layers(view: View): FactLayers {
    if (this.#view !== view) this.#follow(view);
    const { facts, index } = this.#below;
    const fact = (id: string): Fact | undefined =>
      this.#held.get(id) ?? (this.#hidden.has(id) ? undefined : facts.get(id));
    const { order } = this.#below;
    const place = (id: string): number => order.get(id) ?? order.size + (this.#order.get(id) ?? 0);
    return { indexes: [index, this.#own], hidden: this.#hidden, fact, place };
  }

  #follow(view: View): void {
    const renamed = this.#view !== undefined && !sameNames(view, this.#view);
    const gone = new Set(this.#held.keys());
    const below = new Set(this.#below.facts.keys());
    const named = sameNames(view, this.#below.view);
    this.#order.clear();
    for (const fact of view.facts) {
      if (!live(fact)) continue;
      if (!this.#below.order.has(fact.id)) this.#order.set(fact.id, this.#order.size);
      if (this.#below.facts.get(fact.id) === fact && (named || this.#reads(fact, view))) {
        below.delete(fact.id);
        continue;
      }
      gone.delete(fact.id);
      if (this.#held.get(fact.id) === fact && !renamed) continue;
      this.#held.set(fact.id, fact);
      this.#own.put(factRow(fact, view));
    }
    for (const id of gone) {
      this.#held.delete(id);
      this.#own.drop(id);
    }
    this.#hidden.clear();
    for (const id of below) this.#hidden.add(id);
    this.#view = view;
  }

  /** Whether a shipped fact reads as in the library although some names have changed. */
  #reads(fact: Fact, view: View): boolean {
    return JSON.stringify(factRow(fact, view)) === JSON.stringify(this.#below.index.get(fact.id));
  }
}

/** The indexes of a view, with the live facts that their rows are of. */
export interface FactLayers extends Layers {
  fact(id: string): Fact | undefined;
  /** A fact's place among those of the view, whatever changes the indexes have followed: equal facts are told in it. */
  place(id: string): number;
}

interface Below {
  readonly view: View;
  readonly index: RowIndex;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly order: ReadonlyMap<string, number>;
}

const whole = new WeakMap<View, Below>();
const desks = new WeakMap<View, DeskIndex>();

/** The indexes for a view. An unknown view is indexed whole, once. */
export function layersOf(told: View): FactLayers {
  const view = plainView(told);
  const desk = desks.get(view);
  if (desk !== undefined) return desk.layers(view);
  const { index, facts, order } = belowOf(view);
  return { indexes: [index], fact: (id) => facts.get(id), place: (id) => order.get(id) ?? 0 };
}

/**
 * Registers a view as a desk's own over `beneath`, and as the next one after `before`: both share one index, which
 * follows the changes.
 */
export function carryIndex(view: View, beneath: View, before?: View): void {
  if (view === beneath || desks.has(view)) return;
  const known = before === undefined ? undefined : desks.get(before);
  desks.set(view, known ?? new DeskIndex(beneath));
}

function belowOf(view: View): Below {
  const known = whole.get(view);
  if (known !== undefined) return known;
  const index = new RowIndex();
  const facts = view.facts.filter(live);
  for (const fact of facts) index.put(factRow(fact, view));
  const below = {
    view,
    index,
    facts: new Map(facts.map((f) => [f.id, f])),
    order: new Map(facts.map((f, i) => [f.id, i])),
  };
  whole.set(view, below);
  return below;
}

function sameNames(a: View, b: View): boolean {
  return a.talks === b.talks && a.parties === b.parties && a.people === b.people && a.places === b.places;
}
