import { live, type Fact } from "#core/facts/fact.ts";
import { plainView, type View } from "#core/facts/view.ts";
import { factRow } from "./fact-row.ts";
import { RowIndex } from "./row-index.ts";
import type { Layers } from "./matching.ts";

/**
 * The indexes for a desk's views: one of the library, which all desks share, and a small one of this desk's own
 * changes. From one view to the next, only the facts that differ are put or dropped.
 */
class DeskIndex {
  readonly #own = new RowIndex();
  readonly #hidden = new Set<string>();
  readonly #held = new Map<string, Fact>();
  /** Places of the desk's own facts among themselves. */
  readonly #order = new Map<string, number>();
  readonly #beneath: View;
  #view: View | undefined;
  // Follows a view in slices: what asks before its end goes on with it in one go.
  #following: Generator<void, void> | undefined;

  /** `beneath`: what lies beneath the desk, indexed with the first question; most commands ask none. */
  constructor(beneath: View) {
    this.#beneath = beneath;
  }

  get #below(): Below {
    return belowOf(this.#beneath);
  }

  layers(view: View): FactLayers {
    finish(this.#following);
    if (this.#view !== view) finish(this.#follow(view));
    const { facts, index } = this.#below;
    const fact = (id: string): Fact | undefined =>
      this.#held.get(id) ?? (this.#hidden.has(id) ? undefined : facts.get(id));
    const { order } = this.#below;
    const place = (id: string): number => order.get(id) ?? order.size + (this.#order.get(id) ?? 0);
    return { indexes: [index, this.#own], hidden: this.#hidden, fact, place };
  }

  async ready(view: View, giveWay: () => Promise<void>): Promise<void> {
    await inSlices(indexing(this.#beneath), giveWay);
    finish(this.#following);
    if (this.#view === view) return;
    this.#following = this.#follow(view);
    await inSlices(this.#following, giveWay);
  }

  *#follow(view: View): Generator<void, void> {
    const renamed = this.#view !== undefined && !sameNames(view, this.#view);
    const gone = new Set(this.#held.keys());
    const below = new Set(this.#below.facts.keys());
    const named = sameNames(view, this.#below.view);
    this.#order.clear();
    const { order, facts } = this.#below;
    let put = 0;
    for (const fact of view.facts) {
      if (!live(fact)) continue;
      if (!order.has(fact.id)) this.#order.set(fact.id, this.#order.size);
      if (facts.get(fact.id) === fact && (named || this.#reads(fact, view))) {
        below.delete(fact.id);
        continue;
      }
      gone.delete(fact.id);
      if (this.#held.get(fact.id) === fact && !renamed) continue;
      this.#held.set(fact.id, fact);
      this.#own.put(factRow(fact, view));
      put += 1;
      if (put % SLICE === 0) yield;
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

// So many facts are indexed in some milliseconds, and then others have their turn.
const SLICE = 100;

const whole = new WeakMap<View, Below>();
const begun = new WeakMap<View, Generator<void, void>>();
const desks = new WeakMap<View, DeskIndex>();

/**
 * Indexes a view in slices that give way, so that a desk of a hundred thousand facts holds up nobody else's answer.
 * `layersOf` does the same in one go.
 */
export async function readyIndex(told: View, giveWay: () => Promise<void>): Promise<void> {
  const view = plainView(told);
  const desk = desks.get(view);
  if (desk === undefined) await inSlices(indexing(view), giveWay);
  else await desk.ready(view, giveWay);
}

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
  finish(indexing(view));
  const made = whole.get(view);
  if (made === undefined) throw new Error("a view was indexed, and has no index");
  return made;
}

/** The indexing of a view, as far as it has come; each of its steps indexes one slice. */
function indexing(view: View): Generator<void, void> | undefined {
  if (whole.has(view)) return undefined;
  const known = begun.get(view) ?? indexingOf(view);
  begun.set(view, known);
  return known;
}

function* indexingOf(view: View): Generator<void, void> {
  const index = new RowIndex();
  const facts = view.facts.filter(live);
  for (const [i, fact] of facts.entries()) {
    index.put(factRow(fact, view));
    if (i % SLICE === SLICE - 1) yield;
  }
  whole.set(view, {
    view,
    index,
    facts: new Map(facts.map((f) => [f.id, f])),
    order: new Map(facts.map((f, i) => [f.id, i])),
  });
}

function finish(steps: Generator<void, void> | undefined): void {
  while (steps?.next().done === false);
}

async function inSlices(steps: Generator<void, void> | undefined, giveWay: () => Promise<void>): Promise<void> {
  while (steps?.next().done === false) await giveWay();
}

function sameNames(a: View, b: View): boolean {
  return a.talks === b.talks && a.parties === b.parties && a.people === b.people && a.places === b.places;
}
