import { sought, type ParsedQuestion } from "./parsed-question.ts";
import type { Weighted } from "./best.ts";
import { confidenceOf } from "./confidence.ts";
import { featuresOf } from "./features.ts";
import { readWithKinds } from "./kinds.ts";
import { inputs, scoreOf } from "./ranker.ts";
import { rarityIn } from "./rarity.ts";
import { Reader } from "./reading.ts";
import type { Row } from "./row.ts";
import type { RowIndex } from "./row-index.ts";
import { ANSWER_FROM, NEAR_FROM } from "./weights.ts";

const CANDIDATES = 40;

/**
 * Indexes one above the other, as a desk's own facts lie over the library's; `hidden` are the ids below that those
 * above replace.
 */
export interface Layers {
  readonly indexes: readonly RowIndex[];
  readonly hidden?: ReadonlySet<string>;
}

export interface Hit {
  readonly row: Row;
  readonly score: number;
  readonly features: readonly number[];
}

export interface Found {
  readonly asked: ParsedQuestion;
  /** Best first; ties in the order in which the rows were put. */
  readonly hits: readonly Hit[];
  /** How likely the first hit answers the question: 0 to 1. */
  readonly confidence: number;
}

/** The rows that best fit a question's words, ranked, with how far to trust the first. */
export function search(question: string, layers: Layers, limit = 10): Found {
  const asked = readWithKinds(question, layers.indexes);
  const all = candidates(asked, layers);
  const given = inputs(all.map((c) => c.features));
  const hits = all.map((c, i) => ({ ...c, score: scoreOf(given[i] ?? []) })).toSorted((a, b) => b.score - a.score);
  return { asked, hits: hits.slice(0, limit), confidence: confidenceOf(asked, hits) };
}

/**
 * `answer` where the first hit is trusted and no word of the question is in no row at all; `near` where it is worth
 * showing; else `none`. The thresholds are learnt, see weights.ts.
 */
export function decided({ asked, hits, confidence }: Found): "answer" | "near" | "none" {
  if (hits.length === 0 || confidence < NEAR_FROM) return "none";
  const unknown = asked.words.some((w) => w.terms.length === 0 && w.typed.length > 3);
  return confidence >= ANSWER_FROM && !unknown ? "answer" : "near";
}

/** The best rows by BM25F alone, with their features: what ranking chooses from and what weights are learnt on. */
export function candidates(asked: ParsedQuestion, layers: Layers): readonly Omit<Hit, "score">[] {
  const { indexes } = layers;
  const rarity = rarityIn(indexes);
  const terms = [...sought(asked).map((w) => w.terms), asked.kinds];
  const matches = matching(terms, layers, CANDIDATES);
  const best = matches[0]?.score ?? 1;
  const readers = new Map(indexes.map((index) => [index, new Reader(asked, index, rarity)]));
  const features = featuresOf(
    asked,
    matches.map(({ index, doc, score }) => ({ index, doc, share: score / best })),
    readers,
  );
  return matches.flatMap(({ index, doc }, i) => {
    const row = index.row(doc);
    return row === undefined ? [] : [{ row, features: features[i] ?? [] }];
  });
}

/** The best rows by BM25F for words that each may stand for several terms. */
export function matching(words: readonly (readonly Weighted[])[], { indexes, hidden }: Layers, limit: number) {
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
