import type { Transaction } from "kysely";
import type { DeskKey } from "#core/desk/store.ts";
import { insert, lockedVersion, ROWS_A_STATEMENT, type Appending } from "./append.ts";
import { linkHash } from "./chain.ts";
import { leadKey } from "./desk-rows.ts";
import type { Database } from "./sql/database.ts";
import type { Tables } from "./sql/schema.ts";

/**
 * Gives one of a desk's keys a desk of its own that begins as a copy, once these changes are appended: all revisions
 * under the same numbers, and what was shown in the key's workspace. Returns its number; undefined where the key is the
 * desk's only one.
 */
export function partDesk(
  database: Database,
  key: DeskKey,
  { by, at, changes }: Pick<Appending, "by" | "at" | "changes">,
): Promise<number | undefined> {
  return database.write(async (tx) => {
    const mine = tx.selectFrom("desk_key").where("platform", "=", key.platform).where("external", "=", key.id);
    const led = await mine.select("desk").executeTakeFirst();
    if (led === undefined) return undefined;
    // The row lock keeps an append from falling between the copy and the new key.
    const base = await lockedVersion(tx, led.desk, database.engine.name);
    const keys = await tx.selectFrom("desk_key").where("desk", "=", led.desk).select("external").limit(2).execute();
    if (keys.length < 2) return undefined;
    await insert(tx, { desk: led.desk, base, by, at, changes });
    const version = base + changes.length;
    const { id } = await tx.insertInto("desk").values({ version }).returning("id").executeTakeFirstOrThrow();
    await copyRevisions(tx, led.desk, id);
    await leadKey(tx, key, id, at);
    await moveShown(tx, key, led.desk, id);
    return id;
  });
}

// A hash covers the number of the author's row, and that is another one in the copy.
async function copyRevisions(tx: Transaction<Tables>, from: number, to: number): Promise<void> {
  const authors = new Map<number, number>();
  for (const { id, desk: _, ...author } of await tx
    .selectFrom("author")
    .where("desk", "=", from)
    .selectAll()
    .orderBy("id")
    .execute()) {
    const copy = await tx
      .insertInto("author")
      .values({ ...author, desk: to })
      .returning("id")
      .executeTakeFirstOrThrow();
    authors.set(id, copy.id);
  }
  let hash = "";
  for (let after = 0; ;) {
    const page = await tx
      .selectFrom("revision")
      .where("desk", "=", from)
      .where("number", ">", after)
      .orderBy("number")
      .limit(ROWS_A_STATEMENT)
      .selectAll()
      .execute();
    const last = page.at(-1);
    if (last === undefined) return;
    const copies = page.map((revision) => {
      const copy = { ...revision, desk: to, author: authors.get(revision.author) ?? revision.author };
      hash = linkHash(hash, copy);
      return { ...copy, hash };
    });
    await tx.insertInto("revision").values(copies).execute();
    after = last.number;
  }
}

/** What was shown in the workspace, and up to where it was compared, is the new desk's. */
async function moveShown(tx: Transaction<Tables>, key: DeskKey, from: number, to: number): Promise<void> {
  const shown = tx
    .selectFrom("shown")
    .where("desk", "=", from)
    .where("platform", "=", key.platform)
    .where("place", "=", key.id);
  await tx
    .updateTable("shown_fact")
    .set({ desk: to })
    .where("desk", "=", from)
    .where("shown", "in", shown.select("id"))
    .execute();
  await tx
    .updateTable("shown")
    .set({ desk: to })
    .where("desk", "=", from)
    .where("platform", "=", key.platform)
    .where("place", "=", key.id)
    .execute();
  const seen = await tx.selectFrom("watched").where("desk", "=", from).select("seen").executeTakeFirst();
  if (seen !== undefined) await tx.insertInto("watched").values({ desk: to, seen: seen.seen }).execute();
}
