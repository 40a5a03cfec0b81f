import { decimalOf, type DecimalMark } from "./decimals.ts";
import { intervalKey, intervalOf, relateIntervals, type Interval } from "./interval.ts";
import { LANGUAGES } from "./languages/index.ts";
import { phrase, type Language } from "./languages/language.ts";
import { letters } from "./languages/letters.ts";
import { UNIT_NAMES } from "./languages/unit-names.ts";
import { sidesOf, withoutMarks } from "./marks.ts";
import { isNumberWord } from "./number-words.ts";
import { number } from "./numerals.ts";
import type { Relation } from "./relation.ts";
import { symbolsOf, wordsOf } from "./symbols.ts";

/** A number as its source bounds it, with its unit: one of `UNIT_NAMES`, the source's own words, or none (empty). */
export interface Quantity extends Interval {
  readonly unit: string;
  /** Whether a plus stands before it (`+5 points`): a rise is said, not only a number. */
  readonly plus: boolean;
}

/**
 * `about $1.5 billion`, `−5 degrees`, `3%`, `yüzde 3`, `25 тыс. человек` → number, bound and unit. `ambiguous` where a
 * number can be read in two ways (`1,234`) and `mark` does not say which. Undefined where words are left that are no
 * unit (`6,000 for 6,000`).
 */
export function readQuantity(stated: string, mark?: DecimalMark): Quantity | "ambiguous" | undefined {
  const signed = signOf(spaced(stated));
  let ambiguous = false;
  const words = wordsOf(signed.rest, (written) => {
    const value = decimalOf(written, mark);
    if (value === "ambiguous") ambiguous = true;
    return typeof value === "number" ? value : undefined;
  });
  if (ambiguous) return "ambiguous";
  if (words === undefined) return undefined;
  for (const language of LANGUAGES) {
    const symbols = symbolsOf(words, language, NO_UNITS);
    const read = symbols === undefined ? undefined : quantityOf(scaled(symbols, language), signed.sign);
    if (read !== undefined) return { ...read, unit: unitIn(stated, read.unit) };
  }
  return undefined;
}

// Times are units like any other here.
const NO_UNITS = {};

/** Equal keys say one quantity: one bound, the same numbers, sign and unit. */
export function quantityKey(of: Quantity): string {
  return `${of.plus ? "+" : ""}${intervalKey(of)} ${of.unit}`.trimEnd();
}

/** Quantities of other units are apart: 3% is not 3, and no rate makes dollars of euros. */
export function relateQuantities(a: Quantity, b: Quantity): Relation {
  if (a.unit !== b.unit) return "apart";
  return quantityKey(a) === quantityKey(b) ? "same" : relateIntervals(a, b) === "differs" ? "differs" : "consistent";
}

// A tenth, or half of the last place that is not zero: "about 6,000" is 5,400 to 6,600.
function tolerance(value: number): number {
  const size = Math.abs(value);
  const step = [1000, 100, 10, 1, 0.1].find((s) => size >= s && Number.isInteger(Number((size / s).toFixed(6)))) ?? 0;
  return Number(Math.max(step / 2, size / 10).toFixed(6));
}

