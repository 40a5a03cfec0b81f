import { termOf } from "./stem.ts";

/** The words of a post that is below another of the same name. */
export const DEPUTY: ReadonlySet<string> = new Set(["deputy", "vice", "assistant", "acting"].map(termOf));

/** A post that somebody is told to have. */
export interface PostKnown {
  readonly person: string;
  readonly party: string | undefined;
  readonly terms: ReadonlySet<string>;
  /** How many words it has. */
  readonly size: number;
  readonly isDeputy: boolean;
}

export function postKnown(person: string, party: string | undefined, words: readonly string[]): PostKnown {
  const terms = new Set(words.map(termOf));
  return { person, party, terms, size: words.length, isDeputy: [...DEPUTY].some((t) => terms.has(t)) };
}
