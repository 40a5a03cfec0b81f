import { sql } from "kysely";
import { JOB_MOVES, JOB_STATES, statesThat, type JobState, type Lease } from "#core/outbox/job.ts";
import type { Database } from "#stores/sql/database.ts";
import type { DatabaseTime } from "./database-time.ts";
import { jobOf } from "./job-row.ts";

const OPEN = statesThat(({ open }) => open);
const LEASABLE = statesThat(({ onLease }) => onLease !== undefined);
const LOST_CALL = statesThat(({ lostCall }) => lostCall === true);

/** The state after a lease, as an expression over the state before. */
const onLease = (state: JobState): JobState => JOB_MOVES[state].onLease ?? state;
const STATE_ON_LEASE = sql<string>`case state ${sql.join(
  JOB_STATES.map((state) => sql`when ${sql.lit(state)} then ${sql.lit(onLease(state))}`),
  sql` `,
)} end`;

/** One statement: the locks of the jobs that are chosen, and their change. */
export async function leaseJobs(
  database: Database,
  time: DatabaseTime,
  platform: string,
  most: number,
  ms: number,
): Promise<readonly Lease[]> {
  const rows = await database.statement((db) =>
    db
      // Materialized: it would be looked up again for each job otherwise, and lock more than `most`.
      .with(
        (cte) => cte("chosen").materialized(),
        (d) =>
          d
            .selectFrom("job")
            .where("platform", "=", platform)
            .where("run_at", "<=", time.now)
            .where("state", "in", LEASABLE)
            .where((e) =>
              e.not(
                e.exists(
                  e
                    .selectFrom("job as before")
                    .whereRef("before.kind", "=", "job.kind")
                    .whereRef("before.id", "=", "job.id")
                    .whereRef("before.sequence", "<", "job.sequence")
                    .where("before.state", "in", OPEN)
                    .select("before.sequence"),
                ),
              ),
            )
            .orderBy("run_at")
            .limit(most)
            .select("key")
            .$if(database.engine.name === "postgres", (q) => q.forUpdate().skipLocked()),
      )
      .updateTable("job")
      .set((e) => ({
        fence: e("fence", "+", 1),
        run_at: time.in(ms),
        attempts: e
          .case()
          .when("state", "in", LOST_CALL)
          .then(e("attempts", "+", 1))
          .else(e.ref("attempts"))
          .end(),
        state: STATE_ON_LEASE,
      }))
      .where((e) => e("key", "in", e.selectFrom("chosen").select("key")))
      .returningAll()
      .returning(time.now.as("now"))
      .execute(),
  );
  return rows.map((row) => ({ job: jobOf(row), at: Temporal.Instant.from(row.now) }));
}

export async function putJobsBack(
  database: Database,
  time: DatabaseTime,
  early: readonly { readonly lease: Lease; readonly after: number }[],
): Promise<void> {
  if (early.length === 0) return;
  await database.write(async (tx) => {
    for (const { lease, after } of early) {
      await tx
        .updateTable("job")
        .set({ state: "due", run_at: time.in(after) })
        .where("key", "=", lease.job.key)
        .where("fence", "=", lease.job.fence)
        .where("state", "=", "leased")
        .execute();
    }
  });
}
