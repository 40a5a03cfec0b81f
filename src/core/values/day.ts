import {
  DATE_FILLERS,
  DAY_PARTS,
  MONTHS,
  PAIR_WORDS,
  RANGE_STARTS,
  RANGE_WORDS,
  WEEKDAYS,
} from "./languages/calendar.ts";
import { byForm } from "./languages/language.ts";
import { letters } from "./languages/letters.ts";
import { isReal, weekdayOf, type CalendarDay, type Day } from "./day-value.ts";
import { plainDigits } from "./numerals.ts";
import { numericDay } from "./numeric-day.ts";
import { withoutOrdinals } from "./ordinal-days.ts";

/**
 * When something was, read from its source's words in English, Turkish, Russian, Spanish and the other languages of
 * `MONTHS`: `Thursday, 27 February 2025`, `Feb. 27`, `10 Nisan 2025`, `с 27 по 28 февраля`, `10.04.2025`. Words that
 * are left over make it `words` as a whole. No year, month or day is supplied from elsewhere: what the source leaves
 * open stays open.
 */
export function readDay(stated: string): Day {
  const words = stated.trim();
  if (words.length > TEXT_MAX) return { kind: "words", words };
  const plain = letters(plainDigits(words))
    .replace(/[‐‑‒–—―−]/gu, "-")
    .replace(/\s+/gu, " ");
  const numeric = numericDay(plain);
  if (numeric === "ambiguous") return { kind: "unreadable", words, why: "ambiguous" };
  if (numeric !== undefined) {
    return isReal(numeric) ? { kind: "day", ...numeric } : { kind: "unreadable", words, why: "no such day" };
  }
  const read = valueOf(partsOf(plain));
  return checked(read ?? { kind: "words", words }, words);
}

const TEXT_MAX = 100;

function checked(value: Day, words: string): Day {
  const days = value.kind === "day" ? [value] : value.kind === "range" ? [value.from, value.to] : [];
  if (!days.every(isReal)) return { kind: "unreadable", words, why: "no such day" };
  if (value.kind !== "day" || value.weekday === undefined) return value;
  const real = weekdayOf(value);
  if (real !== undefined && real !== value.weekday) return { kind: "unreadable", words, why: "not that weekday" };
  if (real === undefined) return value;
  const { weekday: _said, ...day } = value;
  return day;
}

type DayRange = Extract<Day, { kind: "range" }>;

type Part =
  | { readonly is: "day" | "month" | "year" | "weekday"; readonly value: number }
  | { readonly is: "part"; readonly value: string }
  | { readonly is: "from" }
  | { readonly is: "to" }
  | { readonly is: "and" }
  | { readonly is: "other" };

const MONTH_FORMS = byForm(MONTHS);
const WEEKDAY_FORMS = byForm(WEEKDAYS);
const PART_FORMS = byForm(DAY_PARTS);
const set = (words: string): ReadonlySet<string> => new Set(letters(words).split(" "));
const [FILLERS, STARTS] = [set(DATE_FILLERS), set(RANGE_STARTS)];
const [RANGES, PAIRS] = [set(RANGE_WORDS), set(PAIR_WORDS)];

