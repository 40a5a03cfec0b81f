/**
 * Optimal string alignment distance: an insertion, a deletion, a substitution and a swap of two neighbours are one edit
 * each. It stops counting past `most` and then returns `most + 1`. (G. Navarro, A guided tour to approximate string
 * matching, 2001.)
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  // A common beginning and a common end cost nothing, and two words worth comparing have little else.
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const [rows, columns] = [endA - start, endB - start];
  if (rows === 0 || columns === 0) return Math.min(rows + columns, most + 1);
  let [before, last, row] = columns < WIDTH ? SCRATCH : threeRows(columns + 1);
  for (let j = 0; j <= columns; j += 1) last[j] = j;
  for (let i = 1; i <= rows; i += 1) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(start + i - 1);
    for (let j = 1; j <= columns; j += 1) {
      const other = b.charCodeAt(start + j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === other) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[columns] ?? most + 1, most + 1);
}

type Rows = [Uint16Array, Uint16Array, Uint16Array];

// These rows are reused. A question is compared with hundreds of words, and three new arrays for each cost more than
// the comparison.
const WIDTH = 64;
const SCRATCH = threeRows(WIDTH);

function threeRows(width: number): Rows {
  return [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
}

/**
 * Whether `typed` can be a slip of `meant`; both are folded. In words of two or three letters a slip is a swap of
 * neighbours or a letter struck twice, up to five letters it is one edit, in longer words two.
 */
export function isSlip(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  const length = Math.min(typed.length, meant.length);
  if (length < 2 || /\d/u.test(typed + meant)) return false;
  if (length <= 3) return (typed.length === meant.length && sorted(typed) === sorted(meant)) || doubles(typed, meant);
  return distance(typed, meant, length <= 5 ? 1 : 2) <= (length <= 5 ? 1 : 2);
}

function doubles(typed: string, meant: string): boolean {
  if (meant.length !== 3 || typed.length !== 4) return false;
  return [...meant].some((letter, i) => typed === meant.slice(0, i) + letter + meant.slice(i));
}

function sorted(word: string): string {
  return [...word].toSorted().join("");
}
