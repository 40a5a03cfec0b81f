import { remembered } from "#core/text/lazy.ts";
import { isSlip } from "#core/text/slip.ts";
import { fold } from "#core/text/text.ts";
import { MONTHS, WEEKDAYS } from "#core/values/languages/calendar.ts";

// Shorter forms are words of their own in one of the languages: "mar", "sat", "ara".
const SHORT = new Set(
  "may мая май мае маю jan feb apr jun jul aug sep oct nov dec янв фев апр июн июл авг сен окт ноя дек".split(" "),
);

function byWord(names: Readonly<Record<string, string>>, short: ReadonlySet<string>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(names).flatMap(([number, forms]) =>
      forms
        .split(" ")
        .filter((form) => form.length > 3 || short.has(form))
        .map((form) => [fold(form), Number(number)] as const),
    ),
  );
}

const MONTH = byWord(MONTHS, SHORT);
const WEEKDAY = byWord(WEEKDAYS, new Set());
const TURKISH_ENDING = /^(?:[dt][ae](?:n|ki)?|[iu]n|y?[aeiu]|l[ae]r)$/u;

/** The month that a folded word names, 1 to 12. Turkish endings may hang on it: `nisanda`. */
export const monthOf = remembered(2000, (word: string): number | undefined => {
  const whole = MONTH.get(word);
  if (whole !== undefined) return whole;
  for (const size of [2, 3, 4, 1]) {
    const month = word.length - size < 4 ? undefined : MONTH.get(word.slice(0, -size));
    if (month !== undefined && TURKISH_ENDING.test(word.slice(-size))) return month;
  }
  return undefined;
});

/** The month of which a word is a slip, with a Turkish ending of place: `hairanda` of `haziran`. */
export function monthInCase(word: string): string | undefined {
  const [, start = "", ending] = /^(.{5,}?)([dt][ae]n?(?:ki)?)$/u.exec(word) ?? [];
  return ending === undefined ? undefined : [...MONTH.keys()].find((month) => month.length > 4 && isSlip(start, month));
}

export function weekdayOf(word: string): number | undefined {
  return WEEKDAY.get(word);
}

/** The year that a word may be: `2025`. */
export function yearOf(word: string): number | undefined {
  return /^(?:19|20)\d\d$/u.test(word) ? Number(word) : undefined;
}

/** The day of a month that a word may be: `26`, `26th`. */
export function dayNumber(word: string): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|го|е|ого)?$/u.exec(word) ?? [];
  const day = Number(digits);
  return digits !== undefined && day >= 1 && day <= 31 ? day : undefined;
}

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const ROUND_NUMBERS = new Map([
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["hundred", 100],
  ["thousand", 1000],
]);
const MISSPELT: Readonly<Record<string, number>> = { forth: 4, fith: 5, twelth: 12, nineth: 9 };

/** `first` and `1st` are 1; -1 is the last. */
export function ordinalOf(word: string): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(word) ?? [];
  if (digits !== undefined) return Number(digits);
  if (/^(?:last|latest|newest|final)$/u.test(word)) return -1;
  const at = ORDINALS.indexOf(word);
  return at < 0 ? MISSPELT[word] : at + 1;
}

const NUMBERED = new Map([...ROUND_NUMBERS, ...NUMBERS.map((word, i) => [word, i + 1] as const)]);
const [DIGIT_0, DIGIT_9] = [48, 57];

/** The number that a word is: `6`, `six`. */
export function numberOf(word: string): number | undefined {
  const first = word.charCodeAt(0);
  if (first >= DIGIT_0 && first <= DIGIT_9) return /^\d{1,7}$/u.test(word) ? Number(word) : undefined;
  return NUMBERED.get(word);
}

/** What a number is written as: `6`, `six`. */
export function numberWords(number: number): readonly string[] {
  const word = NUMBERS[number - 1] ?? [...ROUND_NUMBERS].find(([, n]) => n === number)?.[0];
  return word === undefined ? [String(number)] : [String(number), word];
}

/** Words of the calendar and of counting: nothing else is a slip of them, and they are a slip of nothing. */
export const CALENDAR: readonly string[] = [...MONTH.keys(), ...WEEKDAY.keys(), ...ORDINALS, ...NUMBERS];

/** Whether a word is part of a day: a month, a weekday, a day's number. */
export function isOfDay(word: string): boolean {
  return monthOf(word) !== undefined || weekdayOf(word) !== undefined || dayNumber(word) !== undefined;
}
