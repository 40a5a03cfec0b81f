import { setImmediate as breathe } from "node:timers/promises";
import { linkHash } from "./chain.ts";
import type { Database } from "./sql/database.ts";

// It is read and hashed in a few milliseconds: other calls hardly wait.
const PAGE = 500;

/**
 * Walks the chain of a desk's revisions page by page, and lets other work in before each page. See `Store.firstBroken`.
 */
export async function firstBroken(database: Database, desk: number): Promise<number | undefined> {
  // The version comes first: what is appended meanwhile makes more revisions than it says, never fewer.
  const { version } = await database.read((db) =>
    db
      .selectFrom("desk")
      .where("id", "=", desk)
      .select("version")
      .executeTakeFirstOrThrow(() => new TypeError(`there is no desk ${desk}`)),
  );
  let number = 0;
  for (let before = ""; ;) {
    await breathe();
    const from = number;
    const rows = await database.read((db) =>
      db
        .selectFrom("revision")
        .where("desk", "=", desk)
        .where("number", ">", from)
        .orderBy("number")
        .limit(PAGE)
        .selectAll()
        .execute(),
    );
    for (const row of rows) {
      number += 1;
      if (row.number !== number || linkHash(before, row) !== row.hash) return number;
      before = row.hash;
    }
    if (rows.length < PAGE) return number < version ? number + 1 : undefined;
  }
}
