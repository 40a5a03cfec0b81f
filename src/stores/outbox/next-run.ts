import { sql } from "kysely";
import type { Database } from "#stores/sql/database.ts";
import type { DatabaseTime } from "./database-time.ts";

export function readNow(database: Database, time: DatabaseTime): Promise<Temporal.Instant> {
  return database.read(async (db) => {
    const { rows } = await sql<{ now: string }>`select ${time.now} as now`.execute(db);
    return Temporal.Instant.from(rows[0]?.now ?? "");
  });
}

/** The earliest time that something waits for, and the time now. */
export function readNextRun(
  database: Database,
  time: DatabaseTime,
  platforms: readonly string[],
): Promise<{ readonly now: Temporal.Instant; readonly at?: Temporal.Instant }> {
  const these = platforms.length === 0 ? sql`('')` : sql`(${sql.join(platforms)})`;
  return database.read(async (db) => {
    const { rows } = await sql<{ now: string; at: string | null }>`
      select ${time.now} as now, min(at) as at from (
        select min(next) as at from digest where platform in ${these}
        union all select min(run_at) from job where platform in ${these}
        union all select min(due) from follower where platform in ${these}) as waiting`.execute(db);
    const { now = "", at = null } = rows[0] ?? {};
    return { now: Temporal.Instant.from(now), ...(at === null ? {} : { at: Temporal.Instant.from(at) }) };
  });
}

/** How many wait although their time has come, and for how long the oldest does. */
export function readDue(
  database: Database,
  time: DatabaseTime,
  platforms: readonly string[],
): Promise<{ readonly jobs: number; readonly late: number }> {
  const these = platforms.length === 0 ? sql`('')` : sql`(${sql.join(platforms)})`;
  return database.read(async (db) => {
    const { rows } = await sql<{ now: string; at: string | null; jobs: number | string }>`
      select ${time.now} as now, min(at) as at, count(*) as jobs from (
        select next as at from digest where platform in ${these} and next <= ${time.now}
        union all select run_at from job where platform in ${these} and state = 'due' and run_at <= ${time.now}) as waiting`.execute(
      db,
    );
    const { now = "", at = null, jobs = 0 } = rows[0] ?? {};
    const late = at === null ? 0 : Temporal.Instant.from(now).since(Temporal.Instant.from(at)).total("seconds");
    return { jobs: Number(jobs), late };
  });
}