// A space between thousands is not an end of a number.
function spaced(text: string): string {
  return text.trim().replace(/(?<!\d)\d{1,3}(?:[ \u00A0\u202F'’]\d{3})+(?!\d)/gu, (found) => found.replace(/\D/gu, ""));
}

const SIGN = /^(?:([-−–﹣－])|(\+)|(minus|eksi|минус)\s|(plus|artı|плюс)\s)(?=\s*[\p{Nd}\p{L}$€£₺₽₴%])\s*/iu;

function signOf(text: string): { readonly sign: "" | "-" | "+"; readonly rest: string } {
  const found = SIGN.exec(text);
  if (found === null) return { sign: "", rest: text };
  return { sign: (found[1] ?? found[3]) ? "-" : "+", rest: text.slice(found[0].length) };
}

/** `#5 #1000` → `#5000`: a number in digits before the word for its thousands. */
function scaled(symbols: readonly string[], language: Language): readonly string[] {
  const scales = new Set(Object.keys(language.numbers).filter((value) => Number(value) >= 1000));
  const text = symbols
    .join(" ")
    .replace(/(?<=#[\d.]+) ?(bn|mln|m|k)(?= |$)/gu, (_, short: string) => ` #${SHORT[short] ?? ""}`);
  return text
    .replace(/#(\d+(?:\.\d+)?) #(\d+)(?= |$)/gu, (found, value: string, scale: string) =>
      scales.has(scale) ? number(Number(value) * Number(scale)) : found,
    )
    .split(" ");
}

const SHORT: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000, mln: 1_000_000, bn: 1_000_000_000 };

function quantityOf(symbols: readonly string[], sign: "" | "-" | "+"): Quantity | undefined {
  const marked = withoutMarks(symbols);
  const sides = marked === undefined ? undefined : sidesOf(marked.rest);
  if (marked === undefined || sides === undefined) return undefined;
  const [left, right] = [countedOf(sides[0]), sides[1] === undefined ? undefined : countedOf(sides[1])];
  if (left === undefined || (sides[1] !== undefined && right === undefined)) return undefined;
  const unit = right === undefined ? left.unit : right.unit || left.unit;
  if (left.unit !== "" && left.unit !== unit) return undefined;
  const ends = [left.value, (right ?? left).value].map((value) => (sign === "-" ? -value : value));
  const [from = 0, to = 0] = sign === "-" && right !== undefined ? [-left.value, right.value] : ends;
  const interval = intervalOf(marked.mark, from, to, tolerance);
  return interval === undefined ? undefined : { ...interval, unit, plus: sign === "+" };
}

const NAMED = new Map(
  Object.entries(UNIT_NAMES).flatMap(([name, forms]) =>
    forms.split(" ").map((form) => [letters(form).replaceAll("_", " "), name] as const),
  ),
);

const FRACTIONS = LANGUAGES.map(({ fractions }) => new RegExp(phrase(fractions).source, "u"));

// A source's own unit is kept with its marks: letters without them are another word.
function unitIn(stated: string, unit: string): string {
  if (unit === "" || Object.hasOwn(UNIT_NAMES, unit)) return unit;
  const plain = stated.normalize("NFC").toLowerCase();
  const words = plain.match(/[\p{L}\p{M}]+/gu) ?? [];
  const size = unit.split(" ").length;
  const runs = words.map((_, at) => words.slice(at, at + size).join(" "));
  return runs.find((run) => letters(run) === unit) ?? unit;
}

/** A number with its unit before it, after it, or none: `$ #5`, `#5 %`, `yuzde #5`, `#6000 bodies`. */
function countedOf(symbols: readonly string[]): { readonly value: number; readonly unit: string } | undefined {
  const at = symbols.findIndex((symbol) => /^#\d+(?:\.\d+)?$/u.test(symbol));
  if (at < 0) return undefined;
  const added = /^\+([\d.]+)$/u.exec(symbols[at + 1] ?? "");
  const [before, after] = [symbols.slice(0, at).join(" "), symbols.slice(added === null ? at + 1 : at + 2).join(" ")];
  const value = Number(symbols[at]?.slice(1)) + Number(added?.[1] ?? 0);
  if (before !== "" && after !== "") return undefined;
  const named = NAMED.get(before + after);
  if (named !== undefined) return { value, unit: named };
  // Words that are not a known unit are the source's own: only after the number, and only words.
  if (before !== "" || !/^(?:\p{L}+(?: \p{L}+){0,3})?$/u.test(after)) return undefined;
  // "two thirds of the staff" counts no thirds: parts of a whole are not read here.
  const number = after.split(" ").some((word) => LANGUAGES.some((language) => isNumberWord(word, language)));
  return number || FRACTIONS.some((part) => part.test(after)) ? undefined : { value, unit: after };
}
