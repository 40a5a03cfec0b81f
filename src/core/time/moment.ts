import { calendarDay } from "./day.ts";

/**
 * Reads a typed moment: a day (its end or its start, midnight UTC) or an ISO instant, `2025-04-11T15:00Z`. An instant
 * without an offset is UTC. Undefined where it is neither.
 */
export function momentOf(typed: string, edge: "start" | "end" = "end"): Temporal.Instant | undefined {
  const words = typed.trim().toUpperCase();
  const day = calendarDay(typed);
  try {
    if (day !== undefined) {
      return Temporal.PlainDate.from(day)
        .add({ days: edge === "end" ? 1 : 0 })
        .toZonedDateTime("UTC")
        .toInstant();
    }
    return Temporal.Instant.from(/(?:Z|[+-]\d{2}:?\d{2})$/u.test(words) ? words : `${words}Z`);
  } catch {
    return undefined;
  }
}

/** `2026-11-23 14:05 UTC`: for lists, where the columns should line up. */
export function shortMoment(instant: Temporal.Instant): string {
  const utc = instant.toZonedDateTimeISO("UTC");
  return `${utc.toPlainDate().toString()} ${clockOf(utc)} UTC`;
}

/** `14:05`: the minute that it is, not the nearest one, which may be of the next day. */
export function clockOf(at: Temporal.ZonedDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: "minute", roundingMode: "trunc" });
}
