import type { Relation } from "./relation.ts";

/** How a number is bound: `about six`, `at least six`, `five to six`. */
type Bound = "exact" | "about" | "at least" | "at most" | "more than" | "less than" | "from-to";

/**
 * A number as it was bound, and the least and the most that it can stand for; without `most` nothing bounds it from
 * above.
 */
export interface Interval {
  readonly bound: Bound;
  /** `just over`, `nearly`: within the tolerance of its edge. `well over` only says that it is not just over. */
  readonly degree?: "just" | "well";
  readonly least: number;
  readonly most?: number;
}

/** A bound before or after a number, as the languages' words give it. */
export type Mark = Pick<Interval, "bound" | "degree">;

/**
 * The interval of a bound number or range, or undefined where the words make none: a bound on a range (`at least five
 * to six`), other than `about`, says two things at once. `tolerance` says how far from a number "about" it can be.
 */
export function intervalOf(
  mark: Mark,
  from: number,
  to: number,
  tolerance: (value: number) => number,
): Interval | undefined {
  if (from > to) return undefined;
  if (from < to) return rangeOf(mark, from, to, tolerance);
  const near = tolerance(from);
  const just = mark.degree === "just";
  switch (mark.bound) {
    case "exact":
      return { ...mark, least: from, most: to };
    case "from-to":
      return undefined;
    case "about":
      return { ...mark, least: from - near, most: to + near };
    case "at least":
    case "more than":
      return just ? { ...mark, least: from, most: from + near } : { ...mark, least: from };
    case "at most":
    case "less than":
      return { ...mark, least: just ? from - near : Math.min(0, from), most: to };
  }
}

function rangeOf(mark: Mark, from: number, to: number, tolerance: (v: number) => number): Interval | undefined {
  if (mark.bound === "exact" || mark.bound === "from-to") return { bound: "from-to", least: from, most: to };
  if (mark.bound !== "about") return undefined;
  return { bound: "about", least: from - tolerance(from), most: to + tolerance(to) };
}

/** Intervals with one key are the same: one bound, one pair of numbers. */
export function intervalKey(of: Interval): string {
  return `${of.degree ?? ""} ${of.bound} ${of.least}..${of.most ?? ""}`.trim();
}

/**
 * `differs` only where no number is in both. Edges belong to both sides: a source that says "two and a half hours" and
 * one that says "more than two and a half" round one length, and do not contradict each other.
 */
export function relateIntervals(a: Interval, b: Interval): Exclude<Relation, "apart"> {
  if (intervalKey(a) === intervalKey(b)) return "same";
  return a.least > (b.most ?? Infinity) || b.least > (a.most ?? Infinity) ? "differs" : "consistent";
}
