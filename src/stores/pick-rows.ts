import type { OfferPick } from "#core/lookup/offers.ts";
import { sql, type Kysely } from "kysely";
import { PICKS_MAX, type PickCount } from "#core/desk/store.ts";
import type { Database } from "./sql/database.ts";
import { PICK_ROW, stored, type Tables } from "./sql/schema.ts";

export function countPick(
  database: Database,
  desk: number,
  { key, of, id, spelling, question }: OfferPick,
  at: Temporal.Instant,
): Promise<void> {
  return database.writeAside(async (tx) => {
    const last = stored(at);
    await tx
      .insertInto("pick")
      .values({ desk, key, target: of, id, spelling, question, times: 1, last })
      .onConflict((c) => c.columns(["desk", "key"]).doUpdateSet({ times: sql`pick.times + 1`, question, last }))
      .execute();
    // Never the one just pressed, or nothing new would come to be counted on a full desk.
    const over = await inOrder(tx, desk)
      .where("key", "!=", key)
      .select("key")
      .offset(PICKS_MAX - 1)
      .limit(PICKS_MAX)
      .execute();
    for (const row of over) await tx.deleteFrom("pick").where("desk", "=", desk).where("key", "=", row.key).execute();
  });
}

/** The picks of a desk, the most pressed first. */
function inOrder(db: Kysely<Tables>, desk: number) {
  return db.selectFrom("pick").where("desk", "=", desk).orderBy("times", "desc").orderBy("last", "desc").orderBy("key");
}

export function picksOf(database: Database, desk: number, most: number): Promise<readonly PickCount[]> {
  return database.read(async (db) => {
    const rows = await inOrder(db, desk)
      .limit(most)
      .select(["key", "target", "id", "spelling", "question", "times", "last"])
      .execute();
    return rows.map((row) => PICK_ROW.parse(row));
  });
}

export function dropPick(database: Database, desk: number, key: string): Promise<void> {
  return database.write(async (tx) => {
    await tx.deleteFrom("pick").where("desk", "=", desk).where("key", "=", key).execute();
  });
}
