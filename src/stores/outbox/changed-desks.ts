import { sql, type Transaction } from "kysely";
import type { ChangedDesk } from "#core/outbox/outbox.ts";
import type { WebhookEvent } from "#core/outbox/webhook-event.ts";
import type { Database } from "#stores/sql/database.ts";
import type { Tables } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./database-time.ts";
import { scheduleFollowers } from "./follower-rows.ts";
import { tellDesk } from "./webhook-rows.ts";

/**
 * Desks that have remembered messages, followers, webhooks, an inbox or news of suggestions and changed, or have
 * messages that were not compared yet. Where an inbox is, a decision that is taken back changes its post.
 */
export function readChangedDesks(database: Database): Promise<readonly ChangedDesk[]> {
  return database.read(async (db) => {
    const { rows } = await sql<ChangedDesk>`
      select desk.id as desk, coalesce(watched.seen, 0) as seen, desk.version as version
      from desk left join watched on watched.desk = desk.id
      where (desk.version > coalesce(watched.seen, 0)
             and (exists (select 1 from shown where shown.desk = desk.id)
                  or exists (select 1 from follower join desk_key on desk_key.platform = follower.platform
                               and desk_key.external = follower.place where desk_key.desk = desk.id)
                  or exists (select 1 from webhook join desk_key on desk_key.platform = webhook.platform
                               and desk_key.external = webhook.place where desk_key.desk = desk.id)
                  or exists (select 1 from inbox join desk_key on desk_key.platform = inbox.platform
                               and desk_key.external = inbox.place where desk_key.desk = desk.id)
                  or exists (select 1 from revision where revision.desk = desk.id
                               and revision.number > coalesce(watched.seen, 0)
                               and revision.kind in ('suggest', 'approve', 'decline'))))
         or desk.id in (select desk from shown where fresh = 1)
      order by desk.id`.execute(db);
    return rows;
  });
}

/** Notes that a desk was followed through, when its followers hear of it, and what its webhooks are told. */
export function advanceDesk(
  database: Database,
  time: DatabaseTime,
  { desk, seen, version }: ChangedDesk,
  events: readonly WebhookEvent[] = [],
): Promise<boolean> {
  if (version === seen) return Promise.resolve(true);
  return database.write(async (tx) => {
    if (!(await sawTo(tx, desk, version, "=", seen))) return false;
    await scheduleFollowers(tx, database.engine.name, time, desk);
    await tellDesk(tx, time, desk, events, String(version).padStart(10, "0"));
    return true;
  });
}

/** Notes that the library was followed through. It lies beneath every desk. */
export function advanceLibrary(
  database: Database,
  time: DatabaseTime,
  library: number,
  version: number,
): Promise<boolean> {
  return database.write(async (tx) => {
    const before = await tx.selectFrom("watched").where("desk", "=", library).select("seen").executeTakeFirst();
    const moved = await sawTo(tx, library, version, "<", version);
    if (!moved || before === undefined) return false;
    // There may be very many messages: they are gone through in parts, from the first one on.
    await tx
      .insertInto("walk")
      .values({ desk: library, after: 0 })
      .onConflict((c) => c.column("desk").doUpdateSet({ after: 0 }))
      .execute();
    await scheduleFollowers(tx, database.engine.name, time);
    return true;
  });
}

/**
 * Moves on the version up to which a desk was followed through, if the one before is as said. Returns whether it did.
 */
async function sawTo(
  tx: Transaction<Tables>,
  desk: number,
  version: number,
  is: "=" | "<",
  before: number,
): Promise<boolean> {
  await tx
    .insertInto("watched")
    .values({ desk, seen: 0 })
    .onConflict((c) => c.column("desk").doNothing())
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable("watched")
    .set({ seen: version })
    .where("desk", "=", desk)
    .where("seen", is, before)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Marks the next messages to be compared since the library changed. Returns how many; 0 at the end. */
export function walkShown(database: Database, most: number): Promise<number> {
  return database.write(async (tx) => {
    const walk = await tx
      .selectFrom("walk")
      .selectAll()
      .limit(1)
      .$if(database.engine.name === "postgres", (q) => q.forUpdate().skipLocked())
      .executeTakeFirst();
    if (walk === undefined) return 0;
    const { desk, after } = walk;
    const rows = await tx.selectFrom("shown").where("id", ">", after).orderBy("id").limit(most).select("id").execute();
    const last = rows.at(-1)?.id;
    if (last === undefined) await tx.deleteFrom("walk").where("desk", "=", desk).execute();
    else {
      await tx.updateTable("shown").set({ fresh: 1 }).where("id", ">", after).where("id", "<=", last).execute();
      await tx.updateTable("walk").set({ after: last }).where("desk", "=", desk).execute();
    }
    return rows.length;
  });
}
