import { nextInstant } from "#core/digest/instants.ts";
import type { PlacedDigest, Planned } from "#core/outbox/placed-digest.ts";

// A walk over more instants than this (a quarter of an hour for a month) starts again nearer to now.
const WALK = 3000;

/** The latest instant that has come is the one that is told; those before it are counted. */
export function planOf(digest: PlacedDigest, now: Temporal.Instant, late: number): Planned {
  const come = (instant: Temporal.Instant | undefined): instant is Temporal.Instant =>
    instant !== undefined && Temporal.Instant.compare(instant, now) <= 0;
  let slot = digest.next ?? now;
  let missed = 0;
  let next = nextInstant(digest.rule, slot);
  for (; come(next) && missed < WALK; missed += 1) {
    slot = next;
    next = nextInstant(digest.rule, slot);
  }
  if (come(next)) next = nextInstant(digest.rule, now);
  return { slot, missed, next, late: now.since(slot).total("milliseconds") > late };
}

/**
 * A digest's next instant as its rule gives it today: the zone's law may have changed while Talks was not running, and a clock that was
 * wrong may have carried it far ahead. What was told of a day already is not told again where such a law moves the day's instant.
 */
export function nextOf(digest: PlacedDigest, now: Temporal.Instant): Temporal.Instant | undefined {
  const next = nextInstant(digest.rule, now);
  const { last, next: planned } = digest;
  if (next === undefined || last === undefined || planned === undefined || next.equals(planned)) return next;
  const told = last.at.epochMilliseconds;
  const apart = planned.epochMilliseconds - told;
  const again = told <= now.epochMilliseconds && next.epochMilliseconds - told < apart / 2;
  return again ? nextInstant(digest.rule, next) : next;
}
