import { remembered } from "#core/text/lazy.ts";
import type { Fact } from "#core/facts/fact.ts";

/** Whether a word of any of its claims' values is such a one. */
export function says(fact: Fact, isSuch: (word: string) => boolean): boolean {
  return fact.claims.some((c) => Object.values(c.fields).some((v) => wordsOf(String(v)).some(isSuch)));
}

/** The words of each of its claims' values, a list for each. */
export function valuesIn({ claims }: Fact): readonly (readonly string[])[] {
  return claims.flatMap((c) => Object.values(c.fields).map((v) => wordsOf(String(v))));
}

/** A value's words, in small letters. */
export const wordsOf = remembered(500, (text: string): readonly string[] =>
  text.toLowerCase().split(/[^\p{L}\p{N}]+/u),
);
