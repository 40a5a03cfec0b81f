/**
 * One thing to find, in words: what it is about, what it says of it, in which sentence. Rows with equal words are found
 * alike.
 */
export interface Row {
  readonly id: string;
  readonly subject: string;
  readonly label: string;
  readonly kind: string;
  readonly text: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  /** Terms of what it is of, see `facet`. */
  readonly facets?: readonly string[];
}

/** The term of everything that is of one slot, talks, side or name: no word of a question can be one. */
export function facet(of: string, id: string): string {
  return `§${of} ${id}`;
}

/** The term that every row of a kind has, and that no word of a question can be. */
export function kindTerm(kind: string): string {
  return `§${kind}`;
}

/** What a sentence holds that can answer a question word, as bits. */
export const HOLDS = { number: 1, time: 2, name: 4, place: 8 } as const;

const TIME =
  /\b(?:1\d{3}|20\d{2}|january|february|march|april|june|july|august|september|october|november|december|century|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{1,2}:\d{2})\b/iu;

export function holds(text: string): number {
  return (
    (/\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|several)\b/iu.test(text)
      ? HOLDS.number
      : 0) |
    (TIME.test(text) ? HOLDS.time : 0) |
    (/(?<=[\p{L},] )\p{Lu}\p{L}+ \p{Lu}\p{L}+/u.test(text) ? HOLDS.name : 0) |
    (/\b(?:in|at|near|from|to) (?:the )?\p{Lu}\p{L}+/u.test(text) ? HOLDS.place : 0)
  );
}
