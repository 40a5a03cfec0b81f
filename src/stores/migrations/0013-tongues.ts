import type { Kysely } from "kysely";

/** The language that a follower is written to in, and that of a moderators' channel; English where there is none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("follower").addColumn("tongue", "text").execute();
  await db.schema.alterTable("inbox").addColumn("tongue", "text").execute();
}
