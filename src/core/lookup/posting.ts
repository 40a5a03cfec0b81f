// A posting is one small integer, document × 256 + weight × 16: half the memory of an object's pointer, and it sorts by
// document.
export const STEP = 16;
export const SHIFT = 256;

/** The posting of a document among postings, which are in the order of documents. */
export function postingOf(postings: readonly number[], doc: number): number | undefined {
  let [low, high] = [0, postings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Math.floor((postings[middle] ?? 0) / SHIFT) < doc) low = middle + 1;
    else high = middle;
  }
  const found = postings[low];
  return found !== undefined && Math.floor(found / SHIFT) === doc ? found : undefined;
}

/** Whether a document is among postings. */
export function isIn(postings: readonly number[], doc: number): boolean {
  return postingOf(postings, doc) !== undefined;
}
