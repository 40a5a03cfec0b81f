import { defined } from "#core/text/defined.ts";
import { dayNumber, monthOf, yearOf } from "./calendar-words.ts";
import { isVerbal } from "./english.ts";
import { LITTLE_WORDS } from "./little-words.ts";
import { ROUND } from "./rounds-counted.ts";

/** A day of a round, or one that is asked about, as far as it is said. */
export interface DayKnown {
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
}

const BEFORE_MONTH =
  /^(?:in|of|on|the|early|late|mid|since|before|after|by|until|from|last|this|s|and|or|during|for|between|than|around)$/u;
const AFTER_MONTH = /^(?:round|talks|meeting|session|discussions|negotiations|visit|and|or|talk)$/u;

/** The days and months that a question names. */
export function daysIn(words: readonly string[], sure: (at: number) => boolean) {
  const found: (DayKnown & { places: number[] })[] = [];
  const used = new Set<number>();
  for (const [i, word] of words.entries()) {
    const month = monthOf(word);
    if (month === undefined || used.has(i)) continue;
    const beside = [i - 1, i + 1, i - 2].find((j) => {
      const of = i - 2 === j ? words[i - 1] === "of" : true;
      return of && !used.has(j) && dayNumber(words[j] ?? "") !== undefined;
    });
    const day = beside === undefined ? undefined : dayNumber(words[beside] ?? "");
    if (day === undefined && word === "may" && !sure(i) && !isMonthMay(words, i)) continue;
    if (
      day === undefined &&
      word === "march" &&
      !BEFORE_MONTH.test(words[i - 1] ?? "") &&
      !AFTER_MONTH.test(words[i + 1] ?? "")
    )
      continue;
    const places = beside === undefined ? [i] : [i, beside];
    const after = Math.max(...places) + 1;
    const year = yearOf(words[after] ?? "");
    if (year !== undefined) places.push(after);
    for (const p of places) used.add(p);
    places.sort((a, b) => a - b);
    found.push({ places, month, ...defined({ day, year }) });
  }
  for (const [i, word] of words.entries()) {
    const day = /\d(?:st|nd|rd|th)$/u.test(word) ? dayNumber(word) : undefined;
    const next = words[i + 1] ?? "";
    if (
      day === undefined ||
      used.has(i) ||
      ROUND.test(next) ||
      (!/^(?:on|of)$/u.test(words[i - 2] ?? "") && words[i - 1] !== "the")
    )
      continue;
    found.push({ places: [i], day });
  }
  return found;
}

function isMonthMay(words: readonly string[], i: number): boolean {
  const [before, after] = [words[i - 1] ?? "", words[i + 1] ?? ""];
  // "the May round", and with its place between: "may geneva round".
  const ofRound =
    AFTER_MONTH.test(after) ||
    (ROUND.test(words[i + 2] ?? "") && !LITTLE_WORDS.has(after) && !isVerbal(after) && after !== "each");
  return (
    BEFORE_MONTH.test(before) ||
    ofRound ||
    monthOf(before) !== undefined ||
    i === words.length - 1 ||
    isHeading(words, i)
  );
}

/** "may venue": two words, and the other one is not somebody who may do something. */
function isHeading(words: readonly string[], i: number): boolean {
  const after = words[i + 1] ?? "";
  return i === 0 && words.length === 2 && !LITTLE_WORDS.has(after) && !isVerbal(after);
}

const PART = /^(?:end|start|beginning|middle|early|late|mid|first|second|half|days?|weeks?)$/u;

/** The places of the words that say which part of a month: "the end of January", "late May". */
export function besideMonths(words: readonly string[], months: ReadonlySet<number>): ReadonlySet<number> {
  const at = new Set<number>();
  for (const month of months) {
    if (monthOf(words[month] ?? "") === undefined) continue;
    const from = words[month - 1] === "of" ? month - 2 : month - 1;
    if (PART.test(words[from] ?? "")) at.add(from);
  }
  return at;
}
