import type { RowIndex } from "./row-index.ts";

/**
 * How rare a term is over all of the indexes together: BM25's inverse document frequency. The most for a term that no
 * row has.
 */
export function rarityIn(indexes: readonly RowIndex[]): (term: string) => number {
  const rows = indexes.reduce((n, i) => n + i.size, 0);
  return (term) => {
    const having = indexes.reduce((n, i) => n + i.having(term), 0);
    return Math.log(1 + (rows - having + 0.5) / (having + 0.5));
  };
}
