import { fold } from "#core/text/text.ts";
import type { Weighted } from "./best.ts";
import { questionWords } from "./words-in.ts";
import type { Row } from "./row.ts";
import type { RowIndex } from "./row-index.ts";
import { matching, type Layers } from "./matching.ts";
import { distance } from "#core/text/slip.ts";
import { variants } from "./spelling.ts";
import { termOf } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";

const ENDINGS = 100;
const LOOKED_AT = 250;
const BEGUN_ALIKE = 2000;
// More than any word's rarity: people most often begin to type a name from its start.
const FROM_THE_START = 20;

/**
 * Rows for the words typed so far, best first. The last word stands for every held word that begins with it, or with a
 * slip of it.
 */
export function completeRows(typed: string, layers: Layers, limit: number): readonly Row[] {
  const words = questionWords(typed);
  const last = words.at(-1);
  if (last === undefined) return [];
  const whole = words
    .slice(0, -1)
    .filter((w) => !STOP_WORDS.has(w))
    .map((w) => meanings(w, layers.indexes));
  const terms = [...new Set([last, ...endings(last, layers.indexes)].map(termOf))];
  const start = fold(typed);
  return matching([...whole, terms.map((term) => ({ term, weight: 1 }))], layers, LOOKED_AT)
    .flatMap(({ index, doc, score }) => {
      const row = index.row(doc);
      if (row === undefined) return [];
      // Folding never takes away more marks and spaces than there are letters.
      const names = [`${row.subject} ${row.label}`, `${row.label} ${row.subject}`].map((n) =>
        fold(n.slice(0, start.length * 2)),
      );
      return [
        {
          row,
          score: score + (names.some((n) => distance(n.slice(0, start.length), start, 1) <= 1) ? FROM_THE_START : 0),
        },
      ];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map((f) => f.row);
}

/** A whole word's term, and those of the held words that it may be a slip of. */
function meanings(word: string, indexes: readonly RowIndex[]): readonly Weighted[] {
  const vocabularies = indexes.map((i) => i.vocabulary);
  const held = vocabularies.some((v) => v.count(word) > 0);
  return [{ word, weight: 1 }, ...variants(word, vocabularies, held)].map((v) => ({
    term: termOf(v.word),
    weight: v.weight,
  }));
}

function endings(last: string, indexes: readonly RowIndex[]): readonly string[] {
  const begun = (start: string, most: number) =>
    indexes.flatMap((index) => index.vocabulary.beginning(start, most)).toSorted((a, b) => b.count - a.count);
  const exact = begun(last, ENDINGS);
  const found =
    exact.length > 0 || last.length < 4
      ? exact
      : begun(last.slice(0, 2), BEGUN_ALIKE).filter(({ word }) => distance(word.slice(0, last.length), last, 1) <= 1);
  return found.slice(0, ENDINGS).map((e) => e.word);
}
