import { sql } from "kysely";
import type { Miss } from "#core/desk/store.ts";
import type { Database } from "./sql/database.ts";
import { MISS_ROW, stored } from "./sql/schema.ts";

export function countMiss(
  database: Database,
  desk: number,
  key: string,
  question: string,
  at: Temporal.Instant,
): Promise<void> {
  return database.writeAside(async (tx) => {
    const now = stored(at);
    await tx
      .insertInto("miss")
      .values({ desk, key, question, times: 1, first: now, last: now })
      .onConflict((c) => c.columns(["desk", "key"]).doUpdateSet({ times: sql`miss.times + 1`, question, last: now }))
      .execute();
  });
}

export function missesOf(database: Database, desk: number, most: number): Promise<readonly Miss[]> {
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("miss")
      .where("desk", "=", desk)
      .orderBy("times", "desc")
      .orderBy("last", "desc")
      .orderBy("key")
      .limit(most)
      .selectAll()
      .execute();
    return rows.map((row) => MISS_ROW.parse(row));
  });
}

export function dropMiss(database: Database, desk: number, key: string): Promise<void> {
  return database.write(async (tx) => {
    await tx.deleteFrom("miss").where("desk", "=", desk).where("key", "=", key).execute();
  });
}
