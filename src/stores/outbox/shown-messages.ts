import type { Posting } from "#core/reply/posting.ts";
import { sql, type RawBuilder, type Transaction } from "kysely";
import type { NewJob } from "#core/outbox/job.ts";
import type { ShownMessage } from "#core/outbox/shown-message.ts";
import type { Quoted, Reply } from "#core/reply/reply.ts";
import type { Payload } from "#core/outbox/payload.ts";
import { LIBRARY_KEY, type DeskKey } from "#core/desk/store.ts";
import type { Database } from "#stores/sql/database.ts";
import type { Engine } from "#stores/sql/engine.ts";
import type { Tables } from "#stores/sql/schema.ts";
import type { ShownRow } from "#stores/sql/outbox-tables.ts";
import type { DatabaseTime } from "./database-time.ts";
import { insertJobs } from "./job-row.ts";

/** A message to remember. `fresh`: whether it is to be compared with its desk, 1 or 0; it is where nothing is said. */
interface Remembered {
  readonly platform: string;
  readonly posting: Posting;
  readonly desk: number;
  readonly facts: readonly Quoted[];
  readonly reply?: Reply | undefined;
  readonly fresh?: RawBuilder<number>;
}

/** Remembers messages in place of what they said before. One that quotes nothing is not remembered. */
export async function rememberShown(
  tx: Transaction<Tables>,
  time: DatabaseTime,
  messages: readonly Remembered[],
): Promise<void> {
  const quoting = messages.filter(({ facts }) => facts.length > 0);
  if (quoting.length === 0) return;
  const rows = await tx
    .insertInto("shown")
    .values(
      quoting.map(({ platform, posting: { workspace, channel, message }, desk, reply, fresh = sql.lit(1) }) => ({
        platform,
        place: workspace,
        channel,
        message,
        desk,
        fresh,
        times: 1,
        at: time.now,
        reply: reply === undefined ? null : JSON.stringify(reply),
      })),
    )
    .onConflict((c) =>
      c.columns(["platform", "channel", "message"]).doUpdateSet((e) => ({
        desk: e.ref("excluded.desk"),
        reply: e.ref("excluded.reply"),
        fresh: e.ref("excluded.fresh"),
        times: sql<number>`shown.times + 1`,
      })),
    )
    .returning(["id", "times", "platform", "channel", "message"])
    .execute();
  // What is remembered for the first time, as every digest is, has none yet.
  await dropFacts(
    tx,
    rows.flatMap(({ id, times }) => (times > 1 ? [id] : [])),
  );
  const idOf = ({ platform, posting: { channel, message } }: Remembered) =>
    rows.find((r) => r.platform === platform && r.channel === channel && r.message === message)?.id ?? 0;
  await writeFacts(
    tx,
    quoting.map((one) => ({ shown: idOf(one), desk: one.desk, facts: one.facts })),
  );
}

/**
 * Whether a message is to be compared: not where desk and library still are what it was composed from. The locks keep
 * them so until the message is remembered: what changes later is compared with it.
 */
export function freshIn(engine: Engine["name"], { desk, version, library }: Payload): RawBuilder<number> {
  if (library === undefined) return sql.lit(1);
  const lock = engine === "postgres" ? sql`for share` : sql``;
  return sql`case when (select version from desk where id = ${desk} ${lock}) = ${version}
    and (select version from desk where id = (select desk from desk_key where platform = ${LIBRARY_KEY.platform}
      and external = ${LIBRARY_KEY.id}) ${lock}) = ${library} then 0 else 1 end`;
}

async function dropFacts(tx: Transaction<Tables>, shown: readonly number[]): Promise<void> {
  if (shown.length === 0) return;
  await tx
    .deleteFrom("shown_fact")
    .where("shown", "in", [...shown])
    .execute();
}

