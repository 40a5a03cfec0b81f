import { sql, type CreateTableBuilder, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

// The triggers make append-only a rule of the database: whoever comes by another way than this program cannot change a
// revision either.
const SQLITE_FIXED = ["update", "delete"].map(
  (deed) =>
    `create trigger revision_no_${deed} before ${deed} on revision begin select raise(abort, 'a revision is never changed or deleted'); end`,
);
const POSTGRES_FIXED = [
  `create function revision_fixed() returns trigger language plpgsql as
   $$ begin raise exception 'a revision is never changed or deleted'; end $$`,
  `create trigger revision_no_change before update or delete on revision for each row execute function revision_fixed()`,
  `create trigger revision_no_truncate before truncate on revision execute function revision_fixed()`,
];

export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  const lite = engine === "sqlite";
  const table = (name: string): CreateTableBuilder<string> => {
    const made = db.schema.createTable(name);
    return lite ? made.modifyEnd(sql`strict`) : made;
  };
  const identity = (name: string): CreateTableBuilder<string> =>
    table(name).addColumn("id", "integer", (c) => (lite ? c.primaryKey() : c.primaryKey().generatedAlwaysAsIdentity()));

  await identity("desk")
    .addColumn("version", "integer", (c) => c.notNull())
    .execute();
  await table("desk_key")
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("external", "text", (c) => c.notNull())
    .addColumn("desk", "integer", (c) => c.notNull().references("desk.id"))
    .addColumn("since", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("desk_key_pk", ["platform", "external"])
    .execute();
  await db.schema.createIndex("desk_key_desk").on("desk_key").column("desk").execute();
  await identity("author")
    .addColumn("desk", "integer", (c) => c.notNull().references("desk.id"))
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("external", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addUniqueConstraint("author_once", ["desk", "platform", "external"])
    .execute();
  await table("revision")
    .addColumn("desk", "integer", (c) => c.notNull().references("desk.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("batch", "integer", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("after", "text")
    .addColumn("why", "text")
    .addColumn("undoes", "integer")
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("author", "integer", (c) => c.notNull().references("author.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("revision_pk", ["desk", "number"])
    .execute();
  await table("miss")
    .addColumn("desk", "integer", (c) => c.notNull().references("desk.id"))
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("question", "text", (c) => c.notNull())
    .addColumn("times", "integer", (c) => c.notNull())
    .addColumn("first", "text", (c) => c.notNull())
    .addColumn("last", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("miss_pk", ["desk", "key"])
    .execute();
  await table("kept")
    .addColumn("scope", "text", (c) => c.notNull())
    .addColumn("token", "text", (c) => c.notNull())
    .addColumn("content", "text", (c) => c.notNull())
    .addColumn("until", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("kept_pk", ["scope", "token"])
    .execute();
  for (const statement of lite ? SQLITE_FIXED : POSTGRES_FIXED) await sql.raw(statement).execute(db);
}
