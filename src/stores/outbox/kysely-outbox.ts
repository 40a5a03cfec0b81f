import { readyToTell } from "#core/outbox/ready-to-tell.ts";
import type { Outbox } from "#core/outbox/outbox.ts";
import { Database } from "#stores/sql/database.ts";
import type { Engine } from "#stores/sql/engine.ts";
import { aboutToSend } from "./about-to-send.ts";
import { advanceLibrary, advanceDesk, readChangedDesks, walkShown } from "./changed-desks.ts";
import { DatabaseTime } from "./database-time.ts";
import { readDigest } from "./digest-rows.ts";
import { forget } from "./forget.ts";
import { planFollowers, readFollower } from "./follower-rows.ts";
import { inboxesOf, planMissesPosts, readInbox, readMissesBetween } from "./inbox-rows.ts";
import { jobOf } from "./job-row.ts";
import { leaseJobs, putJobsBack } from "./lease-jobs.ts";
import { readDue, readNextRun, readNow } from "./next-run.ts";
import { comeBackTo, leaveWorkspace } from "./workspace-rows.ts";
import { planDigests, resetNextInstants } from "./plan-digests.ts";
import { settleJobs, type Ended } from "./settle-jobs.ts";
import { together } from "./together.ts";
import { readHeardSince, readWebhook } from "./webhook-rows.ts";
import { makeCorrections, readQuoting, readShown, rememberShown } from "./shown-messages.ts";

const SETTLE_AT_ONCE = 25;

/** The one outbox over both databases. `skew`: see `DatabaseTime`. */
export function kyselyOutbox(engine: Engine, skew?: () => number): Outbox {
  const database = new Database(engine);
  const time = new DatabaseTime(engine.name, skew);
  const settle = together(SETTLE_AT_ONCE, (all: readonly Ended[]) => settleJobs(database, time, all));
  return {
    digest: (id) => readDigest(database, id),
    follower: (key) => readFollower(database, key),
    webhook: (id) => readWebhook(database, id),
    heardSince: (desk) => readHeardSince(database, desk),
    leave: (workspace, why) => leaveWorkspace(database, time, workspace, why),
    comeBack: (platform, workspaces) => comeBackTo(database, time, platform, workspaces),
    now: () => readNow(database, time),
    nextRun: (platforms) => readNextRun(database, time, platforms),
    due: (platforms) => readDue(database, time, platforms),
    planDigests: (platforms, most, late) => planDigests(database, time, platforms, most, late),
    planFollows: (platforms, most) => planFollowers(database, time, platforms, most),
    planMisses: (platforms, most) => planMissesPosts(database, time, platforms, most),
    add: (jobs) => makeCorrections(database, time, jobs, []),
    inbox: (workspace) => readInbox(database, workspace),
    inboxes: (desk) => inboxesOf(database, desk),
    missesBetween: (desk, after, until, most) => readMissesBetween(database, desk, after, until, most),
    resetNext: () => resetNextInstants(database, time),
    lease: (platform, most, ms) => leaseJobs(database, time, platform, most, ms),
    sending: (lease, payload, ms, order) => aboutToSend(database, time, lease, payload, ms, order),
    async settle(lease, outcome) {
      await readyToTell(outcome);
      return settle({ lease, outcome });
    },
    putBack: (early) => putJobsBack(database, time, early),
    forget: (days) => forget(database, time, days),
    job: ({ kind, id, sequence }) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom("job")
          .where("kind", "=", kind)
          .where("id", "=", id)
          .where("sequence", "=", sequence)
          .selectAll()
          .executeTakeFirst();
        return row === undefined ? undefined : jobOf(row);
      }),
    remember: (desk, platform, posting, facts, reply) =>
      database.write((tx) => rememberShown(tx, time, [{ platform, posting, desk, facts, reply }])),
    changedDesks: () => readChangedDesks(database),
    quoted: (desk, facts, after, most) => readQuoting(database, desk, facts, after, most),
    correct: (jobs, compared) => makeCorrections(database, time, jobs, compared),
    followedThrough: (changed, events) => advanceDesk(database, time, changed, events),
    libraryChanged: (library, version) => advanceLibrary(database, time, library, version),
    walkShown: (most) => walkShown(database, most),
    shown: (id) => readShown(database, id),
  };
}
