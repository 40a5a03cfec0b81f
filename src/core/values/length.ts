import { LANGUAGES } from "./languages/index.ts";
import { phrase, type Language } from "./languages/language.ts";
import { intervalKey, intervalOf, relateIntervals, type Interval } from "./interval.ts";
import { amountOf, type Amount } from "./length-parts.ts";
import { sidesOf, withoutMarks } from "./marks.ts";
import type { Relation } from "./relation.ts";
import { symbolsOf, wordsOf } from "./symbols.ts";
import { typographyKey } from "./typography.ts";

/**
 * A length of time, in minutes. One that its source counts in days or weeks `counts` days: how many days the talks
 * took, not how many hours of each, so that it bounds hours from above only.
 * @internal
 */
export interface Length extends Interval {
  readonly counts: "hours" | "days";
}

/** A length as a source states it: how long the talks lasted, or how long passed from one moment to another. */
export interface StatedLength {
  readonly stated: string;
  /** From what to what, where the source measures it so: `from the delegation's arrival to its departure`. */
  readonly span?: string | undefined;
}

/**
 * `about 5½ hours`, `beş buçuk saat`, `от пяти до шести часов` → bound and minutes. Undefined where any word is left
 * that is not understood (`several hours`, `quarter to six hours`): such a length is kept as words, never half-read.
 * @internal
 */
export function readLength(stated: string): Length | undefined {
  const words = wordsOf(stated, decimalOfTime);
  if (words === undefined || words.length === 0) return undefined;
  for (const language of LANGUAGES.filter(({ letter }) => words.every((word) => letter.test(word)))) {
    const symbols = symbolsOf(words, language, language.units);
    const length = symbols === undefined ? undefined : lengthOf(withoutFillers(symbols, language), language.inverts);
    if (length !== undefined) return length;
  }
  return undefined;
}

/** A stated length as it was read, once for all comparisons. */
export interface LengthValue {
  /**
   * Equal keys say one length: one bound, the same numbers, the same measure. A length that cannot be read is its
   * words.
   */
  readonly key: string;
  readonly length: Length | undefined;
  /** What it measures: the span's words, empty where the talks lasted so long. */
  readonly span: string;
}

export function lengthValue(of: StatedLength): LengthValue {
  const length = readLength(of.stated);
  const span = typographyKey(of.span ?? "").toLowerCase();
  const value =
    length === undefined
      ? `words ${typographyKey(of.stated).toLowerCase()}`
      : `${length.counts} ${intervalKey(length)}`;
  return { key: JSON.stringify([value, span]), length, span };
}

/**
 * How two stated lengths stand. Lengths of different measures are never the same: a span from one moment to another
 * cannot be shorter than the talks that lasted within it, so that it differs only then, and is else consistent; spans
 * between different moments are apart.
 */
export function relateLengths(a: LengthValue, b: LengthValue): Relation {
  if (a.key === b.key) return "same";
  if (a.length === undefined || b.length === undefined) return "apart";
  if (a.span === b.span) return relateCounts(a.length, b.length);
  if (a.span !== "" && b.span !== "") return "apart";
  const [span, lasted] = a.span === "" ? [b.length, a.length] : [a.length, b.length];
  // Talks of "two days" may have lasted any number of hours.
  const least = lasted.counts === "days" && span.counts === "hours" ? 0 : lasted.least;
  return (span.most ?? Infinity) < least ? "differs" : "consistent";
}

function relateCounts(a: Length, b: Length): Relation {
  if (a.counts === b.counts) return relateIntervals(a, b);
  const [days, hours] = a.counts === "days" ? [a, b] : [b, a];
  return hours.least > (days.most ?? Infinity) ? "differs" : "consistent";
}

/**
 * How far "about" reaches: a number that is rounded stands for all that rounds to it, so half of the step that it is a
 * multiple of (an hour, a half, a quarter, ten minutes; a day, half a day), and at least a tenth, since people round
 * long times more coarsely. About six hours is 5 h 24 to 6 h 36, about 45 minutes 37½ to 52½.
 */
function lengthTolerance(minutes: number, counts: Length["counts"]): number {
  const steps = counts === "days" ? [24 * 60, 12 * 60] : [60, 30, 15, 10, 5];
  const step = steps.find((s) => minutes >= s && minutes % s === 0) ?? 1;
  return Math.round(Math.max(step / 2, minutes / 10) * 1000) / 1000;
}

// "5.30 hours" can be five hours and thirty minutes, or 5.3; "1,000 minutes" can be one. Quarters and one decimal are
// sure.
function decimalOfTime(written: string): number | undefined {
  return /^\d+(?:[.,](?:\d|25|75|[6-9]\d))?$/u.test(written) ? Number(written.replace(",", ".")) : undefined;
}

const FILLERS = new Map(LANGUAGES.map((language) => [language, phrase(language.fillers)]));

function withoutFillers(symbols: readonly string[], language: Language): readonly string[] {
  const left = symbols.join(" ").replace(FILLERS.get(language) ?? "", "");
  return left.split(" ").filter((symbol) => symbol !== "");
}

function lengthOf(symbols: readonly string[], inverts: boolean): Length | undefined {
  const marked = withoutMarks(symbols);
  if (marked === undefined) return undefined;
  const ends = endsOf(marked.rest);
  if (ends === undefined) return inverts && marked.rest === symbols ? inverted(symbols) : undefined;
  const [first, second] = ends;
  const counts = [first, second].every(({ smallest }) => smallest === "d" || smallest === "w") ? "days" : "hours";
  const interval = intervalOf(marked.mark, first.minutes, second.minutes, (v) => lengthTolerance(v, counts));
  return interval === undefined ? undefined : { ...interval, counts };
}

// "часов пять", "часа два".
function inverted([unit = "", ...count]: readonly string[]): Length | undefined {
  if (!/^#[hmsdw][?]?$/u.test(unit) || count.length === 0) return undefined;
  return lengthOf(["@about", ...count, unit.slice(0, 2)], false);
}

/** The two ends of a range, or one amount twice. */
function endsOf(symbols: readonly string[]): readonly [Amount, Amount] | undefined {
  const sides = sidesOf(symbols);
  if (sides === undefined) return undefined;
  const [left, right] = sides;
  const alone = amountOf(left);
  if (right === undefined) return alone === undefined ? undefined : [alone, alone];
  const second = amountOf(right) ?? (alone === undefined ? undefined : amountOf(right, alone.smallest));
  const first = alone ?? (second === undefined ? undefined : amountOf(left, second.largest));
  return first === undefined || second === undefined || first.minutes >= second.minutes ? undefined : [first, second];
}