function partsOf(plain: string): readonly Part[] {
  const text = plain
    // "10 Nisan'da", "2025'te", "27'si": Turkish puts endings behind an apostrophe.
    .replace(/(?<=[\p{L}\d])['’‘`ʼ]\p{L}{1,6}/gu, "")
    .replace(/\bogleden sonra\b/gu, letters("öğleden_sonra"))
    .replace(/(\d)-?(?:st|nd|rd|th|го|е|ое|му|и)(?!\p{L})/gu, "$1")
    .replace(/[()]/gu, " ")
    .replace(/(\d)-(\p{L}+)-(\d{4})/gu, "$1 $2 $3")
    // Excel writes "27 February 2025" so; its own rule makes 00 to 29 the years 2000 to 2029.
    .replace(/^(\d{1,2})-(\p{L}{3})-([0-2]\d)$/u, "$1 $2 20$3")
    .replace(/(?<=[\p{L}\d])[.,]+/gu, " ");
  const words = text.match(/\d+|[\p{L}_]+|\S/gu) ?? [];
  return withoutOrdinals(words)
    .filter((word) => !FILLERS.has(word))
    .map(partOf);
}

function partOf(word: string): Part {
  if (/^\d{1,2}$/u.test(word)) return { is: "day", value: Number(word) };
  if (/^\d{4}$/u.test(word)) return { is: "year", value: Number(word) };
  const [month, weekday, part] = [MONTH_FORMS.get(word), WEEKDAY_FORMS.get(word), PART_FORMS.get(word)];
  if (month !== undefined) return { is: "month", value: Number(month) };
  if (weekday !== undefined) return { is: "weekday", value: Number(weekday) };
  if (part !== undefined) return { is: "part", value: part };
  if (STARTS.has(word)) return { is: "from" };
  if (PAIRS.has(word)) return { is: "and" };
  return RANGES.has(word) ? { is: "to" } : { is: "other" };
}

function valueOf(parts: readonly Part[]): Day | undefined {
  const to = parts.findIndex(({ is }) => is === "to" || is === "and");
  const started = parts[0]?.is === "from";
  if (to >= 0) {
    const range = rangeOf(parts.slice(started ? 1 : 0, to), parts.slice(to + 1));
    // "10 and 12 April" are two days, and the 11th is not one of them.
    return started || parts[to]?.is === "to" || (range !== undefined && isNextDay(range)) ? range : undefined;
  }
  const { year, month, day, weekday, part } = fieldsOf(parts) ?? {};
  const timed = { ...(weekday === undefined ? {} : { weekday }), ...(part === undefined ? {} : { part }) };
  const dated = year === undefined ? {} : { year };
  if (month !== undefined && day !== undefined) return { kind: "day", month, day, ...dated, ...timed };
  if (day !== undefined) return undefined;
  if (weekday !== undefined) return (month ?? year) ? undefined : { kind: "weekday", ...timed, weekday };
  if (part !== undefined) return undefined;
  if (month !== undefined) return { kind: "month", month, ...dated };
  return year === undefined ? undefined : { kind: "year", year };
}

/** `27–28 February 2025`, `February 27 to March 1`, `с 27 по 28 февраля`: what only one end says counts for both. */
function rangeOf(left: readonly Part[], right: readonly Part[]): DayRange | undefined {
  const [a, b] = [fieldsOf(left), fieldsOf(right)];
  if (a === undefined || b === undefined || a.part !== undefined || b.part !== undefined) return undefined;
  const [monthA, monthB] = [a.month ?? b.month, b.month ?? a.month];
  if (a.day === undefined || b.day === undefined || monthA === undefined || monthB === undefined) return undefined;
  const [yearA, yearB] = [a.year ?? b.year, b.year ?? a.year];
  const from: CalendarDay = { month: monthA, day: a.day, ...(yearA === undefined ? {} : { year: yearA }) };
  const to: CalendarDay = { month: monthB, day: b.day, ...(yearB === undefined ? {} : { year: yearB }) };
  const order = ((yearA ?? 0) - (yearB ?? 0)) * 400 + (monthA - monthB) * 31 + (a.day - b.day);
  return order < 0 ? { kind: "range", from, to } : undefined;
}

function isNextDay({ from, to }: DayRange): boolean {
  const dates = [from, to].map(({ year = 2001, month, day }) => new Date(Date.UTC(year, month - 1, day)).getTime());
  return (dates[1] ?? 0) - (dates[0] ?? 0) === DAY_MS;
}

const DAY_MS = 86_400_000;

type Fields = { year?: number; month?: number; day?: number; weekday?: number; part?: string };

/** Each field once, or undefined where a word is not understood or a field is said twice. */
function fieldsOf(parts: readonly Part[]): Fields | undefined {
  const fields: Fields = {};
  for (const part of parts) {
    if (
      part.is === "other" ||
      part.is === "from" ||
      part.is === "to" ||
      part.is === "and" ||
      fields[part.is] !== undefined
    )
      return undefined;
    Object.assign(fields, { [part.is]: part.value });
  }
  return parts.length === 0 ? undefined : fields;
}
