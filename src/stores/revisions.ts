import type { Revision } from "#core/desk/store.ts";
import { linkHash } from "./chain.ts";
import type { Database } from "./sql/database.ts";
import { REVISION_ROW } from "./sql/schema.ts";

export function readRevisions(database: Database, desk: number, after: number): Promise<readonly Revision[]> {
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("revision")
      .innerJoin("author", "author.id", "revision.author")
      .where("revision.desk", "=", desk)
      .where("number", ">", after)
      .orderBy("number")
      .select(["number", "batch", "subject", "kind", "after", "why", "undoes", "at", "platform", "external", "name"])
      .execute();
    return rows.map(revisionOf);
  });
}

function revisionOf(row: unknown): Revision {
  const { why, undoes, platform, external, name, ...rest } = REVISION_ROW.parse(row);
  return {
    ...rest,
    ...(why === null ? {} : { why }),
    ...(undoes === null ? {} : { undoes }),
    by: { platform, id: external, name },
  };
}

/**
 * The number of the first revision that does not follow from what is before it, or that is missing at the end; undefined where the whole
 * chain holds.
 */
export function brokenLink(database: Database, desk: number): Promise<number | undefined> {
  return database.read(async (db) => {
    // The version first: what is appended meanwhile makes more rows than it says, never fewer.
    const { version } = await db
      .selectFrom("desk")
      .where("id", "=", desk)
      .select("version")
      .executeTakeFirstOrThrow(() => new TypeError(`there is no desk ${desk}`));
    const rows = await db.selectFrom("revision").where("desk", "=", desk).orderBy("number").selectAll().execute();
    let before = "";
    for (const [i, row] of rows.entries()) {
      if (row.number !== i + 1 || linkHash(before, row) !== row.hash) return i + 1;
      before = row.hash;
    }
    return rows.length < version ? rows.length + 1 : undefined;
  });
}
