import { sql, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

/** Which process does which part of a work that several share. `offered`, `begun`: 0 or 1. */
export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  const work = db.schema
    .createTable("shared_work")
    .addColumn("work", "text", (c) => c.notNull())
    .addColumn("parts", "integer", (c) => c.notNull())
    .addColumn("turns", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("shared_work_pk", ["work"]);
  const sharer = db.schema
    .createTable("sharer")
    .addColumn("work", "text", (c) => c.notNull())
    .addColumn("process", "text", (c) => c.notNull())
    .addColumn("until", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("sharer_pk", ["work", "process"]);
  const share = db.schema
    .createTable("share")
    .addColumn("work", "text", (c) => c.notNull())
    .addColumn("part", "integer", (c) => c.notNull())
    .addColumn("process", "text", (c) => c.notNull())
    .addColumn("until", "text", (c) => c.notNull())
    .addColumn("offered", "integer", (c) => c.notNull())
    .addColumn("begun", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("share_pk", ["work", "part"]);
  for (const table of [work, sharer, share])
    await (engine === "sqlite" ? table.modifyEnd(sql`strict`) : table).execute();
}
