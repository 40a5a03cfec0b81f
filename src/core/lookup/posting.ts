// A posting is one small integer, document × 256 + weight × 16: half the memory of an object's pointer, and it sorts by
// document.
export const STEP = 16;
export const SHIFT = 256;

/** Whether a document is among postings, which are in its order. */
export function isIn(postings: readonly number[], doc: number): boolean {
  let [low, high] = [0, postings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Math.floor((postings[middle] ?? 0) / SHIFT) < doc) low = middle + 1;
    else high = middle;
  }
  return Math.floor((postings[low] ?? -1) / SHIFT) === doc;
}
