import { sql, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

/**
 * The channel of a workspace where suggestions and questions without an answer arrive: `since` is up to when questions
 * were told, `trouble` why nothing can be posted. A follower has a `trouble` too. What was decided of suggestions is
 * found by an index of its own, however much else a desk has.
 */
export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  const inbox = db.schema
    .createTable("inbox")
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("channel", "text", (c) => c.notNull())
    .addColumn("owner", "text", (c) => c.notNull())
    .addColumn("since", "text", (c) => c.notNull())
    .addColumn("trouble", "text")
    .addPrimaryKeyConstraint("inbox_pk", ["platform", "place"]);
  await (engine === "sqlite" ? inbox.modifyEnd(sql`strict`) : inbox).execute();
  await db.schema.alterTable("follower").addColumn("trouble", "text").execute();
  await sql`create index revision_suggestion on revision (desk, number) where kind in ('suggest', 'approve', 'decline')`.execute(
    db,
  );
}
