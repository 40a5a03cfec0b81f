import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { dayIn, weekdayIn } from "#core/messages/words.ts";

/** An instant as the zone's wall shows it: `Monday, 23 November 2026, 09:00`. */
export function wallMoment(instant: Temporal.Instant, timezone: string, at: Told): string {
  const wall = instant.toZonedDateTimeISO(timezone);
  const time = wall.toPlainTime().toString({ smallestUnit: "minute" });
  const day = wall.toPlainDate().toString();
  return tell(at, "rule.wall", { weekday: weekdayIn(at, day), day: dayIn(at, day), time });
}
