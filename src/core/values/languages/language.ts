import { letters } from "./letters.ts";

/** A phrase of a language and the symbol that it stands for, as the readers of values write symbols (`symbols.ts`). */
type Rule = readonly [phrase: string, symbol: string];

/**
 * What a language's words for numbers, bounds and lengths of time mean. A word is written as it is read; it is compared
 * by its letters.
 */
export interface Language {
  /** What each word of the language, number or sign passes: a text with a letter of another script is not tried. */
  readonly letter: RegExp;
  /** Number words by value, every form of each, parted by spaces. */
  readonly numbers: Readonly<Record<number, string>>;
  /**
   * Whether numbers of several words stand in `numbers` without the spaces and hyphens between them: `vingtdeux`. Such
   * a run is one number, and no hyphen in it a range.
   */
  readonly glued?: true;
  /**
   * Whether `hundred` multiplies what stands before it (`two hundred`, `iki yüz`), or has words of its own (`двести`).
   */
  readonly hundredMultiplies: boolean;
  /**
   * Words that stand within a number, each with what they stand after whole ones of: `and` after hundreds (`one hundred
   * and five`), `y` after tens (`treinta y cinco`).
   */
  readonly within: Readonly<Record<string, 10 | 100>>;
  /**
   * Phrases of bounds, ranges and fractions, in the order in which they are tried. `symbols.ts` says what the symbols
   * mean.
   */
  readonly rules: readonly Rule[];
  /**
   * Forms of each unit of time. A form that ends in `!` means one of them where no number stands before it (`час!`);
   * one in `?` too, unless a bare number follows (`часа два` is two hours).
   */
  readonly units: Readonly<Record<string, string>>;
  /** Whether a number after its unit is an approximate one: `часов пять` is about five hours. */
  readonly inverts: boolean;
  /** A pattern of words that say nothing of how long. */
  readonly fillers: string;
  /** A pattern of words for parts of a whole, such as `thirds`: a number before one counts parts, not wholes. */
  readonly fractions: string;
}

const forms = new WeakMap<Readonly<Record<string, string>>, ReadonlyMap<string, string>>();

/** The forms of a list, by their letters, each with its key. */
export function byForm(lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const known = forms.get(lists);
  if (known !== undefined) return known;
  const made = new Map(
    Object.entries(lists).flatMap(([key, list]) => list.split(" ").map((form) => [letters(form), key] as const)),
  );
  forms.set(lists, made);
  return made;
}

/** A pattern of whole words, as a regular expression over text of words parted by single spaces. */
export function phrase(pattern: string): RegExp {
  return new RegExp(`(?<=^| )(?:${letters(pattern)})(?= |$)`, "gu");
}
