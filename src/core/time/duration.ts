import { fold } from "#core/text/text.ts";
import { defined } from "#core/text/defined.ts";

/** A stated length of time: minutes where the words give them, and how exactly. */
export interface StatedDuration {
  readonly minutes?: number;
  readonly bound: "exact" | "around" | "more" | "less";
}

const NUMBERS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const FRACTIONS: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };

/**
 * `around six hours`, `5½ hours`, `five and a half hours`, `more than six hours`, `90 minutes`, `2 h 15 min` → minutes
 * and bound. `several hours` → no minutes: the words give no number, so none is made up.
 */
export function duration(stated: string): StatedDuration {
  const words = stated.replace(/(\d)?([½¼¾])/gu, (_, whole: string | undefined, f: string) =>
    String(Number(whole ?? 0) + (FRACTIONS[f] ?? 0)),
  );
  const folded = fold(words.replace(/(\d)[.,](\d)/gu, "$1point$2"))
    .replace(/(\d)point(\d)/gu, "$1.$2")
    .replace(/(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/gu, " ");
  const minutes = amount(folded, "hours?|hrs?|h", 60);
  const rest = amount(folded, "minutes?|mins?|min|m", 1);
  const total = minutes === undefined && rest === undefined ? undefined : (minutes ?? 0) + (rest ?? 0);
  return { bound: boundOf(folded), ...defined({ minutes: total }) };
}

// "half an hour" does not contain "an hour", and "than an hour" does not give a number of hours to "than".
const NUMBER = String.raw`(?<!half )(\d+(?:\.\d+)?|an?|${NUMBERS.join("|")})`;

function amount(folded: string, unit: string, minutes: number): number | undefined {
  const found = new RegExp(
    String.raw`(?:^|\s)${NUMBER}( and a half| and a quarter)?\s*(?:an? )?(?:${unit})\b( and a half| and a quarter)?`,
    "u",
  ).exec(folded);
  const half = new RegExp(String.raw`\bhalf an? (?:${unit})\b`, "u").test(folded) ? minutes / 2 : undefined;
  const value = numeral(found?.[1] ?? "");
  if (found === null || value === undefined) return half;
  const extra = (found[2] ?? "") + (found[3] ?? "");
  const part = (extra.includes("half") ? 0.5 : 0) + (extra.includes("quarter") ? 0.25 : 0);
  return Math.round((value + part) * minutes) + (half ?? 0);
}

function numeral(word: string): number | undefined {
  if (/^\d/u.test(word)) return Number(word);
  if (word === "a" || word === "an") return 1;
  const at = NUMBERS.indexOf(word);
  return at < 0 ? undefined : at;
}

function boundOf(folded: string): StatedDuration["bound"] {
  if (/\b(?:more than|over|longer than|at least)\b/u.test(folded)) return "more";
  if (/\b(?:less than|under|shorter than|at most|nearly|almost)\b/u.test(folded)) return "less";
  if (/\b(?:around|about|approximately|roughly|some|circa)\b/u.test(folded)) return "around";
  return "exact";
}
