import type { Transaction } from "kysely";
import type { DeskKey } from "#core/desk/store.ts";
import type { Database } from "./sql/database.ts";
import { stored, type Tables } from "./sql/schema.ts";

export async function deskOf(database: Database, key: DeskKey, at: Temporal.Instant): Promise<number> {
  const find = (): Promise<{ desk: number } | undefined> =>
    database.read((db) =>
      db
        .selectFrom("desk_key")
        .where("platform", "=", key.platform)
        .where("external", "=", key.id)
        .select("desk")
        .executeTakeFirst(),
    );
  const known = await find();
  if (known !== undefined) return known.desk;
  const made = await database.writeAside(async (tx) => {
    const { id } = await tx.insertInto("desk").values({ version: 0 }).returning("id").executeTakeFirstOrThrow();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("desk_key")
      .values({ platform: key.platform, external: key.id, desk: id, since: stored(at) })
      .onConflict((c) => c.columns(["platform", "external"]).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return id;
    // Somebody else met it first; their desk is the one.
    await tx.deleteFrom("desk").where("id", "=", id).execute();
    return undefined;
  });
  const desk = made ?? (await find())?.desk;
  if (desk === undefined) throw new Error(`no desk was made for ${key.platform} ${key.id}`);
  return desk;
}

export function readDesks(database: Database, after: number, most: number): Promise<readonly number[]> {
  return database.read(async (db) => {
    const rows = await db.selectFrom("desk").where("id", ">", after).orderBy("id").limit(most).select("id").execute();
    return rows.map(({ id }) => id);
  });
}

export function keysOf(database: Database, desk: number): Promise<readonly DeskKey[]> {
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("desk_key")
      .where("desk", "=", desk)
      .orderBy("since")
      .orderBy("platform")
      .orderBy("external")
      .select(["platform", "external"])
      .execute();
    return rows.map((r) => ({ platform: r.platform, id: r.external }));
  });
}

export function leadTo(database: Database, key: DeskKey, desk: number, at: Temporal.Instant): Promise<void> {
  return database.write((tx) => leadKey(tx, key, desk, at));
}

export async function leadKey(
  tx: Transaction<Tables>,
  key: DeskKey,
  desk: number,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto("desk_key")
    .values({ platform: key.platform, external: key.id, desk, since: stored(at) })
    .onConflict((c) => c.columns(["platform", "external"]).doUpdateSet({ desk, since: stored(at) }))
    .execute();
}
