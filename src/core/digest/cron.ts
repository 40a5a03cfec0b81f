import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { Cron } from "croner";
import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";

interface Field {
  readonly name: "minute" | "hour" | "day of the month" | "month" | "day of the week";
  readonly least: number;
  readonly most: number;
  readonly words: readonly string[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const FIELDS: readonly Field[] = [
  { name: "minute", least: 0, most: 59, words: [] },
  { name: "hour", least: 0, most: 23, words: [] },
  { name: "day of the month", least: 1, most: 31, words: [] },
  { name: "month", least: 1, most: 12, words: MONTHS },
  { name: "day of the week", least: 0, most: 7, words: DAYS },
];

/** Fewest minutes between two posts of one digest. */
const APART = 15;

const DAY = 24 * 60;

/**
 * Reads a cron pattern of five fields and checks each: numbers, names, `*`, lists, ranges, steps, `L` for a month's
 * last day.
 */
export function readCron(typed: string, at: Told): Read<string> {
  const parts = typed.trim().split(/\s+/u);
  const form = tell(at, "cron.form");
  if (parts.length === 6) return tooOften(tell(at, "cron.six"), at);
  if (parts.length !== FIELDS.length)
    return no(tell(at, "cron.fields", { typed: shorten(typed, 40), n: parts.length }), form);
  for (const [i, field] of FIELDS.entries()) {
    const wrong = wrongIn(parts[i] ?? "", field, at);
    if (wrong !== undefined) return no(tell(at, "cron.in", { field: tell(at, `cron.${field.name}`), wrong }), form);
  }
  const pattern = parts.join(" ").toUpperCase();
  const close = closest(parts);
  if (close < APART) return tooOften(tell(at, "cron.again", { pattern, n: close }), at);
  const first = new Cron(pattern, { timezone: "UTC", mode: "5-part" }).nextRun(new Date(0));
  if (first === null) return no(tell(at, "cron.never", { pattern }), form);
  return ok(pattern);
}

function tooOften(why: string, at: Told): Read<never> {
  const refusal = refuse("limit", why, tell(at, "cron.often", { n: APART, form: tell(at, "cron.form") }));
  return { ok: false, refusal };
}

function wrongIn(part: string, field: Field, at: Told): string | undefined {
  const items = part.split(",");
  for (const typed of items) {
    const item = shorten(typed, 20);
    const [, from, to, step] = /^(\*|[a-z0-9]{1,3})(?:-([a-z0-9]{1,3}))?(?:\/([0-9]{1,3}))?$/iu.exec(typed) ?? [];
    if (field.name === "day of the month" && typed.toUpperCase() === "L") continue;
    if (from === undefined || (from === "*" && to !== undefined)) return tell(at, "cron.notRange", { item });
    const [low, high] = [
      from === "*" ? field.least : value(from, field),
      to === undefined ? undefined : value(to, field),
    ];
    const { least, most } = field;
    if (low === undefined) return tell(at, "cron.notFrom", { item, least, most });
    if (to !== undefined && high === undefined) return tell(at, "cron.notTo", { item, least, most });
    if (high !== undefined && high < low) return tell(at, "cron.backwards", { item });
    if (step !== undefined && (Number(step) < 1 || Number(step) > most)) return tell(at, "cron.step", { item });
    if (step !== undefined && from !== "*" && to === undefined) return tell(at, "cron.noRange", { item });
  }
  return undefined;
}

function value(word: string, { least, most, words }: Field): number | undefined {
  const named = words.indexOf(word.toLowerCase());
  if (named >= 0) return named + least;
  const n = /^[0-9]+$/u.test(word) ? Number(word) : Number.NaN;
  return n >= least && n <= most ? n : undefined;
}

/** Fewest minutes between two times of day of a pattern, also across midnight. */
function closest(parts: readonly string[]): number {
  const [minutes, hours] = [valuesOf(parts[0] ?? "", 59), valuesOf(parts[1] ?? "", 23)];
  const times = hours.flatMap((h) => minutes.map((m) => h * 60 + m)).toSorted((a, b) => a - b);
  const [first = 0] = times;
  return Math.min(...times.map((t, i) => (times[i + 1] ?? first + DAY) - t));
}

function valuesOf(part: string, most: number): readonly number[] {
  const all = part.split(",").flatMap((item) => {
    const [range = "*", step = "1"] = item.split("/");
    const [from = "*", to] = range.split("-");
    const low = from === "*" ? 0 : Number(from);
    const high = from === "*" ? most : Number(to ?? from);
    const every = Number(step);
    return Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, i) => low + i * every);
  });
  return [...new Set(all)];
}
