import type { LastPost, Paused, Since, Subscription } from "#core/digest/subscription.ts";
import { nextInstant } from "#core/digest/instants.ts";
import { defined } from "#core/text/defined.ts";
import type { Target } from "./job.ts";

/** A digest with the workspace that it belongs to. */
export interface WorkspaceDigest extends Subscription {
  readonly platform: string;
  readonly workspace: string;
  /** Grows with every change of the order, so that a post prepared before the change is not sent after it. */
  readonly version: number;
  /** Instants that passed without a post since the last one. */
  readonly missed: number;
}

/**
 * What is to be written to a digest; what is left out stays. `null` takes a value away. A change of `paused` raises the
 * version, and a digest that is paused has no next instant.
 */
export interface DigestUpdate {
  readonly since?: Since;
  readonly paused?: Paused | null;
  readonly next?: Temporal.Instant | null;
  readonly last?: LastPost;
  readonly missed?: number;
}

export function digestTarget({ workspace, channel, thread }: WorkspaceDigest): Target {
  return { kind: "channel", workspace, channel, ...defined({ thread }) };
}

/** Talks was removed from the digest's workspace. Undefined where the digest is already paused, and stays as it is. */
export function onLeave({ paused }: WorkspaceDigest, why: string): DigestUpdate | undefined {
  return paused === undefined ? { paused: { by: "left", why } } : undefined;
}

/** Talks is back in the digest's workspace. Undefined where something else paused the digest. */
export function onReturn(digest: WorkspaceDigest, now: Temporal.Instant): DigestUpdate | undefined {
  return digest.paused?.by === "left" ? { paused: null, next: nextAfter(digest, now) ?? null } : undefined;
}

/**
 * A digest's next instant by its rule as it is today; undefined where there is none. The law of the zone may have
 * changed while Talks was not running, and a wrong clock may have moved the planned instant far ahead. A day that was
 * posted already is not posted again when such a law moves the day's instant.
 */
export function nextAfter(digest: WorkspaceDigest, now: Temporal.Instant): Temporal.Instant | undefined {
  const next = nextInstant(digest.rule, now);
  const { last, next: planned } = digest;
  if (next === undefined || last === undefined || planned === undefined || next.equals(planned)) return next;
  const posted = last.at.epochMilliseconds;
  const apart = planned.epochMilliseconds - posted;
  const again = posted <= now.epochMilliseconds && next.epochMilliseconds - posted < apart / 2;
  return again ? nextInstant(digest.rule, next) : next;
}
