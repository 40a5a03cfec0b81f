import { dayText, isReal, weekdayOf, type CalendarDay, type Day } from "./day-value.ts";
import { LANGUAGES } from "./languages/index.ts";
import { letters } from "./languages/letters.ts";
import { isNumberWord } from "./number-words.ts";
import { plainDigits } from "./numerals.ts";
import { isOrdinal } from "./ordinal-days.ts";
import type { Relation } from "./relation.ts";
import { typographyKey } from "./typography.ts";

/**
 * Equal keys say one day, month or range with equal precision: `Feb. 27` and `27 February`, but not `27 February 2025`.
 */
export function dayKey(day: Day): string {
  const part = "part" in day ? ` ${day.part}` : "";
  switch (day.kind) {
    case "day":
      return `day ${dayText(day)}${day.weekday === undefined ? "" : ` weekday ${day.weekday}`}${part}`;
    case "range":
      return `range ${dayText(day.from)} ${dayText(day.to)}`;
    case "month":
      return `month ${day.year ?? ""}-${day.month}`;
    case "year":
      return `year ${day.year}`;
    case "weekday":
      return `weekday ${day.weekday}${part}`;
    case "words":
    case "unreadable":
      return `words ${typographyKey(day.words).toLowerCase()}`;
  }
}

/**
 * How two days stand: they differ where no day of any year fits both, are consistent where one does (`Thursday` and `10
 * April 2025`, `April` and `10 April`), and are apart where either cannot be read.
 */
export function relateDays(a: Day, b: Day): Relation {
  if (dayKey(a) === dayKey(b)) return "same";
  if (isWords(a) || isWords(b)) return "apart";
  return meet(a, b) ? "consistent" : "differs";
}

/**
 * What a stated day lacks for being a calendar day with its year; undefined where it lacks nothing, or cannot be read
 * for sure.
 */
export function lacksOf(day: Day): "year" | "calendar date" | undefined {
  switch (day.kind) {
    case "day":
      return day.year === undefined ? "year" : undefined;
    case "range":
      return day.to.year === undefined ? "year" : undefined;
    case "month":
    case "year":
    case "weekday":
      return "calendar date";
    case "words":
      return mayNameDay(day.words) ? undefined : "calendar date";
    case "unreadable":
      return undefined;
  }
}

// Number words of Turkish, Spanish and French that are other words of English.
const ALSO_ENGLISH: ReadonlySet<string> = new Set(["on", "once", "sept"]);

// "10 avril 2025" may well be a calendar date, in a language that is not read; so may "Nisan'ın onu".
function mayNameDay(words: string): boolean {
  const plain = plainDigits(words);
  if (/\d/u.test(plain.replace(/(?<!\d)\d{4}(?!\d)/gu, ""))) return true;
  return (letters(plain).match(/\p{L}+/gu) ?? []).some(
    (word) =>
      isOrdinal(word) || (!ALSO_ENGLISH.has(word) && LANGUAGES.some((language) => isNumberWord(word, language))),
  );
}

type Read = Exclude<Day, { kind: "words" | "unreadable" }>;

function isWords(day: Day): day is Exclude<Day, Read> {
  return day.kind === "words" || day.kind === "unreadable";
}

// The Gregorian calendar repeats its weekdays in every 28 years without a skipped leap year, so these hold every case.
const YEARS = Array.from({ length: 28 }, (_, at) => 2000 + at);

function meet(a: Read, b: Read): boolean {
  if (a.kind === "weekday") return b.kind === "weekday" ? a.weekday === b.weekday : meet(b, a);
  const year = yearOf(a) ?? yearOf(b);
  const years = year === undefined ? YEARS : [year - 1, year, year + 1];
  return years.some((y) => daysOf(a, y).some((day) => holds(b, day)));
}

function yearOf(day: Read): number | undefined {
  return day.kind === "weekday" ? undefined : day.kind === "range" ? day.from.year : day.year;
}

type Dated = CalendarDay & { readonly year: number };

/** The days that it can mean, where it begins in that year. */
function daysOf(of: Exclude<Read, { kind: "weekday" }>, year: number): readonly Dated[] {
  if (of.kind === "range") {
    if ((of.from.year ?? year) !== year) return [];
    const last = { ...of.to, year: of.to.year ?? year };
    return following({ ...of.from, year }, last);
  }
  if ((of.year ?? year) !== year) return [];
  if (of.kind === "year") return following({ year, month: 1, day: 1 }, { year, month: 12, day: 31 });
  if (of.kind === "month") return following({ year, month: of.month, day: 1 }, { year, month: of.month, day: 31 });
  const day = { year, month: of.month, day: of.day };
  return isReal(day) && holds(of, day) ? [day] : [];
}

function following(first: Dated, last: Dated): readonly Dated[] {
  const days: Dated[] = [];
  for (let { year, month, day } = first; dayText({ year, month, day }) <= dayText(last); day += 1) {
    if (isReal({ year, month, day })) days.push({ year, month, day });
    else if (month === 12) [year, month, day] = [year + 1, 1, 0];
    else [month, day] = [month + 1, 0];
  }
  return days;
}

function holds(of: Read, day: Dated): boolean {
  switch (of.kind) {
    case "weekday":
      return weekdayOf(day) === of.weekday;
    case "year":
      return day.year === of.year;
    case "month":
      return day.month === of.month && (of.year ?? day.year) === day.year;
    case "range":
      return (
        dayText({ ...of.from, year: of.from.year ?? day.year }) <= dayText(day) &&
        dayText(day) <= dayText({ ...of.to, year: of.to.year ?? day.year })
      );
    case "day":
      return (
        day.month === of.month &&
        day.day === of.day &&
        (of.year ?? day.year) === day.year &&
        (of.weekday ?? weekdayOf(day)) === weekdayOf(day)
      );
  }
}
