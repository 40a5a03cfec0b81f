import { letters } from "./languages/letters.ts";
import type { Relation } from "./relation.ts";
import { typographyKey } from "./typography.ts";

/** A time of day, in minutes from midnight, as its source bounds it. */
interface Clock {
  readonly from: number;
  readonly to: number;
  readonly bound: string;
  /** Whose time, as the source says it (`moscow`), or empty. */
  readonly zone: string;
}

const BOUNDS: readonly (readonly [pattern: RegExp, bound: string, before: number, after: number])[] = [
  [/^(?:shortly|just|soon) after /u, "just after", 0, 30],
  [/^(?:shortly|just) before /u, "just before", 30, 0],
  [/^(?:at )?(?:around|about|approximately|some time around) /u, "about", 30, 30],
  [/^(?:saat )?(?=\d.*(?: sularinda| civarinda)$)/u, "about", 30, 30],
  [/^около /u, "about", 30, 30],
  [/^(?:hacia|alrededor de|sobre|cerca de) (?=las? )/u, "about", 30, 30],
];
const NAMED: Readonly<Record<string, number>> = {
  noon: 720,
  midday: 720,
  midnight: 0,
  ogle: 720,
  полдень: 720,
  mediodia: 720,
};

/**
 * `2:30 p.m.`, `14.45`, `around midday Omani time`, `saat 15.00`; undefined where any word is left that is not
 * understood.
 */
function readClock(stated: string): Clock | undefined {
  let words = letters(typographyKey(stated))
    .replace(/\b([ap])\.?\s?m\b\.?/gu, "$1m")
    .replace(/\s+/gu, " ")
    .trim();
  const found = BOUNDS.find(([pattern]) => pattern.test(words));
  if (found !== undefined) words = words.replace(found[0], "");
  words = words
    .replace(/^(?:at|by|saat|в|a|las?|a las?) /u, "")
    .replace(/^las? | horas$| h$/gu, "")
    .replace(/ (?:sularinda|civarinda)$/u, "");
  const zone = /(?:^| )(?:(?:по )?(\p{L}+) (?:time|saatiyle|времени)|по (\p{L}+) времени)$/u.exec(words);
  if (zone !== null) words = words.slice(0, zone.index).trim();
  const minutes = minutesOf(words);
  if (minutes === undefined) return undefined;
  const [, bound = "exact", before = 0, after = 0] = found ?? [];
  return { from: minutes - before, to: minutes + after, bound, zone: zone?.[1] ?? zone?.[2] ?? "" };
}

function minutesOf(words: string): number | undefined {
  if (Object.hasOwn(NAMED, words)) return NAMED[words];
  const [, hour = "", minute, half] = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/u.exec(words) ?? [];
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  // A number alone may be a day, or a count of hours.
  if (hour === "" || (minute === undefined && half === undefined) || h > 23 || m > 59) return undefined;
  if (half === undefined) return h * 60 + m;
  return h < 1 || h > 12 ? undefined : ((h % 12) + (half === "pm" ? 12 : 0)) * 60 + m;
}

/** Equal keys say one time of day: one bound, one zone, the same minutes; else the same words. */
export function clockKey(stated: string): string {
  const clock = readClock(stated);
  if (clock === undefined) return typographyKey(stated).toLowerCase();
  return `${clock.bound} ${clock.from}..${clock.to} ${clock.zone}`.trim();
}

/**
 * Times of two zones are not compared, nor one of a zone with one that names none: no source says how many hours lie
 * between.
 */
export function relateClocks(a: string, b: string): Relation {
  if (clockKey(a) === clockKey(b)) return "same";
  const [left, right] = [readClock(a), readClock(b)];
  if (left === undefined || right === undefined) return "apart";
  const meet = left.from <= right.to && right.from <= left.to;
  if (left.zone !== right.zone) return meet && (left.zone === "" || right.zone === "") ? "consistent" : "apart";
  return meet ? "consistent" : "differs";
}
