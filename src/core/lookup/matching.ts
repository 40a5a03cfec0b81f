import type { Match, Weighted } from "./best.ts";
import { rarityIn } from "./rarity.ts";
import type { RowIndex } from "./row-index.ts";

/**
 * Indexes one above the other, as a desk's own facts lie over the library's; `hidden` are the ids below that those
 * above replace.
 */
export interface Layers {
  readonly indexes: readonly RowIndex[];
  readonly hidden?: ReadonlySet<string>;
}

/** A row that has any of the words, in which index. */
export interface Found extends Match {
  readonly index: RowIndex;
}

/** The best rows by BM25F for words that each may stand for several terms; ties in the order in which they were put. */
export function matching(
  words: readonly (readonly Weighted[])[],
  { indexes, hidden }: Layers,
  limit: number,
): readonly Found[] {
  const rows = indexes.reduce((n, i) => n + i.size, 0);
  const average = Math.max(1, indexes.reduce((n, i) => n + i.words, 0) / Math.max(1, rows));
  const rarity = rarityIn(indexes);
  const terms = words.map((all) =>
    all.map(({ term, weight }) => ({ term, weight: weight * rarity(term) })).toSorted((a, b) => b.weight - a.weight),
  );
  return indexes
    .flatMap((index, layer) =>
      index.match(terms, average, limit, layer === 0 ? hidden : undefined).map((match) => ({ index, layer, ...match })),
    )
    .toSorted((a, b) => b.score - a.score || a.layer - b.layer || a.doc - b.doc)
    .slice(0, limit);
}
