import { sql, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

// SQLite's `insert or replace` deletes the old row without asking its delete trigger (sqlite.org/lang_conflict.html),
// and so could change a revision; PostgreSQL has no such statement.
export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  if (engine === "postgres") return;
  await sql
    .raw(
      `create trigger revision_no_replace before insert on revision
       when exists (select 1 from revision where desk = new.desk and number = new.number)
       begin select raise(abort, 'a revision is never changed or deleted'); end`,
    )
    .execute(db);
}
