import { byForm, phrase, type Language } from "./languages/language.ts";
import { letters } from "./languages/letters.ts";
import { glued, isNumberWord, withoutNumberWords } from "./number-words.ts";
import { number, plainDigits, withoutFractions } from "./numerals.ts";
import { typographyKey } from "./typography.ts";

/**
 * A text as symbols and words, the same for every language, parted by single spaces:
 *
 * - `#5.5` a number, `#5:30` hours and minutes; `+0.5` a part after a number or a unit (`and a half`); `=0.5` a part of
 *   one (`half an hour`)
 * - `#h` `#m` `#s` `#d` `#w` units, `#h1` one that can stand for one, `#h?` one that can, unless a bare number follows
 * - `@more` a bound that stands before, `more@` one that stands after, `@about@` one that stands on either side
 * - `@from` `@to` `@between` `@upto` a range
 *
 * Words that mean none of these stay words. Undefined where a number cannot be read for sure, or where a minus stands
 * before it.
 */
export function symbolsOf(
  words: readonly string[],
  language: Language,
  units: Language["units"],
): readonly string[] | undefined {
  const unitOf = byForm(units);
  const parted = withoutHyphens(language.glued === true ? glued(words, language) : words, language, unitOf);
  if (parted === undefined) return undefined;
  const numbered = withoutNumberWords(parted, language).map((word) => unitSymbol(word, unitOf));
  if (numbered.every((word) => word.startsWith("#"))) return numbered;
  let text = numbered.join(" ");
  for (const [pattern, symbol] of rulesOf(language)) text = text.replace(pattern, symbol);
  return text
    .replace(/@between (.+?) and (?=.)/u, "@from $1 @to ")
    .trim()
    .split(" ");
}

const TEXT_MAX = 200;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["~", "@about"],
  ["≈", "@about"],
  ["≥", "@least"],
  [">=", "@least"],
  ["≤", "@most"],
  ["<=", "@most"],
  [">", "@more"],
  ["<", "@less"],
]);

/**
 * A text's words, by their letters, with its numbers as `decimal` reads them: `5½–6 hrs.` → `#5.5`, `-`, `#6`, `hrs`.
 * Undefined where it is too long to be a value, or where `decimal` finds a number ambiguous.
 */
export function wordsOf(text: string, decimal: (written: string) => number | undefined): readonly string[] | undefined {
  if (text.length > TEXT_MAX) return undefined;
  // A minus before a number stays `−`, a word that nothing reads: what drops a sign has half-read the text.
  const plain = letters(plainDigits(withoutFractions(typographyKey(text)))).replace(
    /(?<![\d.:#])(\d{1,3}):([0-5]\d)(?![\d:])/gu,
    "#$1:$2",
  );
  const words = plain.match(/#\d+(?:\.\d+)?(?::\d\d)?|\d+(?:[.,]\d+)*|\p{L}+|>=|<=|\S/gu) ?? [];
  const read: string[] = [];
  for (const word of words) {
    if (word === "." || word === ",") continue;
    const value = /^\d/u.test(word) ? decimal(word) : undefined;
    if (/^\d/u.test(word) && value === undefined) return undefined;
    read.push(value === undefined ? (SIGNS.get(word) ?? word) : number(value));
  }
  return withoutSlashes(read.join(" ")).split(" ");
}

// "5 1/2", "5-1/2", "5 and 1/2" and the plain "1/2"; "2/3 hours" can be two or three.
function withoutSlashes(text: string): string {
  return text
    .replace(/(?<=^| )#(\d+) (?:[-&] |and )?#(\d) \/ #(\d\d?)(?= |$)/gu, (found, whole: string, over: string, under) =>
      Number(over) > 0 && Number(over) < Number(under) ? number(Number(whole) + Number(over) / Number(under)) : found,
    )
    .replace(/(?<=^| )#(1 \/ #2|1 \/ #4|3 \/ #4)(?= |$)/gu, (_, part: string) =>
      number(part.startsWith("3") ? 0.75 : 1 / Number(part.at(-1))),
    );
}

/** A hyphen between numbers is a range, within a number or between words nothing, a plus after a number a bound. */
function withoutHyphens(
  words: readonly string[],
  language: Language,
  units: ReadonlyMap<string, string>,
): readonly string[] | undefined {
  const isUnit = (word: string) => unitSymbol(word, units) !== word;
  const isNumber = (word: string) => word.startsWith("#") || isNumberWord(word, language);
  const read: string[] = [];
  for (const [at, word] of words.entries()) {
    const [last = "", next = ""] = [words[at - 1], words[at + 1]];
    if (word === "+") {
      if (!isNumber(last) && !isUnit(last)) return undefined;
      read.push("least@");
    } else if (word === "-") {
      if (at === 0) return undefined;
      if (isNumber(next) && (isNumber(last) || isUnit(last)) && !isTens(last, next, language)) read.push("@to");
    } else read.push(word);
  }
  return read;
}

function isTens(last: string, next: string, language: Language): boolean {
  if (last.startsWith("#") || next.startsWith("#") || language.numbers[11] !== "eleven") return false;
  return withoutNumberWords([last, next], language).length === 1;
}

function unitSymbol(word: string, units: ReadonlyMap<string, string>): string {
  const plain = units.get(word);
  if (plain !== undefined) return `#${plain}`;
  const one = units.get(`${word}!`);
  if (one !== undefined) return `#${one}1`;
  const some = units.get(`${word}?`);
  return some === undefined ? word : `#${some}?`;
}

const rules = new WeakMap<Language, readonly (readonly [RegExp, string])[]>();

function rulesOf(language: Language): readonly (readonly [RegExp, string])[] {
  const known = rules.get(language);
  if (known !== undefined) return known;
  const made = language.rules.map(([pattern, symbol]) => [phrase(pattern), symbol] as const);
  rules.set(language, made);
  return made;
}
