import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import { fold, shorten } from "#core/text/text.ts";
import type { At } from "./at.ts";
import { readCron } from "./cron.ts";
import { timeInWords } from "./time-in-words.ts";
import { dayOfMonth, daysOfWeek } from "./week-days.ts";

/**
 * The days on which a digest is due, with the time of day where the words say one; or a whole cron pattern, which
 * includes it.
 */
export type Every =
  | { readonly kind: "days"; readonly days: string; readonly at?: At }
  | { readonly kind: "cron"; readonly cron: string };

/** The choices while one types. The words in which a rule is shown are understood too. */
export const EVERY_WORDS: readonly string[] = [
  "daily",
  "weekdays",
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((d) => `weekly on ${d}`),
  "monthly",
  "monthly on the 15th",
  "monthly on the last day",
  "monthly on the first monday",
  "every weekday at 9:00",
  "weekends",
  "every 4 hours",
];

const RANGE = /\b((?:sun|mon|tue|wed|thu|fri|sat)[a-z]*)\s*[-–—]\s*((?:sun|mon|tue|wed|thu|fri|sat)[a-z]*)\b/giu;
const EVERY_SECOND =
  /\b(?:every|each) (?:other|second|2nd|third|\d+) (?:weeks?|days?|months?)\b|\b(?:bi|fort)[ -]?(?:weekly|monthly|nightly)\b/iu;
const MAX = 100;

/** `weekdays`, `weekly on monday and thursday at 9`, `first monday of the month`, or a cron pattern. */
export function readEvery(typed: string, names: Told = {}): Read<Every> {
  const shown = { typed: shorten(typed.trim(), 40) };
  const hint = tell(names, "every.type");
  if (typed.length > MAX) return no(tell(names, "every.long", { max: MAX, ...shown }), hint);
  const { days: said, at } = timeInWords(typed);
  const days = daysOf(
    fold(
      said
        .replace(RANGE, "$1 to $2")
        .replaceAll("-", " ")
        .replaceAll(/\band\b|,/gu, " "),
    ),
  );
  if (days !== undefined && !/[*/]/u.test(typed)) return ok({ kind: "days", days, ...defined({ at }) });
  const often = hoursOf(fold(typed), names);
  if (often !== undefined) return often;
  if (isCron(typed)) {
    const cron = readCron(typed, names);
    return cron.ok ? ok({ kind: "cron", cron: cron.value }) : cron;
  }
  return no(tell(names, EVERY_SECOND.test(typed) ? "every.leavesOut" : "every.noDays", shown), hint);
}

/**
 * Whether it is meant as a cron pattern: it has a sign of one, or five or six parts that are each no longer than a
 * pattern's names.
 */
function isCron(typed: string): boolean {
  if (/[*/]|^\s*[\p{N}?]/u.test(typed)) return true;
  const parts = typed.trim().split(/\s+/u);
  return (
    [5, 6].includes(parts.length) && parts.every((part) => !/\p{L}{4}/u.test(part)) && !/\p{L}{2}/u.test(parts[0] ?? "")
  );
}

function daysOf(words: string): string | undefined {
  const nth = dayOfMonth(words);
  if (nth !== undefined) return `* * ${nth}`;
  const bare = words.replace(/^(?:every|each) (?!\d)/u, "").replace(/^on /u, "");
  if (/^(?:daily|day)$/u.test(bare)) return "* * *";
  if (/^(?:weekdays?|work(?:ing)? ?days?)$/u.test(bare)) return "* * 1-5";
  if (/^weekends?$/u.test(bare)) return "* * 0,6";
  if (/^(?:weekly|week)$/u.test(bare)) return "* * 1";
  if (/^(?:monthly|month)$/u.test(bare)) return "1 * *";
  const [, date] = /^(?:monthly|month) (?:on )?(?:the )?(.+?)(?: day)?$/u.exec(bare) ?? [];
  if (date !== undefined) return monthDay(date);
  const named = daysOfWeek(bare.replace(/^(?:weekly|week)(?: on)? /u, "").replace(/ (?:each|every|a) week$/u, ""));
  return named === undefined ? undefined : `* * ${named}`;
}

function monthDay(date: string): string | undefined {
  if (date === "first") return "1 * *";
  if (date === "last") return "L * *";
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(date)?.[1] ?? 0);
  return day >= 1 && day <= 31 ? `${day} * *` : undefined;
}

// Only a divisor of the day or the hour gives equal intervals.
function hoursOf(words: string, at: Told): Read<Every> | undefined {
  const [, n = "1", unit] = /^(?:hourly|every (?:(\d{1,4}) ?)?(hours?|minutes?|min|h))$/u.exec(words) ?? [];
  if (words !== "hourly" && unit === undefined) return undefined;
  const every = Number(n);
  const minutes = unit?.startsWith("m") === true;
  const whole = minutes ? 60 : 24;
  if (every < 1 || every > whole || whole % every !== 0) {
    return {
      ok: false,
      refusal: refuse("usage", tell(at, "every.uneven", { typed: words }), tell(at, "every.type")),
    };
  }
  const cron = readCron(minutes ? (every === 60 ? "0 * * * *" : `*/${every} * * * *`) : hourly(every), at);
  return cron.ok ? ok({ kind: "cron", cron: cron.value }) : cron;
}

function hourly(every: number): string {
  if (every === 1) return "0 * * * *";
  return every === 24 ? "0 0 * * *" : `0 */${every} * * *`;
}
