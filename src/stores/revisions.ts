import { setImmediate as breathe } from "node:timers/promises";
import { WHOLE_KINDS } from "#core/desk/heads.ts";
import { defined } from "#core/text/defined.ts";
import { REVISION_KINDS, type Author, type Revision, type RevisionKind } from "#core/desk/store.ts";
import type { Database } from "./sql/database.ts";
import type { Engine } from "./sql/engine.ts";
import type { Tables } from "./sql/schema.ts";

// They are read and checked in a few milliseconds: other calls hardly wait.
const PAGE = 1000;
const MOST = 2;

/** Page by page, with other work in between: what was appended never changes. */
export async function readRevisions(database: Database, desk: number, after: number): Promise<readonly Revision[]> {
  const read = reader(database);
  const all: Revision[] = [];
  for (let from = after; ;) {
    const rows = await pageAfter(database, desk, from);
    for (const revision of await read(rows)) all.push(revision);
    if (rows.length < PAGE) return all;
    from = all.at(-1)?.number ?? from;
    await breathe();
  }
}

/** See `Store.heads`: as of one version, however much is appended while it reads. */
export async function readHeads(database: Database, desk: number): Promise<readonly Revision[]> {
  const read = reader(database);
  const first = await pageAfter(database, desk, 0);
  // So few are all there is, and were read at once.
  if (first.length < PAGE) return read(first);
  const version = await versionOf(database, desk);
  // Where most of a desk's revisions are heads, all of them are read faster.
  if ((await subjectsOf(database, desk, version)) * MOST > version) return readRevisions(database, desk, 0);
  const all = new Map<number, Revision>();
  const keep = async (rows: readonly Row[]): Promise<void> => {
    for (const revision of await read(rows)) all.set(revision.number, revision);
  };
  const kinds = await database.read((db) =>
    rowsOf(db, desk)
      .where("number", "<=", version)
      .where((e) => e.or(WHOLE_KINDS.map((kind) => e("subject", "like", `${kind}/%`))))
      .execute(),
  );
  await keep(kinds);
  for (let subject: string | undefined = ""; subject !== undefined;) {
    await breathe();
    const from: string = subject;
    const last = await database.read((db) => endsAfter(db, desk, version, from, "last").execute());
    const first = await database.read((db) => endsAfter(db, desk, version, from, "first").execute());
    await keep([...first, ...last]);
    subject = last.at(-1)?.subject;
  }
  return [...all.values()].toSorted((a, b) => a.number - b.number);
}

export function versionOf(database: Database, desk: number): Promise<number> {
  return database.read(async (db) => {
    const row = await db.selectFrom("desk").where("id", "=", desk).select("version").executeTakeFirst();
    if (row === undefined) throw new TypeError(`there is no desk ${desk}`);
    return row.version;
  });
}

function subjectsOf(database: Database, desk: number, version: number): Promise<number> {
  return database.read(async (db) => {
    const subjects = db
      .selectFrom("revision")
      .where("desk", "=", desk)
      .where("number", "<=", version)
      .select("subject")
      .distinct();
    const { count } = await db
      .selectFrom(subjects.as("subjects"))
      .select((e) => e.fn.countAll<number | string>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  });
}

function pageAfter(database: Database, desk: number, number: number) {
  return database.read((db) => rowsOf(db, desk).where("number", ">", number).orderBy("number").limit(PAGE).execute());
}

// Its types are those of the columns: SQLite's tables are strict.
type Row = Pick<Tables["revision"], (typeof COLUMNS)[number]>;
const COLUMNS = ["number", "batch", "subject", "kind", "after", "why", "undoes", "at", "author"] as const;

function rowsOf(db: Engine["db"], desk: number) {
  return db.selectFrom("revision").where("desk", "=", desk).select(COLUMNS);
}

/**
 * The last revisions of the next subjects, in the order that the database has for subjects; or their first ones, where
 * they are others.
 */
function endsAfter(db: Engine["db"], desk: number, version: number, subject: string, end: "first" | "last") {
  const next = db
    .selectFrom("revision")
    .where("desk", "=", desk)
    .where("number", "<=", version)
    .where("subject", ">", subject)
    .groupBy("subject")
    .orderBy("subject")
    .limit(PAGE)
    .select((e) => [e.fn.min("number").as("first"), e.fn.max("number").as("last")]);
  // In this order: SQLite would look through `next` for each of the desk's revisions.
  return db
    .selectFrom(next.as("next"))
    .crossJoin("revision")
    .where("revision.desk", "=", desk)
    .whereRef("revision.number", "=", `next.${end}`)
    .$if(end === "first", (q) => q.whereRef("next.first", "<", "next.last"))
    .select(COLUMNS)
    .orderBy("subject");
}

/**
 * Reads rows, each checked. Those made at one instant, or by one author, share it: an author is asked for once, as the
 * names of all rows would be many strings to read and to throw away.
 */
function reader(database: Database): (rows: readonly Row[]) => Promise<readonly Revision[]> {
  const instants = new Map<string, Temporal.Instant>();
  const authors = new Map<number, Author>();
  const instant = (text: string): Temporal.Instant => {
    const at = instants.get(text) ?? Temporal.Instant.from(text);
    instants.set(text, at);
    return at;
  };
  const read = ({ number, batch, subject, kind, after, why, undoes, at, author }: Row): Revision => {
    const known = KINDS.get(kind);
    const by = authors.get(author);
    if (known === undefined || by === undefined)
      throw new TypeError(`a revision of the kind ${kind}, by ${author}: a defect or a damaged database`);
    const revision = { number, batch, subject, kind: known, after, at: instant(at), by };
    // Thousands are read at once; few of them have either.
    return why === null && undoes === null
      ? revision
      : { ...revision, ...defined({ why: why ?? undefined, undoes: undoes ?? undefined }) };
  };
  return async (rows) => {
    const unknown = [...new Set(rows.map((row) => row.author))].filter((id) => !authors.has(id));
    if (unknown.length > 0)
      for (const { id, platform, external, name } of await authorRows(database, unknown))
        authors.set(id, { platform, id: external, name });
    return rows.map(read);
  };
}

function authorRows(database: Database, ids: readonly number[]) {
  return database.read((db) => db.selectFrom("author").where("id", "in", ids).selectAll().execute());
}

const KINDS: ReadonlyMap<string, RevisionKind> = new Map(REVISION_KINDS.map((kind) => [kind, kind]));
