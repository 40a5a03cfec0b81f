/** The places of all words that these names are: `from` and so many after it. */
export function placesOf(names: Iterable<{ readonly from: number; readonly size: number }>): ReadonlySet<number> {
  return new Set([...names].flatMap(({ from, size }) => Array.from({ length: size }, (_, i) => from + i)));
}
