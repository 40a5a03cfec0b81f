import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import { fold, shorten } from "#core/text/text.ts";
import { readCron } from "./cron.ts";

/** The days on which a digest is due, without the time of day; or a whole cron pattern, which includes it. */
export type Every = { readonly kind: "days"; readonly days: string } | { readonly kind: "cron"; readonly cron: string };

/** The choices while one types. The words in which a rule is shown are understood too. */
export const EVERY_WORDS: readonly string[] = [
  "daily",
  "weekdays",
  ...["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((d) => `weekly on ${d}`),
  "monthly",
  "monthly on the 15th",
  "monthly on the last day",
  "weekends",
  "every 4 hours",
];

const HINT =
  'Type daily, weekdays, weekly on monday, monthly, monthly on the 15th, or a cron pattern such as "0 9 * * 1-5".';
const MAX = 100;

/** `weekdays`, `weekly on monday and thursday`, `monthly on the 15th`, or a cron pattern. */
export function readEvery(typed: string): Read<Every> {
  const shown = shorten(typed.trim(), 40);
  if (typed.length > MAX) return no(`That is over ${MAX} characters: "${shown}".`, HINT);
  const days = daysOf(fold(typed.replaceAll("-", " ").replaceAll(/\band\b|,/gu, " ")));
  if (days !== undefined && !/[*/]/u.test(typed)) return ok({ kind: "days", days });
  const often = hoursOf(fold(typed));
  if (often !== undefined) return often;
  if (isCron(typed)) {
    const cron = readCron(typed);
    return cron.ok ? ok({ kind: "cron", cron: cron.value }) : cron;
  }
  return no(`"${shown}" does not say on which days.`, HINT);
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
  const bare = words.replace(/^every (?!\d)/u, "").replace(/^on /u, "");
  if (/^(?:daily|day)$/u.test(bare)) return "* * *";
  if (/^(?:weekdays?|work(?:ing)? ?days?)$/u.test(bare)) return "* * 1-5";
  if (/^weekends?$/u.test(bare)) return "* * 0,6";
  if (/^(?:weekly|week)$/u.test(bare)) return "* * 1";
  if (/^(?:monthly|month)$/u.test(bare)) return "1 * *";
  const [, date] = /^(?:monthly|month) (?:on )?(?:the )?(.+?)(?: day)?$/u.exec(bare) ?? [];
  if (date !== undefined) return monthDay(date);
  const named = bare
    .replace(/^(?:weekly|week)(?: on)? /u, "")
    .split(" ")
    .map((w) => WEEK.findIndex((d) => w.length >= 2 && `${d}s`.startsWith(w)));
  if (named.length === 0 || named.includes(-1)) return undefined;
  return `* * ${[...new Set(named)].toSorted((a, b) => a - b).join(",")}`;
}

const WEEK = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function monthDay(date: string): string | undefined {
  if (date === "first") return "1 * *";
  if (date === "last") return "L * *";
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(date)?.[1] ?? 0);
  return day >= 1 && day <= 31 ? `${day} * *` : undefined;
}

// Only a divisor of the day or the hour gives equal intervals.
function hoursOf(words: string): Read<Every> | undefined {
  const [, n = "1", unit] = /^(?:hourly|every (?:(\d{1,4}) ?)?(hours?|minutes?|min|h))$/u.exec(words) ?? [];
  if (words !== "hourly" && unit === undefined) return undefined;
  const every = Number(n);
  const minutes = unit?.startsWith("m") === true;
  const whole = minutes ? 60 : 24;
  if (every < 1 || every > whole || whole % every !== 0) {
    return {
      ok: false,
      refusal: refuse("usage", `Every ${n} ${unit ?? "hours"} does not divide a day or an hour evenly.`, HINT),
    };
  }
  const cron = readCron(minutes ? (every === 60 ? "0 * * * *" : `*/${every} * * * *`) : hourly(every));
  return cron.ok ? ok({ kind: "cron", cron: cron.value }) : cron;
}

function hourly(every: number): string {
  if (every === 1) return "0 * * * *";
  return every === 24 ? "0 0 * * *" : `0 */${every} * * *`;
}
