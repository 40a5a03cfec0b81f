import { fold } from "#core/text/text.ts";

// Capped before any work: a question is short, and noise must cost nothing.
const QUESTION_MAX = 200;
const WORDS_MAX = 16;
const LETTERS_MAX = 32;

/**
 * The folded words of a text, in order. `U.S.`, `US`, `USA` and `the us side` are one word; the pronoun of `tell us` is
 * another.
 */
export function wordsIn(text: string): readonly string[] {
  const folded = fold(
    text
      .replace(THOUSANDS, "")
      .replace(COUNTRY, " usa ")
      .replace(INITIALS, (letters) => letters.replaceAll(".", ""))
      .replace(TYPED_LOW, " usa ")
      .replace(POSSESSIVE, ""),
  );
  return folded === "" ? [] : folded.split(" ");
}

// "1,000" and "1.000" are one word.
const THOUSANDS = /(?<=(?<![\d.,])\d{1,3}(?:[,.]\d{3})*)[,.](?=\d{3}(?![\d]))/gu;

// "U.N." and "UN" are one word.
const INITIALS = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,}/gu;

const COUNTRY = /(?<![\p{L}\p{N}])U\.?S\.?(?:A\.?)?(?![\p{L}\p{N}])/gu;

// In lower case "us" is the pronoun after a verb that takes one ("tell us"), and at the end after a preposition.
const TYPED_LOW =
  /(?<![\p{L}\p{N}'’])(?<!\b(?:ask|bring|get|give|help|let|remind|send|show|tell|told)\s+)u\.?s\.?(?![\p{L}\p{N}])(?<!\b(?:about|for|from|of|to|with)\s+us(?=\s*(?:$|[?.!,])))/gu;

const POSSESSIVE = /(?<=\p{L})['’]s(?![\p{L}\p{N}])/giu;

// "Roma'daki", "Witkoff'un", "12'sinde": Turkish parts the ending from a name and from a number.
const TURKISH_ENDING =
  /(?<=\p{L}{2}|\d)['’](?:n?[dt][ae]n?(?:ki)?|[yns]?[ıiuü]n|l[ae]r|[yn]?l[ae]|[yns]?[ıiuüae]|s[ıi]n(?:[ae]|[dt][ae]n?|[ıi]n)|(?:[yns]?[ıiuü]n)?c[ıiuü])(?![\p{L}\p{N}])/giu;

// Two of the same that a sentence may have: "what had had to change", "bir bir".
const TWICE = /^(?:had|that|is|do)$/u;

// "2021de", "16da": the same without a sign, of numbers that are read as years and days.
const UNSIGNED =
  /(?<=(?<![\p{L}\d])(?:19|20)\d\d)(?:n?[dt][ae]n?(?:ki)?|n?[ıiuü]n)(?![\p{L}\p{N}])|(?<=(?<![\p{L}\d])(?:[12]?\d|3[01]))(?:s[ıi]n)?[dt][ae](?:ki)?(?![\p{L}\p{N}])/giu;

// "5-й" and "1-го" are the fifth and the first, "2020-го" and "10-ти" the number.
const RUSSIAN_ORDINAL =
  /(?<=(?<![\p{L}\d])\d{1,2})[-‑]?(?:о?го|о?му|ый|ой|ий|й|ая|я|ую|ю|ое|е|ом|м)(?![\p{L}\p{N}])/giu;
const RUSSIAN_ENDING = /(?<=\d)[-‑](?:о?го|о?му|[ыои]?й|ая|я|ую|ю|ое|е|[ыо]?м|ы?х|ые|[тм]и|и)(?![\p{L}\p{N}])/giu;

/**
 * The words of a question: at most 200 characters of it, 16 words, 32 letters a word. A word that was typed twice in
 * a row is one.
 */
export function questionWords(question: string): readonly string[] {
  return wordsIn(
    question
      .slice(0, QUESTION_MAX)
      .replace(TURKISH_ENDING, "")
      .replace(UNSIGNED, "")
      .replace(RUSSIAN_ORDINAL, "th")
      .replace(RUSSIAN_ENDING, ""),
  )
    .filter((word, i, all) => word !== all[i - 1] || TWICE.test(word))
    .slice(0, WORDS_MAX)
    .map((w) => w.slice(0, LETTERS_MAX));
}

const IN = /(\p{L}{3,})['’]n?[dt][ae](?:ki)?(?![\p{L}\p{N}])/giu;

/** The words of a question that stand in the Turkish case of a place, with its sign: `Roma'daki`. */
export function wordsInPlace(question: string): ReadonlySet<string> {
  return new Set([...question.slice(0, QUESTION_MAX).matchAll(IN)].map(([, word = ""]) => fold(word)));
}

const MARKED = /(?<=[\p{Ll}\d,;:)] )\p{Lu}\p{Ll}+/gu;

/** The words of a question that are written as names are, with a capital letter within a sentence. */
export function wordsWithCapital(question: string): ReadonlySet<string> {
  return new Set([...question.slice(0, QUESTION_MAX).matchAll(MARKED)].map(([word]) => fold(word)));
}
