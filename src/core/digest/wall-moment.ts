import { longDay } from "#core/time/day.ts";

/** An instant as the zone's wall shows it: `Monday, 23 November 2026, 09:00`. */
export function wallMoment(instant: Temporal.Instant, timezone: string): string {
  const wall = instant.toZonedDateTimeISO(timezone);
  const time = wall.toPlainTime().toString({ smallestUnit: "minute" });
  return `${WEEK[wall.dayOfWeek - 1] ?? ""}, ${longDay(wall.toPlainDate().toString())}, ${time}`;
}

const WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