async function writeFacts(
  tx: Transaction<Tables>,
  of: readonly { readonly shown: number; readonly desk: number; readonly facts: readonly Quoted[] }[],
): Promise<void> {
  const rows = of.flatMap(({ shown, desk, facts }) =>
    [...new Map(facts.map((f) => [f.id, f])).values()].map((f) => ({
      shown,
      desk,
      fact: f.id,
      quoted: JSON.stringify(f),
    })),
  );
  for (let i = 0; i < rows.length; i += 500) {
    await tx
      .insertInto("shown_fact")
      .values(rows.slice(i, i + 500))
      .execute();
  }
}

/**
 * Remembers how a message reads after a correction. It is compared again, as the desk may have changed while the
 * correction was sent.
 */
export async function rewriteShown(tx: Transaction<Tables>, id: number, reply: Reply): Promise<void> {
  const row = await tx
    .updateTable("shown")
    .set({ reply: JSON.stringify(reply), fresh: 1 })
    .where("id", "=", id)
    .returning("desk")
    .executeTakeFirst();
  if (row === undefined) return;
  await dropFacts(tx, [id]);
  await writeFacts(tx, [{ shown: id, desk: row.desk, facts: reply.facts }]);
}

export async function countQuoting(database: Database, workspace: DeskKey, fact: string): Promise<number> {
  const row = await database.read((db) =>
    db
      .selectFrom("shown_fact")
      .innerJoin("desk_key", "desk_key.desk", "shown_fact.desk")
      .where("desk_key.platform", "=", workspace.platform)
      .where("desk_key.external", "=", workspace.id)
      .where("fact", "=", fact)
      .select((e) => e.fn.countAll<number | string>().as("times"))
      .executeTakeFirstOrThrow(),
  );
  return Number(row.times);
}

/**
 * Messages with an id over `after` that quote one of the facts or are fresh, the oldest first, each with all of its
 * facts.
 */
export function readQuoting(
  database: Database,
  desk: number,
  facts: readonly string[],
  after: number,
  most: number,
): Promise<readonly ShownMessage[]> {
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("shown")
      .where("desk", "=", desk)
      .where("id", ">", after)
      .where((e) =>
        e.or([
          e("fresh", "=", 1),
          ...(facts.length === 0
            ? []
            : [
                e(
                  "id",
                  "in",
                  e
                    .selectFrom("shown_fact")
                    .where("desk", "=", desk)
                    .where("fact", "in", [...facts])
                    .select("shown"),
                ),
              ]),
        ]),
      )
      .orderBy("id")
      .limit(most)
      .selectAll()
      .execute();
    return withFacts(db, rows);
  });
}

export function readShown(database: Database, id: number): Promise<ShownMessage | undefined> {
  return database.read(async (db) => {
    const rows = await db.selectFrom("shown").where("id", "=", id).selectAll().execute();
    return (await withFacts(db, rows))[0];
  });
}

async function withFacts(db: Database["engine"]["db"], rows: readonly ShownRow[]): Promise<readonly ShownMessage[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((r) => r.id);
  const facts = await db.selectFrom("shown_fact").where("shown", "in", ids).select(["shown", "quoted"]).execute();
  return rows.map(({ id, desk, platform, place, channel, message, times, reply }) => ({
    id,
    desk,
    platform,
    workspace: place,
    channel,
    message,
    times,
    ...(reply === null ? {} : { reply: JSON.parse(reply) as Reply }),
    facts: facts.filter((f) => f.shown === id).map((f) => JSON.parse(f.quoted) as Quoted),
  }));
}

export function makeCorrections(
  database: Database,
  time: DatabaseTime,
  jobs: readonly NewJob[],
  compared: readonly number[],
): Promise<void> {
  return database.write(async (tx) => {
    await insertJobs(tx, jobs, time.now);
    if (compared.length > 0) {
      await tx
        .updateTable("shown")
        .set({ fresh: 0 })
        .where("id", "in", [...compared])
        .execute();
    }
  });
}
