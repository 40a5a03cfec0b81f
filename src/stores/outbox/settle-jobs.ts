import type { Transaction } from "kysely";
import type { Job, Lease } from "#core/outbox/job.ts";
import type { Outcome } from "#core/outbox/outcome.ts";
import type { WorkspaceDigest } from "#core/outbox/workspace-digest.ts";
import { settlement, type JobUpdate, type Settlement } from "#core/outbox/settlement.ts";
import { defined } from "#core/text/defined.ts";
import type { Database } from "#stores/sql/database.ts";
import type { JobRow } from "#stores/sql/outbox-tables.ts";
import { stored, type Tables } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./database-time.ts";
import { digestOf, updateDigests } from "./digest-rows.ts";
import { removeFollower, updateFollower } from "./follower-rows.ts";
import { closeInbox, inboxIn } from "./inbox-rows.ts";
import { insertJobs, jobOf, placeText } from "./job-row.ts";
import { freshIn, rememberShown, rewriteShown } from "./shown-messages.ts";
import { tellWorkspaces, updateWebhook, webhookOf } from "./webhook-rows.ts";

/** How work on a leased job ended. */
export interface Ended {
  readonly lease: Lease;
  readonly outcome: Outcome;
}

interface Settled {
  readonly row: JobRow;
  readonly job: Job;
  readonly settled: Settlement;
}

/** Writes the settlements of outcomes, of each whose lease is still the last one, and says of which that is so. */
export function settleJobs(
  database: Database,
  time: DatabaseTime,
  ended: readonly Ended[],
): Promise<readonly boolean[]> {
  return database.write(async (tx) => {
    const lock = database.engine.name === "postgres";
    const keys = ended.map(({ lease }) => lease.job.key);
    const rows = await tx
      .selectFrom("job")
      .where("key", "in", keys)
      .orderBy("key")
      .selectAll()
      .select(time.now.as("now"))
      .$if(lock, (q) => q.forUpdate())
      .execute();
    const held = ended.map(({ lease: { job }, outcome }) => {
      const found = rows.find(({ key, fence }) => key === job.key && fence === job.fence);
      if (found === undefined) return undefined;
      const { now, ...row } = found;
      return { row, job: jobOf(row), outcome, now: Temporal.Instant.from(now) };
    });
    const ours = held.filter((one) => one !== undefined);
    const jobs = ours.map(({ job }) => job);
    const digests = await digestsOf(tx, jobs, lock);
    const all: Settled[] = [];
    for (const { row, job, outcome, now } of ours) {
      const digest = job.kind === "digest" ? digests.get(job.id) : undefined;
      const of = { ...defined({ digest }), ...(await subjectOf(tx, job)) };
      all.push({ row, job, settled: settlement(job, outcome, now, of) });
    }
    await write(tx, database, time, all);
    return held.map((one) => one !== undefined);
  });
}

/** The digests of jobs that have one. */
async function digestsOf(tx: Transaction<Tables>, jobs: readonly Job[], lock: boolean) {
  const ids = jobs.flatMap(({ kind, id }) => (kind === "digest" ? [id] : []));
  if (ids.length === 0) return new Map<string, WorkspaceDigest>();
  const rows = await tx
    .selectFrom("digest")
    .where("id", "in", ids)
    .orderBy("id")
    .selectAll()
    .$if(lock, (q) => q.forUpdate())
    .execute();
  return new Map(rows.map((row) => [row.id, digestOf(row)]));
}

/** The webhook that a job is for, or the inbox. */
async function subjectOf(tx: Transaction<Tables>, { kind, id, platform, target }: Job) {
  if (kind === "inbox") return defined({ inbox: await inboxIn(tx, { platform, id: target.workspace }) });
  if (kind !== "webhook") return {};
  const row = await tx.selectFrom("webhook").where("id", "=", id).selectAll().executeTakeFirst();
  return row === undefined ? {} : { webhook: webhookOf(row) };
}

async function write(tx: Transaction<Tables>, database: Database, time: DatabaseTime, all: readonly Settled[]) {
  await updateJobs(tx, all);
  await updateDigests(
    tx,
    all.flatMap(({ job: { id }, settled: { digest } }) => (digest === undefined ? [] : [{ id, digest }])),
  );
  await insertJobs(
    tx,
    all.flatMap(({ settled }) => settled.notice ?? []),
    time.now,
  );
  await tellWorkspaces(
    tx,
    time,
    all.flatMap(({ job: { id, platform, target }, settled: { tell } }) =>
      tell === undefined ? [] : [{ workspace: { platform, id: target.workspace }, event: tell, order: id }],
    ),
  );
  await rememberShown(
    tx,
    time,
    all.flatMap(({ job: { platform }, settled: { remember } }) => {
      if (remember === undefined) return [];
      const { posting, payload } = remember;
      const { desk, reply } = payload;
      return [{ platform, posting, desk, facts: reply.facts, reply, fresh: freshIn(database.engine.name, payload) }];
    }),
  );
  for (const { job, settled } of all) {
    const { webhook, follower, closed, rewrite } = settled;
    if (webhook !== undefined) await updateWebhook(tx, job.id, webhook);
    await writeFollower(tx, follower);
    if (closed !== undefined) await closeInbox(tx, closed.inbox, closed.trouble);
    if (rewrite !== undefined) await rewriteShown(tx, rewrite.shown, rewrite.reply);
  }
}

/** One statement: the whole rows again, of which what may have changed is written. They are locked. */
async function updateJobs(tx: Transaction<Tables>, all: readonly Settled[]): Promise<void> {
  if (all.length === 0) return;
  await tx
    .insertInto("job")
    .values(all.map(({ row, settled }) => ({ ...row, ...columnsOf(settled.job) })))
    .onConflict((c) =>
      c.column("key").doUpdateSet((e) => ({
        state: e.ref("excluded.state"),
        run_at: e.ref("excluded.run_at"),
        attempts: e.ref("excluded.attempts"),
        payload: e.ref("excluded.payload"),
        why: e.ref("excluded.why"),
        posting: e.ref("excluded.posting"),
        target: e.ref("excluded.target"),
      })),
    )
    .execute();
}

function columnsOf({ state, runAt, attempts, keepPayload, why, posting, target }: JobUpdate): Partial<JobRow> {
  return {
    state,
    run_at: runAt === undefined ? null : stored(runAt),
    attempts,
    ...(keepPayload ? {} : { payload: null }),
    ...(why === undefined ? {} : { why }),
    ...(posting === undefined ? {} : { posting: placeText(posting) }),
    ...(target === undefined ? {} : { target: placeText(target) }),
  };
}

async function writeFollower(tx: Transaction<Tables>, follower: Settlement["follower"]): Promise<void> {
  if (follower === undefined) return;
  const { key, update } = follower;
  await (update === "unfollow everything" ? removeFollower(tx, key) : updateFollower(tx, key, update));
}
