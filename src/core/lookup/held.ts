import type { Fact } from "#core/facts/fact.ts";
import type { FactLayers } from "./desk-index.ts";
import type { RowIndex } from "./row-index.ts";

/** Where one fact's row is. */
export interface Place {
  readonly index: RowIndex;
  readonly doc: number;
  readonly fact: Fact;
}

/**
 * The facts that have all of these terms, in the order of the view; what a desk hides is left out. At most so many of
 * each index.
 */
export function havingAll(terms: readonly string[], layers: FactLayers, most = Infinity): readonly Place[] {
  return layers.indexes
    .flatMap((index, layer) =>
      index.havingAll(terms, most).flatMap((doc) => {
        const id = index.row(doc)?.id ?? "";
        const fact = layer === 0 && layers.hidden?.has(id) === true ? undefined : layers.fact(id);
        return fact === undefined ? [] : [{ at: layers.place(id), held: { index, doc, fact } }];
      }),
    )
    .toSorted((a, b) => a.at - b.at)
    .map(({ held }) => held);
}

/** How many rows have a term. */
export function countHaving(term: string, { indexes }: FactLayers): number {
  return indexes.reduce((n, index) => n + index.having(term), 0);
}

/** How many rows have a word as it is written. */
export function countWord(word: string, { indexes }: FactLayers): number {
  return indexes.reduce((n, index) => n + index.vocabulary.count(word), 0);
}
