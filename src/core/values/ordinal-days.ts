import { MONTHS, ORDINALS, ORDINAL_TENS, WEEKDAYS } from "./languages/calendar.ts";
import { byForm } from "./languages/language.ts";

const [DAYS, TENS] = [byForm(ORDINALS), byForm(ORDINAL_TENS)];
const [MONTH, WEEKDAY] = [byForm(MONTHS), byForm(WEEKDAYS)];

/**
 * Puts the day of a month that stands in words into digits: `the tenth of april` → `the 10 of april`. Takes and gives
 * words by their letters. It must stand right at its month: `the first thursday of april` is not the first of April.
 */
export function withoutOrdinals(words: readonly string[]): readonly string[] {
  const read: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = ordinalAt(words, at);
    const stands = found !== undefined && standsAtMonth(words, at, found.end);
    read.push(stands ? `${found.day}` : (words[at] ?? ""));
    if (stands) at = found.end - 1;
  }
  return read;
}

/** Whether a word is the number of a day, or a part of one. */
export function isOrdinal(word: string): boolean {
  return DAYS.has(word) || TENS.has(word);
}

function ordinalAt(words: readonly string[], at: number): { readonly day: number; readonly end: number } | undefined {
  const tens = Number(TENS.get(words[at] ?? "") ?? 0);
  const last = tens === 0 ? at : words[at + 1] === "-" ? at + 2 : at + 1;
  const day = Number(DAYS.get(words[last] ?? "") ?? 0);
  if (day === 0 || (tens > 0 && day > 9)) return undefined;
  return { day: tens + day, end: last + 1 };
}

// Russian has "десятого апреля", English and Spanish need an "of", or has the month first: "April the tenth".
function standsAtMonth(words: readonly string[], start: number, end: number): boolean {
  const [next = "", then = ""] = words.slice(end);
  if (next === "of" || next === "de") return MONTH.has(then);
  if (MONTH.has(next)) return /^\p{Script=Cyrillic}/u.test(next);
  const before = words[start - 1] === "the" ? words[start - 2] : words[start - 1];
  return MONTH.has(before ?? "") && !WEEKDAY.has(next);
}
