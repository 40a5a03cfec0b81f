import type { Kysely } from "kysely";

/** Leads from a subject to its revisions: what a desk holds is read without its whole history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex("revision_subject").on("revision").columns(["desk", "subject", "number"]).execute();
}
