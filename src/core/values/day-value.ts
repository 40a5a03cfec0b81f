/** A day of a year that may not be said. */
export interface CalendarDay {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/**
 * When something was, as precisely as its source says and no more: what is not said is not there. `weekday` is 1 Monday
 * to 7 Sunday. `words` are what names no day that can be compared (`late February`); `unreadable` is a date that cannot
 * be one, with why.
 */
export type Day =
  | (CalendarDay & { readonly kind: "day"; readonly weekday?: number; readonly part?: string })
  | { readonly kind: "range"; readonly from: CalendarDay; readonly to: CalendarDay }
  | { readonly kind: "month"; readonly month: number; readonly year?: number }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "weekday"; readonly weekday: number; readonly part?: string }
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "unreadable"; readonly words: string; readonly why: Unreadable };

/**
 * `ambiguous`: day and month can be told apart in two ways (4/10/2025). `no such day`: 31 February. `not that weekday`:
 * Friday, 10 April 2025.
 */
type Unreadable = "ambiguous" | "no such day" | "not that weekday";

/** Whether the calendar has the day: in a year that is not said, 29 February is one. */
export function isReal({ year, month, day }: CalendarDay): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Temporal.PlainYearMonth(year ?? 2000, month).daysInMonth;
}

/** 1 Monday to 7 Sunday, or undefined where no year is said. */
export function weekdayOf({ year, month, day }: CalendarDay): number | undefined {
  return year === undefined ? undefined : new Temporal.PlainDate(year, month, day).dayOfWeek;
}

/** `2025-04-10`, `--04-10` where the year is not said (as ISO 8601:2000 writes it). Ordered as the days are. */
export function dayText({ year, month, day }: CalendarDay): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year === undefined ? "-" : String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
