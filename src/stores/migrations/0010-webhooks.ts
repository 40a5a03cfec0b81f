import { sql, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

/** Where programs are told of changes. A row is deleted with its secret when the webhook is removed. */
export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  const made = db.schema
    .createTable("webhook")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("address", "text", (c) => c.notNull())
    .addColumn("secret", "text", (c) => c.notNull())
    .addColumn("owner", "text", (c) => c.notNull())
    .addColumn("since", "text", (c) => c.notNull())
    .addColumn("off", "text")
    .addColumn("last_at", "text")
    .addColumn("last_why", "text")
    .addColumn("made", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("webhook_pk", ["id"]);
  await (engine === "sqlite" ? made.modifyEnd(sql`strict`) : made).execute();
  await db.schema.createIndex("webhook_place").on("webhook").columns(["platform", "place"]).execute();
}
