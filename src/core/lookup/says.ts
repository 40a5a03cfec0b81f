import type { Fact } from "#core/facts/fact.ts";

/** Whether a word of any of its claims' values is such a one. */
export function says(fact: Fact, isSuch: (word: string) => boolean): boolean {
  return fact.claims.some((c) => Object.values(c.fields).some((v) => wordsOf(String(v)).some(isSuch)));
}

/** A value's words, in small letters. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
