import type { Transaction } from "kysely";
import type { Lease } from "#core/outbox/job.ts";
import type { Outcome } from "#core/outbox/outcome.ts";
import { settlement, type JobUpdate, type Settlement } from "#core/outbox/settlement.ts";
import type { Database } from "#stores/sql/database.ts";
import { defined } from "#core/text/defined.ts";
import { stored, type Tables } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./database-time.ts";
import { digestOf, updateDigests } from "./digest-rows.ts";
import { removeFollower, updateFollower } from "./follower-rows.ts";
import { closeInbox, inboxIn } from "./inbox-rows.ts";
import { insertJob, jobOf, placeText } from "./job-row.ts";
import { tellWorkspace, updateWebhook, webhookOf } from "./webhook-rows.ts";
import { freshIn, rememberShown, rewriteShown } from "./shown-messages.ts";

/** Writes the settlement of an outcome, if the lease is still the last one. */
export function settleJob(
  database: Database,
  time: DatabaseTime,
  { job: { key, fence } }: Lease,
  outcome: Outcome,
): Promise<boolean> {
  const lock = database.engine.name === "postgres";
  return database.write(async (tx) => {
    const row = await tx
      .selectFrom("job")
      .where("key", "=", key)
      .where("fence", "=", fence)
      .selectAll()
      .select(time.now.as("now"))
      .$if(lock, (q) => q.forUpdate())
      .executeTakeFirst();
    if (row === undefined) return false;
    const job = jobOf(row);
    const digest =
      job.kind === "digest"
        ? await tx
            .selectFrom("digest")
            .where("id", "=", job.id)
            .selectAll()
            .$if(lock, (q) => q.forUpdate())
            .executeTakeFirst()
        : undefined;
    const webhook =
      job.kind === "webhook"
        ? await tx.selectFrom("webhook").where("id", "=", job.id).selectAll().executeTakeFirst()
        : undefined;
    const now = Temporal.Instant.from(row.now);
    const inbox =
      job.kind === "inbox" ? await inboxIn(tx, { platform: job.platform, id: job.target.workspace }) : undefined;
    const settled = settlement(job, outcome, now, {
      ...(digest === undefined ? {} : { digest: digestOf(digest) }),
      ...(webhook === undefined ? {} : { webhook: webhookOf(webhook) }),
      ...defined({ inbox }),
    });
    await updateJob(tx, key, settled.job);
    if (digest !== undefined && settled.digest !== undefined) await updateDigests(tx, [digest.id], settled.digest);
    if (settled.notice !== undefined) await insertJob(tx, settled.notice, time.now);
    if (settled.webhook !== undefined) await updateWebhook(tx, job.id, settled.webhook);
    if (settled.tell !== undefined) {
      const workspace = { platform: job.platform, id: job.target.workspace };
      await tellWorkspace(tx, time, workspace, settled.tell, job.id);
    }
    await writeFollower(tx, settled.follower);
    if (settled.closed !== undefined) await closeInbox(tx, settled.closed.inbox, settled.closed.trouble);
    if (settled.remember !== undefined) {
      const { posting, payload } = settled.remember;
      const { desk, reply } = payload;
      const fresh = freshIn(database.engine.name, payload);
      await rememberShown(tx, time, job.platform, posting, { desk, facts: reply.facts, reply }, fresh);
    }
    if (settled.rewrite !== undefined) await rewriteShown(tx, settled.rewrite.shown, settled.rewrite.reply);
    return true;
  });
}

async function updateJob(tx: Transaction<Tables>, key: string, update: JobUpdate): Promise<void> {
  const { state, runAt, attempts, keepPayload, why, posting, target } = update;
  await tx
    .updateTable("job")
    .set({
      state,
      run_at: runAt === undefined ? null : stored(runAt),
      attempts,
      ...(keepPayload ? {} : { payload: null }),
      ...(why === undefined ? {} : { why }),
      ...(posting === undefined ? {} : { posting: placeText(posting) }),
      ...(target === undefined ? {} : { target: placeText(target) }),
    })
    .where("key", "=", key)
    .execute();
}

async function writeFollower(tx: Transaction<Tables>, follower: Settlement["follower"]): Promise<void> {
  if (follower === undefined) return;
  const { key, update } = follower;
  await (update === "unfollow everything" ? removeFollower(tx, key) : updateFollower(tx, key, update));
}
