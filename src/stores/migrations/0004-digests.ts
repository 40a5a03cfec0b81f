import { sql, type CreateTableBuilder, type Kysely } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

type Columns = Readonly<Record<string, "text" | "text?" | "integer" | "integer?">>;

const TABLES: Readonly<Record<string, { readonly columns: Columns; readonly key: readonly string[] }>> = {
  digest: {
    columns: {
      id: "text",
      platform: "text",
      place: "text",
      channel: "text",
      thread: "text?",
      owner: "text",
      rule: "text",
      wants: "text",
      version: "integer",
      paused_by: "text?",
      paused_why: "text?",
      next: "text?",
      since: "text",
      missed: "integer",
      last_slot: "text?",
      last_state: "text?",
      last_why: "text?",
      made: "text",
    },
    key: ["id"],
  },
  errand: {
    columns: {
      work: "text",
      slot: "text",
      kind: "text",
      platform: "text",
      target: "text",
      key: "text",
      state: "text",
      fence: "integer",
      // When somebody is to look at it again: while it is claimed, the end of the lease; null once all is done.
      wake: "text?",
      payload: "text?",
      asked: "integer",
      missed: "integer",
      rounds: "integer",
      first_at: "text?",
      sending_at: "text?",
      posting: "text?",
      why: "text?",
      made: "text",
    },
    key: ["work", "slot"],
  },
  follower: {
    columns: {
      platform: "text",
      place: "text",
      person: "text",
      since: "text",
      due: "text?",
      told: "text?",
    },
    key: ["platform", "place", "person"],
  },
  follow: {
    columns: { platform: "text", place: "text", person: "text", topic: "text", made: "text" },
    key: ["platform", "place", "person", "topic"],
  },
  shown_fact: {
    columns: { shown: "integer", desk: "integer", fact: "text", quoted: "text" },
    key: ["shown", "fact"],
  },
  watched: { columns: { desk: "integer", seen: "integer" }, key: ["desk"] },
};

const INDICES: readonly (readonly [name: string, table: string, columns: readonly string[], unique?: true])[] = [
  ["digest_next", "digest", ["next"]],
  ["digest_place", "digest", ["platform", "place"]],
  ["errand_wake", "errand", ["platform", "wake"]],
  ["errand_key", "errand", ["key"], true],
  ["follower_due", "follower", ["due"]],
  ["shown_fact_desk", "shown_fact", ["desk", "fact"]],
  ["shown_message", "shown", ["platform", "channel", "message"], true],
  ["shown_fresh", "shown", ["fresh", "desk"]],
  ["shown_desk", "shown", ["desk", "id"]],
];

export async function up(db: Kysely<unknown>, engine: Engine["name"]): Promise<void> {
  const lite = engine === "sqlite";
  const table = (name: string): CreateTableBuilder<string> => {
    const made = db.schema.createTable(name);
    return lite ? made.modifyEnd(sql`strict`) : made;
  };
  for (const [name, { columns, key }] of Object.entries(TABLES)) {
    let made = table(name).addPrimaryKeyConstraint(`${name}_pk`, key as string[] as never[]);
    for (const [column, type] of Object.entries(columns)) {
      const kind = type.startsWith("text") ? "text" : "integer";
      made = made.addColumn(column, kind, (c) => (type.endsWith("?") ? c : c.notNull()));
    }
    await made.execute();
  }
  await table("shown")
    .addColumn("id", "integer", (c) => (lite ? c.primaryKey() : c.primaryKey().generatedAlwaysAsIdentity()))
    .addColumn("desk", "integer", (c) => c.notNull().references("desk.id"))
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("channel", "text", (c) => c.notNull())
    .addColumn("message", "text", (c) => c.notNull())
    .addColumn("reply", "text")
    // 1 until its facts were compared with what the desk holds: they may have been corrected while the message was on
    // its way.
    .addColumn("fresh", "integer", (c) => c.notNull())
    .addColumn("times", "integer", (c) => c.notNull())
    .execute();
  for (const [name, on, columns, unique] of INDICES) {
    const made = db.schema
      .createIndex(name)
      .on(on)
      .columns([...columns]);
    await (unique === true ? made.unique() : made).execute();
  }
}
