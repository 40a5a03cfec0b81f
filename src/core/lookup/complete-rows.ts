import { fold } from "#core/text.ts";
import { wordsAsked } from "./normalise.ts";
import type { Row } from "./row.ts";
import { search, type Layers } from "./search.ts";

/**
 * Rows for what is typed so far, best first: the words that are whole are asked, the last one stands for every held word that begins
 * with it, or with a slip of it.
 */
export function completeRows(typed: string, layers: Layers, limit: number): readonly Row[] {
  const words = wordsAsked(typed);
  const last = words.at(-1);
  if (last === undefined) return [];
  const before = words.slice(0, -1).join(" ");
  const endings = layers.indexes.flatMap((index) => index.vocabulary.beginning(last, 8));
  const likely = [...new Map(endings.map((e) => [e.word, e])).values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 8);
  const tries = likely.length === 0 ? [`${before} ${last}`] : likely.map((e) => `${before} ${e.word}`);
  const start = fold(typed);
  const found = new Map<string, { readonly row: Row; readonly score: number }>();
  for (const question of tries) {
    for (const { row, score } of search(question, layers, limit).hits) {
      const whole = score + (fold(`${row.subject} ${row.label}`).startsWith(start) ? 5 : 0);
      if ((found.get(row.id)?.score ?? -Infinity) < whole) found.set(row.id, { row, score: whole });
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((f) => f.row);
}
