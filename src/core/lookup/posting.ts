// A posting is one small integer, document × 256 + weight × 16: half the memory of an object's pointer, and it sorts by
// document. Bits, since a division for each of a hundred thousand takes longer than all else that is done with them.
const BITS = 8;
/** A weight of 1, as a posting has it. */
export const STEP = 16;
/** The most that a posting can weigh. */
const HEAVIEST = (1 << BITS) - 1;

export function posting(doc: number, weight: number): number {
  return (doc << BITS) | Math.min(HEAVIEST, Math.round(weight * STEP));
}

export function docOf(held: number): number {
  return held >>> BITS;
}

/** Its weight in sixteenths. */
export function weightOf(held: number): number {
  return held & HEAVIEST;
}

/** The posting of a document among postings, which are in the order of documents; -1 where there is none. */
export function postingOf(postings: readonly number[], doc: number): number {
  let [low, high] = [0, postings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((postings[middle] ?? 0) >>> BITS < doc) low = middle + 1;
    else high = middle;
  }
  const found = postings[low] ?? -1;
  return found >= 0 && found >>> BITS === doc ? found : -1;
}

/** Whether a document is among postings. */
export function isIn(postings: readonly number[], doc: number): boolean {
  return postingOf(postings, doc) >= 0;
}
