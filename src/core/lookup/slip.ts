/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of two neighbours, each one edit. Stops counting
 * past `most` and then returns `most + 1`. (G. Navarro, A guided tour to approximate string matching, 2001.)
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}

/**
 * Whether `typed` can be a slip of `meant`: a swap of neighbours in words of two or three letters, one edit up to five letters, two
 * beyond. Both folded.
 */
export function isSlip(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  const length = Math.min(typed.length, meant.length);
  if (length < 2 || /\d/u.test(typed + meant)) return false;
  if (length <= 3) return typed.length === meant.length && sorted(typed) === sorted(meant);
  return distance(typed, meant, length <= 5 ? 1 : 2) <= (length <= 5 ? 1 : 2);
}

function sorted(word: string): string {
  return [...word].toSorted().join("");
}
