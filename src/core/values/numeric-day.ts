import type { CalendarDay } from "./day-value.ts";

/**
 * A day written in numbers alone: ISO 8601 with or without a time (its own day, whatever the zone), `10.04.2025` (dots
 * are day-first everywhere), `25/10/2025` and `10/25/2025` where only one order makes a day. `4/10/2025` is
 * `ambiguous`. Undefined where it is none.
 */
export function numericDay(text: string): CalendarDay | "ambiguous" | undefined {
  const iso =
    /^(\d{4})-(\d\d)-(\d\d)(?:[t ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?z| ?utc| ?gmt| ?[+-]\d\d:?\d\d)?)?$/iu.exec(text);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const yearFirst = /^(\d{4})[/.](\d\d?)[/.](\d\d?)$/u.exec(text);
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dots = /^(\d\d?)\. ?(\d\d?)\. ?(\d{4}|\d\d)$/u.exec(text);
  if (dots !== null) return dayOf(dots[3]?.length === 2 ? `20${dots[3]}` : dots[3], dots[2], dots[1]);
  const either = /^(\d\d?)([/-])(\d\d?)\2(\d{4}|\d\d)$/u.exec(text);
  if (either === null) return undefined;
  const [first, second] = [Number(either[1]), Number(either[3])];
  // A year of two digits could be the day in front as well.
  if (either[4]?.length === 2) return "ambiguous";
  if (first <= 12 && second <= 12 && first !== second) return "ambiguous";
  return second > 12 ? dayOf(either[4], either[1], either[3]) : dayOf(either[4], either[3], either[1]);
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): CalendarDay {
  return { year: Number(year), month: Number(month), day: Number(day) };
}
