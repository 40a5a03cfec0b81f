import { sql, type RawBuilder } from "kysely";
import type { Database } from "#stores/sql/database.ts";
import type { DatabaseTime } from "./database-time.ts";

const DAY = 86_400_000;
// So few at once that no statement takes long, whatever is there.
const AT_ONCE = 1000;
/** Slack brings an event again for an hour at most, and what is signed is refused after five minutes. */
const DELIVERY_DAYS = 2;

/**
 * Deletes what is over: jobs that are done and messages, older than so many days; texts whose time is over;
 * deliveries.
 */
export async function forget(database: Database, time: DatabaseTime, days: number): Promise<number> {
  const before = (most: number) => time.in(-most * DAY);
  let forgotten = 0;
  forgotten += await deleted(database, "job", sql`key`, sql`run_at is null and made < ${before(days)}`);
  forgotten += await deleted(database, "kept", sql`scope, token`, sql`until <= ${time.now}`);
  forgotten += await deleted(database, "delivery", sql`id`, sql`at < ${before(DELIVERY_DAYS)}`);
  // One limit for both: a message that grew too old in between would leave its facts behind.
  const limit = await at(database, before(days));
  const old = sql`shown in (select id from shown where at < ${limit})`;
  forgotten += await deleted(database, "shown_fact", sql`shown, fact`, old);
  return forgotten + (await deleted(database, "shown", sql`id`, sql`at < ${limit}`));
}

/** An instant of the database's clock, as text. */
async function at(database: Database, instant: RawBuilder<string>): Promise<string> {
  const { rows } = await database.read((db) => sql<{ at: string }>`select ${instant} as at`.execute(db));
  return rows[0]?.at ?? "";
}

async function deleted(
  database: Database,
  table: string,
  key: RawBuilder<unknown>,
  over: RawBuilder<unknown>,
): Promise<number> {
  for (let all = 0; ;) {
    const some = await database.writeAside(async (tx) => {
      const { numAffectedRows = 0n } =
        await sql`delete from ${sql.table(table)} where (${key}) in (select ${key} from ${sql.table(table)} where ${over} limit ${AT_ONCE})`.execute(
          tx,
        );
      return Number(numAffectedRows);
    });
    all += some;
    if (some < AT_ONCE) return all;
  }
}
