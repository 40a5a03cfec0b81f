import { createHash } from "node:crypto";
import type { RawBuilder, Transaction } from "kysely";
import { z } from "zod";
import { JOB_KINDS, JOB_STATES, type Job, type JobName, type NewJob, type Target } from "#core/outbox/job.ts";
import type { Payload } from "#core/outbox/payload.ts";
import type { Posting } from "#core/reply/posting.ts";
import type { JobRow } from "#stores/sql/outbox-tables.ts";
import type { Tables } from "#stores/sql/schema.ts";

const KEY_LENGTH = 22;

/**
 * 112 bits of the SHA-256 of a job's name in base 36: 22 characters, so that a platform can number the parts of a post
 * within 25.
 */
function jobKey({ kind, id, sequence }: JobName): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([kind, id, sequence]))
    .digest("hex")
    .slice(0, 28);
  return BigInt(`0x${hash}`).toString(36).padStart(KEY_LENGTH, "0");
}

/** Adds a job, unless there is one of that name already. `now`: the database's clock, as its own expression. */
export async function insertJob(tx: Transaction<Tables>, job: NewJob, now: RawBuilder<string>): Promise<void> {
  await insertJobs(tx, [job], now);
}

/** The same for many, a hundred a statement. */
export async function insertJobs(
  tx: Transaction<Tables>,
  jobs: readonly NewJob[],
  now: RawBuilder<string>,
): Promise<void> {
  for (let i = 0; i < jobs.length; i += JOBS_A_STATEMENT) {
    await tx
      .insertInto("job")
      .values(jobs.slice(i, i + JOBS_A_STATEMENT).map((job) => rowOf(job, now)))
      .onConflict((c) => c.columns(["kind", "id", "sequence"]).doNothing())
      .execute();
  }
}

const JOBS_A_STATEMENT = 100;

function rowOf(job: NewJob, now: RawBuilder<string>) {
  const { kind, id, sequence, platform, target, missed = 0, onDemand = false, payload, skipped } = job;
  return {
    kind,
    id,
    sequence,
    platform,
    target: placeText(target),
    key: jobKey(job),
    state: skipped === undefined ? "due" : "skipped",
    fence: 0,
    run_at: skipped === undefined ? now : null,
    payload: payload === undefined ? null : JSON.stringify(payload),
    on_demand: onDemand ? 1 : 0,
    missed,
    attempts: 0,
    why: skipped ?? null,
    made: now,
  };
}

const STATE = z.enum(JOB_STATES);
const KIND = z.enum(JOB_KINDS);

export function jobOf(row: JobRow): Job {
  const { id, sequence, key, platform, fence, missed, attempts } = row;
  return {
    id,
    sequence,
    key,
    platform,
    fence,
    missed,
    attempts,
    onDemand: row.on_demand === 1,
    kind: KIND.parse(row.kind),
    state: STATE.parse(row.state),
    target: readPlace(row.target) as Target,
    ...(row.payload === null ? {} : { payload: JSON.parse(row.payload) as Payload }),
    ...(row.first_at === null ? {} : { firstAt: Temporal.Instant.from(row.first_at) }),
    ...(row.sending_at === null ? {} : { sendingAt: Temporal.Instant.from(row.sending_at) }),
    ...(row.posting === null ? {} : { posting: readPlace(row.posting) as Posting }),
    ...(row.why === null ? {} : { why: row.why }),
  };
}

/** Where a job goes or went, as the tables keep it. There a workspace is a "place". */
export function placeText({ workspace, ...rest }: Target | Posting): string {
  return JSON.stringify({ ...rest, place: workspace });
}

function readPlace(text: string): unknown {
  const { place, ...rest } = JSON.parse(text) as { readonly place: string };
  return { ...rest, workspace: place };
}
