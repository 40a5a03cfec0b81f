import { sql, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

// A job's kind and the id of its subject were one column, `work`: `digest/d1`, or `notice/digest/d1` for a notice about
// that digest.
const ID = `case kind when 'notice' then substr(work, length('notice/digest/') + 1) else substr(work, length(kind) + 2) end`;

/**
 * `errand` becomes `job`, with its kind and id as columns of their own, under new names. It is a new table, as SQLite
 * cannot change a primary key. Every row is kept, with the key that marks its message on the platform.
 */
export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  const made = db.schema
    .createTable("job")
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("sequence", "text", (c) => c.notNull())
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("target", "text", (c) => c.notNull())
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("fence", "integer", (c) => c.notNull())
    // When it is to be worked on next; under a lease, when that ends; null once all is done.
    .addColumn("run_at", "text")
    .addColumn("payload", "text")
    .addColumn("on_demand", "integer", (c) => c.notNull())
    .addColumn("missed", "integer", (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull())
    .addColumn("first_at", "text")
    .addColumn("sending_at", "text")
    .addColumn("posting", "text")
    .addColumn("why", "text")
    .addColumn("made", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("job_pk", ["kind", "id", "sequence"]);
  await (engine === "sqlite" ? made.modifyEnd(sql`strict`) : made).execute();
  await sql
    .raw(
      `insert into job (kind, id, sequence, platform, target, key, state, fence, run_at, payload, on_demand, missed, attempts,
                        first_at, sending_at, posting, why, made)
       select kind, ${ID}, slot, platform, target, key, case state when 'claimed' then 'leased' else state end, fence, wake, payload,
              asked, missed, rounds, first_at, sending_at, posting, why, made from errand`,
    )
    .execute(db);
  await db.schema.dropTable("errand").execute();
  await db.schema.createIndex("job_run_at").on("job").columns(["platform", "run_at"]).execute();
  await db.schema.createIndex("job_key").on("job").column("key").unique().execute();
  await db.schema.alterTable("digest").renameColumn("last_slot", "last_at").execute();
}
