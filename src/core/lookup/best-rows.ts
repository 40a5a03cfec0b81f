import { Best, type Match } from "./best.ts";
import { docOf, postingOf, STEP, weightOf } from "./posting.ts";

// BM25's saturation and length norm.
const K1 = 0.8;
const B = 0.35;
// A search among postings looks at so many of them, about.
const SEARCHED = 12;
// Sums in another order differ in their last digits.
const ROUNDED = 1 + 1e-9;

/** The postings of a term, what each is worth, and the heaviest of them. */
export interface Listed {
  readonly postings: readonly number[];
  readonly weight: number;
  readonly heaviest: number;
}

/** What is held of the rows of an index. */
export interface Held {
  readonly lengths: readonly number[];
  readonly average: number;
  isSeen(doc: number): boolean;
}

// One search at a time, of whatever index: all of them write on one sheet, and leave it clean.
let scores = new Float64Array(64);
let stamps = new Uint8Array(64);

/**
 * BM25F of every row that has any of the asked terms, the best `limit`, ties in the order of the rows. Of several terms
 * that stand for one asked word, the first that a row has counts, and only it. A row that what is left cannot bring
 * among the best is not looked at again (MaxScore: H. Turtle and J. Flood, 1995).
 */
export function bestRows(words: readonly (readonly Listed[])[], held: Held, limit: number): readonly Match[] {
  const { lengths, average } = held;
  if (scores.length < lengths.length) {
    scores = new Float64Array(lengths.length * 2);
    stamps = new Uint8Array(lengths.length * 2);
  }
  const [least, more] = [K1 * (1 - B), (K1 * B) / average];
  // What a row can gain at the most by the terms of a word from each one on.
  const worth = words.map((terms) => {
    const most = [0];
    for (const { weight, heaviest } of terms.toReversed())
      most.unshift(Math.max(most[0] ?? 0, (ROUNDED * (weight * (K1 + 1) * heaviest)) / (heaviest + STEP * least)));
    return most;
  });
  const most = worth.map(([first = 0]) => first);
  // What says the most comes first, so that the rest need not be looked for in every row.
  const order = [...words.keys()].toSorted((a, b) => (most[b] ?? 0) - (most[a] ?? 0));
  let rest = most.reduce((sum, n) => sum + n, 0);
  let touched: number[] = [];
  let last = -Infinity;
  for (const i of order) {
    const stamp = i + 1;
    const terms = words[i] ?? [];
    const size = terms.reduce((n, t) => n + t.postings.length, 0);
    // To know the last of the best few takes a look at all rows so far: where the word has more than these.
    if (touched.length > limit && size > touched.length) {
      last = lastOf(touched, limit, held);
      if (last > rest) touched = touched.filter((doc) => isWithin(doc, last - rest));
    }
    rest -= most[i] ?? 0;
    for (const [j, { postings, weight }] of terms.entries()) {
      // What has none of the words before cannot be among the best by this term or the next ones.
      const closed = last > rest + (worth[i]?.[j] ?? 0);
      if (closed && touched.length * SEARCHED < postings.length) {
        for (const doc of touched) {
          if (stamps[doc] === stamp) continue;
          const found = postingOf(postings, doc);
          if (found < 0) continue;
          const tf = weightOf(found) / STEP;
          stamps[doc] = stamp;
          scores[doc] = (scores[doc] ?? 0) + (weight * tf * (K1 + 1)) / (tf + least + more * (lengths[doc] ?? 0));
        }
        continue;
      }
      for (let at = 0; at < postings.length; at += 1) {
        const found = postings[at] ?? 0;
        const doc = docOf(found);
        const before = stamps[doc];
        if (before === stamp) continue;
        if (before === 0) {
          if (closed) continue;
          touched.push(doc);
        }
        const tf = weightOf(found) / STEP;
        stamps[doc] = stamp;
        scores[doc] = (scores[doc] ?? 0) + (weight * tf * (K1 + 1)) / (tf + least + more * (lengths[doc] ?? 0));
      }
    }
  }
  const best = new Best(limit);
  for (const doc of touched) {
    if (held.isSeen(doc)) best.offer(doc, scores[doc] ?? 0);
    wipe(doc);
  }
  return best.sorted();
}

/** Whether a row has at least so much; it is wiped from the sheet where it has not. */
function isWithin(doc: number, least: number): boolean {
  if ((scores[doc] ?? 0) >= least) return true;
  wipe(doc);
  return false;
}

function wipe(doc: number): void {
  scores[doc] = 0;
  stamps[doc] = 0;
}

/** What the last of the best few has by now; less than any where there are fewer. */
function lastOf(touched: readonly number[], limit: number, held: Held): number {
  const best = new Best(limit);
  for (const doc of touched) {
    const score = scores[doc] ?? 0;
    if (score > best.least && held.isSeen(doc)) best.offer(doc, score);
  }
  return best.least;
}
