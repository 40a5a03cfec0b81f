import { Cron } from "croner";
import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";

interface Field {
  readonly name: string;
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

const FORM = 'Type five fields, minute hour day month weekday, as in "0 9 * * 1-5", or words such as weekdays.';
const DAY = 24 * 60;

/**
 * Reads a cron pattern of five fields and checks each: numbers, names, `*`, lists, ranges, steps, `L` for a month's
 * last day.
 */
export function readCron(typed: string): Read<string> {
  const parts = typed.trim().split(/\s+/u);
  if (parts.length === 6) return tooOften("A pattern of six fields counts seconds.");
  if (parts.length !== FIELDS.length) {
    return no(`"${shorten(typed, 40)}" has ${parts.length} fields; a cron pattern has five.`, FORM);
  }
  for (const [i, field] of FIELDS.entries()) {
    const wrong = wrongIn(parts[i] ?? "", field);
    if (wrong !== undefined) return no(`In the field for the ${field.name}, ${wrong}.`, FORM);
  }
  const pattern = parts.join(" ").toUpperCase();
  const close = closest(parts);
  if (close < APART) return tooOften(`"${pattern}" would post again after ${close} minutes.`);
  const first = new Cron(pattern, { timezone: "UTC", mode: "5-part" }).nextRun(new Date(0));
  if (first === null) return no(`"${pattern}" never fires: no month has such a day.`, FORM);
  return ok(pattern);
}

function tooOften(why: string): Read<never> {
  const refusal = refuse("limit", why, `A digest is posted at most every ${APART} minutes. ${FORM}`);
  return { ok: false, refusal };
}

function wrongIn(part: string, field: Field): string | undefined {
  const items = part.split(",");
  for (const item of items) {
    const shown = `"${shorten(item, 20)}"`;
    const [, from, to, step] = /^(\*|[a-z0-9]{1,3})(?:-([a-z0-9]{1,3}))?(?:\/([0-9]{1,3}))?$/iu.exec(item) ?? [];
    if (field.name === "day of the month" && item.toUpperCase() === "L") continue;
    if (from === undefined || (from === "*" && to !== undefined)) return `${shown} is not a number, a range or a step`;
    const [low, high] = [
      from === "*" ? field.least : value(from, field),
      to === undefined ? undefined : value(to, field),
    ];
    const range = `${field.least} to ${field.most}`;
    if (low === undefined) return `${shown} is not from ${range}`;
    if (to !== undefined && high === undefined) return `${shown} does not end from ${range}`;
    if (high !== undefined && high < low) return `${shown} goes from a later value to an earlier one`;
    if (step !== undefined && (Number(step) < 1 || Number(step) > field.most))
      return `${shown} has a step that is too large or zero`;
    if (step !== undefined && from !== "*" && to === undefined) return `${shown} has a step but no range`;
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
