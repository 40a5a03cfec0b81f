/** A piece of a paragraph, from `start` up to and without `end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span without the white space and loose punctuation at its edges; undefined where nothing is left. */
export function trimmed(text: string, { start, end }: Span): Span | undefined {
  let [from, to] = [start, end];
  while (from < to && /[\s,;:.–—]/u.test(text.charAt(from))) from += 1;
  while (to > from && /[\s,;:–—]/u.test(text.charAt(to - 1))) to -= 1;
  // A full stop of an abbreviation, such as "U.S.", belongs to it.
  if (text.charAt(to - 1) === "." && !/(?:\p{L}\.){2}$/u.test(text.slice(from, to))) to -= 1;
  return to > from ? { start: from, end: to } : undefined;
}

export function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
