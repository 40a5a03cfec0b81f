import type { Kysely } from "kysely";

/** The language that the owner of a webhook and of a moderators' channel is told in; English where there is none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("webhook").addColumn("tongue", "text").execute();
  await db.schema.alterTable("inbox").addColumn("owner_tongue", "text").execute();
}
