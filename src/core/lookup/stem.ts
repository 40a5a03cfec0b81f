import { remembered } from "#core/text/lazy.ts";
import { BASE_FORMS } from "./base-forms.ts";

const VOWEL = /[aeiou]|(?<=[^aeiou])y/u;
const STEP2: readonly (readonly [string, string])[] = (
  "ational ate|tional tion|enci ence|anci ance|izer ize|isation ize|abli able|alli al|entli ent|eli e|ousli ous|ization ize|ation ate|" +
  "ator ate|alism al|iveness ive|fulness ful|ousness ous|aliti al|iviti ive|biliti ble|logi log"
)
  .split("|")
  .map((pair) => pair.split(" ") as [string, string]);
const STEP3: readonly (readonly [string, string])[] = [
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["alise", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
];
const STEP4 = /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize|ise)$/u;

/** Vowel-consonant runs of a stem: Porter's measure. */
function measure(stem: string): number {
  const pattern = stem.replace(/[aeiou]|(?<=[^aeiou])y/gu, "V").replace(/[^V]+/gu, "C");
  return (pattern.match(/V+C/gu) ?? []).length;
}

function cvc(stem: string): boolean {
  return /[^aeiou][aeiouy][^aeiouwxy]$/u.test(stem);
}

/**
 * Porter's algorithm for English suffixes (M. Porter, An algorithm for suffix stripping, 1980). Words of other scripts
 * pass unchanged.
 */
function porter(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/u.test(word)) return word;
  let w = word.replace(/(?:sse|ie)s$/u, (s) => s.slice(0, -2)).replace(/(?<!s)s$/u, "");
  const past = /^(?<stem>.+?)(?:ed|ing)$/u.exec(w)?.groups?.["stem"];
  if (w.endsWith("eed")) w = measure(w.slice(0, -3)) > 0 ? w.slice(0, -1) : w;
  else if (past !== undefined && VOWEL.test(past)) {
    w = past;
    if (/(?:at|bl|iz|is)$/u.test(w) && w.length > 3) w += "e";
    // "added" is of "add".
    else if (w.length > 3 && /(?<double>[^aeioulsz])\k<double>$/u.test(w)) w = w.slice(0, -1);
    else if (measure(w) === 1 && cvc(w)) w += "e";
  }
  // After a vowel it stays, as in the short words that are left alone: "days" is of "day", "paying" of "pay".
  if (/[^aeiou]y$/u.test(w) && VOWEL.test(w.slice(0, -1))) w = `${w.slice(0, -1)}i`;
  w = suffix(suffix(w, STEP2), STEP3);
  const shorter = w.replace(STEP4, "");
  if (measure(shorter) > 1) w = shorter;
  if (w.endsWith("e")) {
    const stem = w.slice(0, -1);
    if (measure(stem) > 1 || (measure(stem) === 1 && !cvc(stem))) w = stem;
  }
  return w.endsWith("ll") && measure(w) > 1 ? w.slice(0, -1) : w;
}

function suffix(word: string, pairs: readonly (readonly [string, string])[]): string {
  const found = pairs.find(([from]) => word.endsWith(from));
  if (found === undefined) return word;
  const stem = word.slice(0, word.length - found[0].length);
  return measure(stem) > 0 ? stem + found[1] : word;
}

// Texts repeat their words: stemming one costs twenty times as much as remembering it.
const REMEMBERED = 20_000;

// "promising" is of no promise.
const OWN: ReadonlySet<string> = new Set(["promising", "promisingly"]);

/** What a word is indexed as: `led`, `leading` and `leads` are one term. */
export const termOf = remembered(REMEMBERED, (word: string): string =>
  OWN.has(word) ? "promising" : porter(BASE_FORMS.get(word) ?? word),
);
