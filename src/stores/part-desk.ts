import type { Transaction } from "kysely";
import type { DeskKey } from "#core/desk/store.ts";
import { linkHash } from "./chain.ts";
import type { Database } from "./sql/database.ts";
import { stored, type Tables } from "./sql/schema.ts";

// SQLite takes at most 32,766 parameters in a statement (sqlite.org/limits.html); a revision has eleven.
const PAGE = 500;

/**
 * Gives one of a desk's keys a desk of its own that begins as a copy: all revisions under the same numbers, and what
 * was shown in the key's workspace. Returns its number; undefined where the key is the desk's only one.
 */
export function partDesk(database: Database, key: DeskKey, at: Temporal.Instant): Promise<number | undefined> {
  return database.write(async (tx) => {
    const mine = tx.selectFrom("desk_key").where("platform", "=", key.platform).where("external", "=", key.id);
    const led = await mine.select("desk").executeTakeFirst();
    if (led === undefined) return undefined;
    // The row lock keeps an append from falling between the copy and the new key.
    const row = tx.selectFrom("desk").where("id", "=", led.desk).select(["id", "version"]);
    const old = await (database.engine.name === "postgres" ? row.forUpdate() : row).executeTakeFirstOrThrow();
    const keys = await tx.selectFrom("desk_key").where("desk", "=", old.id).select("external").limit(2).execute();
    if (keys.length < 2) return undefined;
    const { id } = await tx
      .insertInto("desk")
      .values({ version: old.version })
      .returning("id")
      .executeTakeFirstOrThrow();
    await copyRevisions(tx, old.id, id);
    await tx
      .updateTable("desk_key")
      .set({ desk: id, since: stored(at) })
      .where("platform", "=", key.platform)
      .where("external", "=", key.id)
      .execute();
    await moveShown(tx, key, old.id, id);
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
      .limit(PAGE)
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
