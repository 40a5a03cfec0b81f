import { sql, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

/**
 * What only grew has an end: messages know since when they are remembered, texts are found by when they are over.
 * `walk`: how far the messages were gone through since the library changed.
 */
export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  // A constant of now: neither database writes the rows that are there again for it.
  const now = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
  await db.schema
    .alterTable("shown")
    .addColumn("at", "text", (c) => c.notNull().defaultTo(sql.lit(now)))
    .execute();
  await db.schema.createIndex("shown_at").on("shown").column("at").execute();
  await db.schema.createIndex("kept_until").on("kept").column("until").execute();
  await db.schema.createIndex("job_made").on("job").column("made").execute();
  const walk = db.schema
    .createTable("walk")
    .addColumn("desk", "integer", (c) => c.notNull())
    .addColumn("after", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("walk_pk", ["desk"]);
  await (engine === "sqlite" ? walk.modifyEnd(sql`strict`) : walk).execute();
}
