import type { Database } from "./sql/database.ts";
import { stored } from "./sql/schema.ts";

export async function putText(
  database: Database,
  scope: string,
  token: string,
  content: string,
  until: Temporal.Instant,
): Promise<void> {
  await database.writeAside(async (tx) => {
    const row = { content, until: stored(until) };
    await tx
      .insertInto("kept")
      .values({ scope, token, ...row })
      .onConflict((c) => c.columns(["scope", "token"]).doUpdateSet(row))
      .execute();
  });
}

export function getText(
  database: Database,
  scope: string,
  token: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  return database.read(async (db) => {
    const row = await db
      .selectFrom("kept")
      .where("scope", "=", scope)
      .where("token", "=", token)
      .where("until", ">", stored(now))
      .select("content")
      .executeTakeFirst();
    return row?.content;
  });
}

export function tokensOf(database: Database, scope: string, now: Temporal.Instant): Promise<readonly string[]> {
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("kept")
      .where("scope", "=", scope)
      .where("until", ">", stored(now))
      .orderBy("token")
      .select("token")
      .execute();
    return rows.map(({ token }) => token);
  });
}

/** Deletes and returns in one statement, so that of several who ask at once one gets it. What is over goes with it. */
export function popText(
  database: Database,
  scope: string,
  token: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  return database.write(async (tx) => {
    const row = await tx
      .deleteFrom("kept")
      .where("scope", "=", scope)
      .where("token", "=", token)
      .returning(["content", "until"])
      .executeTakeFirst();
    await tx.deleteFrom("kept").where("until", "<=", stored(now)).execute();
    return row !== undefined && row.until > stored(now) ? row.content : undefined;
  });
}
