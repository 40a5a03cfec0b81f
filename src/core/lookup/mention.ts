import { forms, type Named } from "#core/facts/names.ts";
import { isSlip } from "#core/text/slip.ts";

const WORDS_MAX = 4;

/** A name found in a question, and which of the question's words it is made of. */
export interface Mention<T> {
  readonly item: T;
  readonly at: readonly number[];
}

/**
 * The names that a question's words mention, exact spellings before slips, longer names before shorter; a word counts
 * once.
 */
export function mentions<T extends Named>(
  words: readonly string[],
  items: readonly T[],
  taken: ReadonlySet<number>,
): readonly Mention<T>[] {
  const used = new Set(taken);
  const found: Mention<T>[] = [];
  const names = items
    .flatMap((item) => forms(item).map((name) => ({ item, name: name.split(" ") })))
    .filter(({ name }) => name.length <= WORDS_MAX)
    .toSorted((a, b) => b.name.length - a.name.length);
  for (const same of [(a: string, b: string) => a === b, isSlip]) {
    for (const { item, name } of names) {
      for (let start = 0; start + name.length <= words.length; start += 1) {
        const at = name.map((_, i) => start + i);
        if (at.some((i) => used.has(i)) || !name.every((w, i) => same(words[start + i] ?? "", w))) continue;
        for (const i of at) used.add(i);
        found.push({ item, at });
      }
    }
  }
  return found;
}

/** Which of a question's words are in a name of several words, spelt as it is. */
export function wholeNames(words: readonly string[], items: readonly Named[]): readonly number[] {
  return items
    .flatMap((item) => forms(item).map((name) => name.split(" ")))
    .filter((name) => name.length > 1 && name.length <= WORDS_MAX)
    .flatMap((name) =>
      words.flatMap((_, start) => (name.every((w, i) => words[start + i] === w) ? name.map((_w, i) => start + i) : [])),
    );
}
