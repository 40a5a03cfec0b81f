import { NAME_MAX, type Option } from "#core/request/option.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { nearest } from "#core/text/near.ts";
import { momentOf } from "#core/time/moment.ts";
import { wholeDay } from "#core/values/whole-day.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { clean, fold, shorten } from "#core/text/text.ts";

/** What every kind of option may be given. */
export interface Shape<R extends boolean> {
  readonly required?: R;
  readonly words?: boolean | "free" | "rest";
  readonly max?: number;
}

const TEXT_MAX = 300;
const LONG_MAX = 1000;

export function base<R extends boolean>(about: string, shape: Shape<R>, max: number) {
  return {
    about,
    required: (shape.required ?? false) as R,
    words: shape.words ?? false,
    max: shape.max ?? max,
  };
}

function tooLong(raw: string, max: number, at: Told): Read<never> {
  return no(tell(at, "value.long", { n: raw.length, max }), tell(at, "value.shorten", { max }));
}

/** Free words, on one line. */
export function text<const R extends boolean = false>(about: string, shape: Shape<R> = {}): Option<string, R> {
  const b = base(about, shape, TEXT_MAX);
  return { ...b, type: "text", read: (raw, names) => readText(raw, b.max, false, names) };
}

/** Free words that may run over several lines. */
export function long<const R extends boolean = false>(about: string, shape: Shape<R> = {}): Option<string, R> {
  const b = base(about, shape, LONG_MAX);
  return { ...b, type: "long", read: (raw, names) => readText(raw, b.max, true, names) };
}

export function readText(raw: string, max: number, lines: boolean, at: Told): Read<string> {
  const { text: cleaned } = clean(raw);
  const kept = (lines ? cleaned : cleaned.replace(/\s+/gu, " ")).trim();
  // Two texts without a letter or a digit are equal when folded: they can be neither found nor compared.
  if (fold(kept) === "") return no(tell(at, "value.blank"), tell(at, "value.letter"));
  return kept.length > max ? tooLong(kept, max, at) : ok(kept);
}

/** A file's text, at most `max` characters. The command that takes it parses it. */
export function file(about: string, max: number): Option<string, false> {
  return {
    ...base<false>(about, {}, max),
    type: "file",
    read: (raw, names) => (raw.length > max ? tooLong(raw, max, names) : ok(raw)),
  };
}

/** A whole number within `min` and `most`. */
export function whole<const R extends boolean = false>(
  about: string,
  min: number,
  most: number,
  shape: Shape<R> = {},
): Option<number, R> {
  return {
    ...base(about, shape, 20),
    type: "whole",
    read(raw, names) {
      const n = /^\d{1,9}$/u.test(raw.trim()) ? Number(raw.trim()) : Number.NaN;
      if (n >= min && n <= most) return ok(n);
      return no(
        tell(names, "value.whole", { typed: shorten(raw, 40), min, most }),
        tell(names, "value.number", { min, most }),
      );
    },
  };
}

const YES = new Set(["true", "yes", "y", "on", "1"]);
const NO = new Set(["false", "no", "n", "off", "0"]);

export function flag(about: string): Option<boolean, false> {
  return {
    ...base<false>(about, {}, 10),
    type: "flag",
    read(raw, names) {
      const word = fold(raw);
      if (YES.has(word)) return ok(true);
      if (NO.has(word)) return ok(false);
      return no(tell(names, "value.flag", { typed: shorten(raw, 40) }), tell(names, "value.true"));
    },
  };
}

/** Letters that a slip may add or leave out: a word within another, "round" in "background", is none. */
const SLIP = 2;

/** One of a closed list, by its value or a slip of it. */
export function oneOf<const V extends string, const R extends boolean = false>(
  about: string,
  values: readonly V[],
  shape: Shape<R> = {},
): Option<V, R> {
  return {
    ...base(about, shape, NAME_MAX),
    type: "choice",
    choices: values.map((value) => ({ label: value, value })),
    read(raw, names) {
      const exact = values.find((v) => fold(v) === fold(raw));
      if (exact !== undefined) return ok(exact);
      const [near, next] = nearest(raw, values, (v) => [v], 2);
      const isSlip = near !== undefined && Math.abs(near.item.length - raw.trim().length) <= SLIP;
      if (isSlip && near.score < 0.3 && (next?.score ?? 1) - near.score > 0.1) return ok(near.item);
      return no(
        tell(names, "value.choice", { typed: shorten(raw, 40) }),
        tell(names, "value.oneOf", { values: values.join(", ") }),
      );
    },
  };
}

/** Free words that are mostly one of a list: a listed one however its letters' case, anything else as it is typed. */
export function suggested<const R extends boolean = false>(
  about: string,
  values: readonly string[],
  shape: Shape<R> = {},
): Option<string, R> {
  const words = text(about, { max: NAME_MAX, ...shape });
  return {
    ...words,
    suggests: values.map((value) => ({ label: value, value })),
    read(raw, names) {
      const listed = values.find((v) => fold(v) === fold(raw));
      return listed === undefined ? words.read(raw, names) : ok(listed);
    },
  };
}

/** A calendar day: `2025-04-10`, `10.04.2025` or `10 April 2025`. Its value is `YYYY-MM-DD`. */
export function day<const R extends boolean = false>(about: string, shape: Shape<R> = {}): Option<string, R> {
  return {
    ...base(about, shape, 40),
    type: "text",
    read(raw, names) {
      const found = wholeDay(raw);
      if (found !== undefined && found !== "ambiguous") return ok(found);
      const typed = shorten(raw, 40);
      const why = found === undefined ? "value.day" : "value.twoDays";
      return no(tell(names, why, { typed }), tell(names, "value.typeDay"));
    },
  };
}

/**
 * A day or an instant; the value is the instant in ISO form. A day means its end, or its start where `edge` says so.
 */
export function moment<const R extends boolean = false>(
  about: string,
  shape: Shape<R> = {},
  edge: "start" | "end" = "end",
): Option<string, R> {
  return {
    ...base(about, shape, 40),
    type: "text",
    read(raw, names) {
      const found = momentOf(raw, edge);
      if (found !== undefined) return ok(found.toString());
      return no(tell(names, "value.moment", { typed: shorten(raw, 40) }), tell(names, "value.typeMoment"));
    },
  };
}
