import { nextInstant } from "#core/digest/instants.ts";
import { sequenceAt, type Job, type NewJob } from "./job.ts";
import { digestTarget, type DigestUpdate, type WorkspaceDigest } from "./workspace-digest.ts";

// A walk over more instants than this (a month of quarters of an hour) starts again from now.
const WALK = 3000;

/** The job of a digest whose instant has come, and what is written to the digest with it. */
export interface DigestPlan {
  readonly job: NewJob;
  readonly digest: DigestUpdate;
}

/**
 * Plans a digest whose instant has come. Of several instants that passed, the last one is posted and the others are
 * counted. `late`: an instant that passed more milliseconds ago is not posted; its job is skipped, and the next post
 * counts it.
 */
export function planDigest(digest: WorkspaceDigest, now: Temporal.Instant, late: number): DigestPlan {
  const { at, passed, next } = lastInstant(digest, now);
  const missed = digest.missed + passed;
  const job: NewJob = {
    kind: "digest",
    id: digest.id,
    sequence: sequenceAt(at),
    platform: digest.platform,
    target: digestTarget(digest),
    missed,
  };
  if (!isLate(at, now, late)) return { job, digest: { next: next ?? null, missed: 0 } };
  const why = "too late: Talks was not running at its time";
  return {
    job: { ...job, skipped: why },
    digest: { next: next ?? null, missed: missed + 1, last: { at, result: "skipped", why } },
  };
}

function lastInstant(digest: WorkspaceDigest, now: Temporal.Instant) {
  const come = (instant: Temporal.Instant | undefined): instant is Temporal.Instant =>
    instant !== undefined && Temporal.Instant.compare(instant, now) <= 0;
  let at = digest.next ?? now;
  let passed = 0;
  let next = nextInstant(digest.rule, at);
  for (; come(next) && passed < WALK; passed += 1) {
    at = next;
    next = nextInstant(digest.rule, at);
  }
  return { at, passed, next: come(next) ? nextInstant(digest.rule, now) : next };
}

/** The job of a digest that somebody wants posted now, besides its instants. */
export function requestedDigest(digest: WorkspaceDigest, now: Temporal.Instant): NewJob {
  const { id, platform } = digest;
  return {
    kind: "digest",
    id,
    sequence: sequenceAt(now),
    platform,
    target: digestTarget(digest),
    onDemand: true,
  };
}

/**
 * Why a digest's job is not sent after all, in words; undefined where it is. `digest`: as it is ordered now, if it
 * still is.
 */
export function reasonToSkip(
  job: Job,
  digest: WorkspaceDigest | undefined,
  now: Temporal.Instant,
  late: number,
): string | undefined {
  if (digest === undefined) return "the digest was removed";
  const { paused, next } = digest;
  if (paused !== undefined && !job.onDemand) return `paused: ${paused.why}`;
  const overtaken = next !== undefined && Temporal.Instant.compare(next, now) <= 0;
  if (overtaken || isLate(Temporal.Instant.from(job.sequence), now, late)) return "too late: its time had passed";
  return undefined;
}

function isLate(at: Temporal.Instant, now: Temporal.Instant, late: number): boolean {
  return now.since(at).total("milliseconds") > late;
}
