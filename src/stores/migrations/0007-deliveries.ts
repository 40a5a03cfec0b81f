import { sql, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

/** What platforms delivered lately, under their own ids: the primary key decides which process does it. */
export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  const made = db.schema
    .createTable("delivery")
    .addColumn("id", "text", (c) => c.notNull())
    // Tells the claim of one process from another's.
    .addColumn("claim", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("delivery_pk", ["id"]);
  await (engine === "sqlite" ? made.modifyEnd(sql`strict`) : made).execute();
  await db.schema.createIndex("delivery_at").on("delivery").column("at").execute();
}
