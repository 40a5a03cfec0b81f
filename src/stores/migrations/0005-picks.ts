import { sql, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  const made = db.schema
    .createTable("pick")
    .addColumn("desk", "integer", (c) => c.notNull().references("desk.id"))
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("target", "text", (c) => c.notNull())
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("spelling", "text", (c) => c.notNull())
    .addColumn("question", "text", (c) => c.notNull())
    .addColumn("times", "integer", (c) => c.notNull())
    .addColumn("last", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("pick_pk", ["desk", "key"]);
  await (engine === "sqlite" ? made.modifyEnd(sql`strict`) : made).execute();
}
