import type { Fact } from "#core/facts/fact.ts";
import { sameThings } from "./asking-words.ts";
import { alikeInNews } from "./english.ts";
import { wordsOf } from "./says.ts";
import { termOf } from "./stem.ts";

/** All words of a fact's values, and of what it is known as. */
export function wordsSaid({ claims, aliases }: Fact): readonly string[] {
  const values = claims.flatMap(({ fields, as }) => [...Object.values(fields), ...Object.values(as)]);
  return [...values, ...(aliases ?? [])].flatMap((value) => wordsOf(String(value)));
}

/** Whether a word of a fact is this one, or stands for it in news of talks; likeness of another sort says nothing. */
export function isLikeIn(word: string): (said: string) => boolean {
  const terms = new Set([word, ...sameThings(word), ...alikeInNews(word)].map(termOf));
  return (said) => terms.has(termOf(said));
}

/** Whether a fact says a word, or another one for the same thing. */
export function saysLike(fact: Fact, word: string): boolean {
  return wordsSaid(fact).some(isLikeIn(word));
}
