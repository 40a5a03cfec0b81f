import { Best, type Match } from "./best.ts";
import { docOf, postingOf, STEP, weightOf } from "./posting.ts";

// BM25's saturation and length norm.
const K1 = 0.8;
const B = 0.35;
// A search among postings looks at so many of them, about.
const SEARCHED = 12;
// So few rows that have the first terms of a word are scored by themselves.
const RARE = 16;
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
// The last word that was counted for a row, by its place from 1 on.
let stamps = new Uint16Array(64);
const SCORED = 0xff_ff;

/**
 * BM25F of every row that has any of the asked terms, the best `limit`, ties in the order of the rows. Of several terms
 * that stand for one asked word, the first that a row has counts, and only it. A row that what is left cannot bring
 * among the best is not looked at again (MaxScore: H. Turtle and J. Flood, 1995).
 */
export function bestRows(asked: readonly (readonly Listed[])[], held: Held, limit: number): readonly Match[] {
  const { lengths, average } = held;
  if (scores.length < lengths.length) {
    scores = new Float64Array(lengths.length * 2);
    stamps = new Uint16Array(lengths.length * 2);
  }
  const [least, more] = [K1 * (1 - B), (K1 * B) / average];
  const gain = (found: number, weight: number): number => {
    const tf = weightOf(found) / STEP;
    return (weight * tf * (K1 + 1)) / (tf + least + more * (lengths[docOf(found)] ?? 0));
  };
  // What a name is, a few rows say, and its words many: without those few, no row can gain as much.
  const rare = asked.map(rareIn);
  const scored = rareRows(asked, rare, gain);
  const words = asked.map((terms, i) => terms.slice(rare[i]));
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
  let left = words.reduce((sum, terms) => sum + sizeOf(terms), 0);
  let touched: number[] = [];
  let last = -Infinity;
  for (const i of order) {
    const stamp = i + 1;
    const terms = words[i] ?? [];
    // To know the last of the best few takes a look at all rows so far: where more than these are left.
    if (touched.length > limit && left > touched.length) {
      last = bestOf([scored, touched], limit, held).least;
      if (last > rest) touched = touched.filter((doc) => isWithin(doc, last - rest));
    }
    rest -= most[i] ?? 0;
    left -= sizeOf(terms);
    for (const [j, { postings, weight }] of terms.entries()) {
      // What has none of the words before cannot be among the best by this term or the next ones.
      const closed = last > rest + (worth[i]?.[j] ?? 0);
      if (closed && touched.length * SEARCHED < postings.length) {
        for (const doc of touched) {
          const found = stamps[doc] === stamp ? -1 : postingOf(postings, doc);
          if (found < 0) continue;
          stamps[doc] = stamp;
          scores[doc] = (scores[doc] ?? 0) + gain(found, weight);
        }
        continue;
      }
      for (let at = 0; at < postings.length; at += 1) {
        const found = postings[at] ?? 0;
        const doc = docOf(found);
        const before = stamps[doc];
        if (before === stamp || before === SCORED) continue;
        if (before === 0) {
          if (closed) continue;
          touched.push(doc);
        }
        stamps[doc] = stamp;
        // As `gain`, without a call for each of thousands.
        const tf = weightOf(found) / STEP;
        scores[doc] = (scores[doc] ?? 0) + (weight * tf * (K1 + 1)) / (tf + least + more * (lengths[doc] ?? 0));
      }
    }
  }
  const best = bestOf([scored, touched], limit, held).sorted();
  for (const docs of [scored, touched]) for (const doc of docs) wipe(doc);
  return best;
}

function sizeOf(terms: readonly Listed[]): number {
  return terms.reduce((n, t) => n + t.postings.length, 0);
}

/** How many of a word's first terms a few rows have together. */
function rareIn(terms: readonly Listed[]): number {
  let size = 0;
  const end = terms.findIndex(({ postings }) => (size += postings.length) > RARE);
  return end < 0 ? terms.length : end;
}

/** The rows that have so many of the first terms of a word, with all that they gain on the sheet. */
function rareRows(
  asked: readonly (readonly Listed[])[],
  rare: readonly number[],
  gain: (found: number, weight: number) => number,
): readonly number[] {
  const first = asked.flatMap((terms, i) => terms.slice(0, rare[i]).flatMap(({ postings }) => postings.map(docOf)));
  const docs = [...new Set(first)];
  for (const doc of docs) {
    let score = 0;
    for (const terms of asked) {
      for (const { postings, weight } of terms) {
        const found = postingOf(postings, doc);
        if (found < 0) continue;
        score += gain(found, weight);
        break;
      }
    }
    scores[doc] = score;
    stamps[doc] = SCORED;
  }
  return docs;
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

/** The best few rows by what they have on the sheet. */
function bestOf(all: readonly (readonly number[])[], limit: number, held: Held): Best {
  const best = new Best(limit);
  let floor = best.least;
  for (const docs of all) {
    for (const doc of docs) {
      const score = scores[doc] ?? 0;
      if (score < floor || !held.isSeen(doc)) continue;
      best.offer(doc, score);
      floor = best.least;
    }
  }
  return best;
}
