import { sql } from "kysely";
import type { Moved } from "#core/outbox/outbox.ts";
import type { Database } from "#stores/sql/database.ts";
import type { DatabaseTime } from "./time.ts";

/** A follower is told of changes together: those of a minute, and then at most once an hour. */
const GATHER = 60_000;
const HOUR = 3_600_000;

/** Desks that somebody reads by themselves, and that went on, or have messages not compared yet. */
export function readMoved(database: Database): Promise<readonly Moved[]> {
  return database.read(async (db) => {
    const { rows } = await sql<Moved>`
      select desk.id as desk, coalesce(watched.seen, 0) as seen, desk.version as version
      from desk left join watched on watched.desk = desk.id
      where (desk.version > coalesce(watched.seen, 0)
             and (exists (select 1 from shown where shown.desk = desk.id)
                  or exists (select 1 from follower join desk_key on desk_key.platform = follower.platform
                               and desk_key.external = follower.place where desk_key.desk = desk.id)))
         or desk.id in (select desk from shown where fresh = 1)
      order by desk.id`.execute(db);
    return rows;
  });
}

export function advanceWatch(database: Database, time: DatabaseTime, { desk, seen, version }: Moved): Promise<boolean> {
  if (version === seen) return Promise.resolve(true);
  return database.write(async (tx) => {
    await tx
      .insertInto("watched")
      .values({ desk, seen: 0 })
      .onConflict((c) => c.column("desk").doNothing())
      .execute();
    const { numUpdatedRows } = await tx
      .updateTable("watched")
      .set({ seen: version })
      .where("desk", "=", desk)
      .where("seen", "=", seen)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await tx
      .updateTable("follower")
      .set({ due: dueFrom(database, time) })
      .where((e) =>
        e.exists(
          e
            .selectFrom("desk_key")
            .whereRef("desk_key.platform", "=", "follower.platform")
            .whereRef("desk_key.external", "=", "follower.place")
            .where("desk_key.desk", "=", desk)
            .select("desk_key.desk"),
        ),
      )
      .where("due", "is", null)
      .execute();
    return true;
  });
}

/** The shipped library went on: it lies beneath every desk. */
export function advanceLibrary(
  database: Database,
  time: DatabaseTime,
  library: number,
  version: number,
): Promise<boolean> {
  return database.write(async (tx) => {
    const before = await tx.selectFrom("watched").where("desk", "=", library).select("seen").executeTakeFirst();
    await tx
      .insertInto("watched")
      .values({ desk: library, seen: 0 })
      .onConflict((c) => c.column("desk").doNothing())
      .execute();
    const { numUpdatedRows } = await tx
      .updateTable("watched")
      .set({ seen: version })
      .where("desk", "=", library)
      .where("seen", "<", version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n || before === undefined) return false;
    await tx.updateTable("shown").set({ fresh: 1 }).execute();
    await tx
      .updateTable("follower")
      .set({ due: dueFrom(database, time) })
      .where("due", "is", null)
      .execute();
    return true;
  });
}

// SQLite calls the greater of two values max, PostgreSQL greatest; told + an hour is computed from text on both.
function dueFrom(database: Database, time: DatabaseTime) {
  const soon = time.in(GATHER);
  if (database.engine.name === "sqlite") {
    return sql<string>`max(${soon}, coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', told, '+1 hour'), ''))`;
  }
  return sql<string>`greatest(${soon}, coalesce(to_char((told::timestamptz + ${HOUR} * interval '1 millisecond')
    at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''))`;
}
