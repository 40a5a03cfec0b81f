import { eitherIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { ok, type Read } from "#core/request/refusal.ts";
import { calendarDay } from "#core/time/day.ts";
import { shorten } from "#core/text/text.ts";
import { wholeDay } from "#core/values/whole-day.ts";
import { unreadable } from "./line.ts";

/**
 * A day of publication as files write it, as `YYYY-MM-DD`: ISO with or without a time, dots (day first), a month's
 * name, Excel's `10-Apr-25`. Slashes and hyphens leave the order open: such a day is read only where one order gives a
 * day, or both the same one.
 */
export function publishedDay(written: string, at: Told): Read<string> {
  const words = written.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ]\d{1,2}:\d{2})/u.exec(words);
  if (iso !== null) return day(words, [[iso[1], iso[2], iso[3]]], at);
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(words);
  if (compact !== null) return day(words, [[compact[1], compact[2], compact[3]]], at);
  const dots = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})\.?(?: \d{1,2}:\d{2}(?::\d{2})?)?$/u.exec(words);
  // LibreOffice writes `10.04.25` where German is set.
  if (dots !== null) return day(words, [[dots[3]?.length === 2 ? `20${dots[3]}` : dots[3], dots[2], dots[1]]], at);
  const open = orders(words);
  if (open !== undefined) return day(words, open, at);
  const excel = /^(\d{1,2})-([A-Za-z]{3})-(\d{2})$/u.exec(words);
  // Excel's own rule for years of two digits: 00 to 29 are 2000 to 2029.
  if (excel !== null && Number(excel[3]) < 30) return named(words, `${excel[1]} ${excel[2]} 20${excel[3]}`, at);
  // What a feed writes, and a page: `Thu, 10 Apr 2025 18:05:00 +0300`, `April 10, 2025 at 6:05 PM`.
  return named(words, words.replace(TIME, ""), at);
}

const TIME =
  /,?(?: at)? \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:(?:UTC|GMT)?[+-]\d{1,2}:?(?:\d{2})?|[\p{L}]{1,4}))?$/iu;

/**
 * The days that a day of slashes or hyphens can be: `4/10/2025` is 4 October or 10 April. Which one it is may be known
 * from an article that is held.
 */
export function openDays(written: string): readonly string[] {
  return [...new Set(realDays(orders(written.trim()) ?? []))];
}

type Order = readonly (string | undefined)[];

// A year of two digits, as LibreOffice writes it, may stand in front as well.
function orders(words: string): readonly Order[] | undefined {
  const [, first, second, third] =
    /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)?$/iu.exec(words) ?? [];
  if (first === undefined || third === undefined) return undefined;
  const year = third.length === 2 ? `20${third}` : third;
  const yearFirst: readonly Order[] = third.length === 2 && first.length === 2 ? [[`20${first}`, second, third]] : [];
  return [[year, second, first], [year, first, second], ...yearFirst];
}

function realDays(orders: readonly Order[]): readonly string[] {
  return orders.flatMap(
    ([y = "", m = "", d = ""]) => calendarDay(`${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`) ?? [],
  );
}

function day(words: string, orders: readonly Order[], at: Told): Read<string> {
  const [first, ...more] = new Set(realDays(orders));
  if (first === undefined) return none(words, at);
  if (more.length === 0) return ok(first);
  return unreadable(
    at,
    tell(at, "wrong.days", { typed: words, days: eitherIn(at, [first, ...more]) }),
    tell(at, "wrong.writeDay"),
  );
}

function named(words: string, stated: string, at: Told): Read<string> {
  const found = calendarDay(stated) ?? wholeDay(stated);
  return found === undefined || found === "ambiguous" ? none(words, at) : ok(found);
}

function none(words: string, at: Told): Read<never> {
  const serial = /^4\d{4}(?:[.,]\d+)?$/u.test(words);
  return serial
    ? unreadable(at, tell(at, "wrong.serial", { typed: words }), tell(at, "wrong.formatDay"))
    : unreadable(at, tell(at, "value.day", { typed: shorten(words, 40) }), tell(at, "wrong.writeDay"));
}
