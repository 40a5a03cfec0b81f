import { questionWords } from "./words-in.ts";

/**
 * A whole question as an alias, for where its unknown words alone would not answer it. Only articles are left out:
 * "when" and "why" are little words too, but without them it would be another question.
 */
export function wholeWords(question: string): string {
  return questionWords(question)
    .filter((w) => !ARTICLES.has(w))
    .join(" ");
}

const ARTICLES = new Set(["a", "an", "the"]);
