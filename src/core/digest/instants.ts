import { Cron } from "croner";
import type { Rule } from "./rule.ts";

/**
 * The instants of a rule after an instant, in order; a checked rule has no last one. The pattern is walked over local
 * time, as a clock on the wall shows it. A time that the clock skips becomes the first time after the gap. Of a time
 * that it shows twice, the first counts. Times that become the same instant are one.
 */
function* instantsAfter({ cron, timezone }: Rule, after: Temporal.Instant): Generator<Temporal.Instant> {
  // In UTC croner sees no clock change, so it walks local time as plain numbers. The zone is applied here.
  const walk = new Cron(cron, { timezone: "UTC", mode: "5-part" });
  let last = after;
  let wall = after.toZonedDateTimeISO(timezone).toPlainDateTime();
  for (;;) {
    const next = walk.nextRun(new Date(wall.toZonedDateTime("UTC").epochMilliseconds));
    if (next === null) return;
    wall = Temporal.Instant.fromEpochMilliseconds(next.getTime()).toZonedDateTimeISO("UTC").toPlainDateTime();
    const instant = atWall(wall, timezone);
    if (Temporal.Instant.compare(instant, last) <= 0) continue;
    last = instant;
    yield instant;
  }
}

export function nextInstants(rule: Rule, after: Temporal.Instant, most: number): readonly Temporal.Instant[] {
  return instantsAfter(rule, after).take(most).toArray();
}

/** The first instant after one; undefined where a rule never fires again. */
export function nextInstant(rule: Rule, after: Temporal.Instant): Temporal.Instant | undefined {
  return nextInstants(rule, after, 1)[0];
}

function atWall(wall: Temporal.PlainDateTime, timezone: string): Temporal.Instant {
  const first = wall.toZonedDateTime(timezone, { disambiguation: "earlier" });
  if (first.toPlainDateTime().equals(wall)) return first.toInstant();
  const gap = first.getTimeZoneTransition("next");
  return (gap ?? wall.toZonedDateTime(timezone)).toInstant();
}
