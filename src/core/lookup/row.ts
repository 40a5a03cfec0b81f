/**
 * One thing to find, in words: what it is about, what it says of it, in which sentence. Rows with equal words are found
 * alike.
 */
export interface Row {
  readonly id: string;
  readonly subject: string;
  readonly label: string;
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
