import type { Revision } from "#core/desk/store.ts";
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
