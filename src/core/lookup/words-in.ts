import { fold } from "#core/text/text.ts";

// Capped before any work: a question is short, and noise must cost nothing.
const QUESTION_MAX = 200;
const WORDS_MAX = 16;
const LETTERS_MAX = 32;

/** The folded words of a text, in order. `U.S.`, `US` and `USA` are one word; the pronoun `us` is another. */
export function wordsIn(text: string): readonly string[] {
  const folded = fold(text.replace(COUNTRY, " usa ").replace(POSSESSIVE, ""));
  return folded === "" ? [] : folded.split(" ");
}

// Only in capitals: in lower case "us" is a word of its own.
const COUNTRY = /(?<![\p{L}\p{N}])U\.?S\.?(?:A\.?)?(?![\p{L}\p{N}])/gu;

const POSSESSIVE = /(?<=\p{L})['’]s(?![\p{L}\p{N}])/giu;

/** The words of a question: at most 200 characters of it, 16 words, 32 letters a word. */
export function questionWords(question: string): readonly string[] {
  return wordsIn(question.slice(0, QUESTION_MAX))
    .slice(0, WORDS_MAX)
    .map((w) => w.slice(0, LETTERS_MAX));
}
