import { setTimeout as sleep } from "node:timers/promises";
import type { Transaction } from "kysely";
import {
  StoreUnavailable,
  type Appended,
  type Author,
  type Change,
  type DeskKey,
  type Revision,
} from "#core/desk/store.ts";
import { linkHash, type Link } from "./chain.ts";
import { leadKey } from "./desk-rows.ts";
import type { Database } from "./sql/database.ts";
import { stored, type Tables } from "./sql/schema.ts";

// SQLite takes at most 32,766 parameters in a statement (sqlite.org/limits.html); a revision has eleven.
export const ROWS_A_STATEMENT = 500;
const LOOKS = 3;

export interface Appending {
  readonly desk: number;
  readonly base: number;
  readonly by: Author;
  readonly at: Temporal.Instant;
  readonly changes: readonly Change[];
  /** A key that leads to the desk from then on. */
  readonly lead?: DeskKey;
}

/** Revisions that are written but for the commit, and the hash of the last one. */
interface Written {
  readonly hash: string;
  readonly revisions: readonly Revision[];
}

class Moved extends Error {
  readonly version: number;

  constructor(version: number) {
    super("somebody else appended");
    this.version = version;
  }
}

export async function appendRevisions(database: Database, appending: Appending): Promise<Appended> {
  const { desk, base, at, changes, lead } = appending;
  let written: Written | undefined;
  const write = (): Promise<Appended> =>
    database.write(async (tx) => {
      written = undefined;
      const version = await lockedVersion(tx, desk, database.engine.name);
      // Thrown, so that nothing of the transaction stays: what it reserved is reserved with the change that is decided
      // again.
      if (version !== base) throw new Moved(version);
      if (lead !== undefined) await leadKey(tx, lead, desk, at);
      if (changes.length === 0) return { kind: "appended", revisions: [] };
      const made = await insert(tx, appending);
      written = made;
      return { kind: "appended", revisions: made.revisions };
    });
  return write().catch(async (error: unknown) => {
    if (error instanceof Moved) return { kind: "moved", version: error.version };
    const left = written;
    if (left === undefined || !(error instanceof StoreUnavailable) || database.engine.name === "sqlite") throw error;
    if (await wasKept(database, desk, base + changes.length, left.hash, error)) {
      return { kind: "appended", revisions: left.revisions };
    }
    throw error;
  });
}

// A connection that ends during the commit leaves open whether it was made. Only looking tells, and only once the
// desk's lock is free: until then the server may still be committing.
async function wasKept(
  database: Database,
  desk: number,
  number: number,
  hash: string,
  cause: StoreUnavailable,
): Promise<boolean> {
  for (let look = 1; look <= LOOKS; look += 1) {
    try {
      return await database.write(async (tx) => {
        await lockedVersion(tx, desk, database.engine.name);
        const row = await tx
          .selectFrom("revision")
          .where("desk", "=", desk)
          .where("number", "=", number)
          .select("hash")
          .executeTakeFirst();
        return row?.hash === hash;
      });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await sleep(200 * look);
    }
  }
  throw new StoreUnavailable(
    `${cause.message} Nobody can tell whether the change was saved: look before you try again.`,
    {
      cause,
      unsure: true,
    },
  );
}

// The row lock makes commit order number order; without it a reader could see 7 before 6 (measured: 1,797 of 4,426
// missed).
export async function lockedVersion(
  tx: Transaction<Tables>,
  desk: number,
  engine: "sqlite" | "postgres",
): Promise<number> {
  const query = tx.selectFrom("desk").where("id", "=", desk).select("version");
  const row = await (engine === "postgres" ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw new TypeError(`there is no desk ${desk}`);
  return row.version;
}

/** Writes the revisions and the version of a desk whose row is locked. */
export async function insert(tx: Transaction<Tables>, { desk, base, by, at, changes }: Appending): Promise<Written> {
  const author = await authorId(tx, desk, by);
  const last = await tx
    .selectFrom("revision")
    .where("desk", "=", desk)
    .where("number", "=", base)
    .select(["hash", "at"])
    .executeTakeFirst();
  const now = stored(at);
  const when = last !== undefined && last.at > now ? last.at : now;
  const links = changes.map((change, i): Link => ({
    number: base + 1 + i,
    batch: base + 1,
    subject: change.subject,
    kind: change.kind,
    after: change.after,
    why: change.why ?? null,
    undoes: change.undoes ?? null,
    at: when,
    author,
  }));
  let hash = last?.hash ?? "";
  const rows = links.map((link) => {
    hash = linkHash(hash, link);
    return { ...link, desk, hash };
  });
  for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) {
    await tx
      .insertInto("revision")
      .values(rows.slice(i, i + ROWS_A_STATEMENT))
      .execute();
  }
  await tx
    .updateTable("desk")
    .set({ version: base + changes.length })
    .where("id", "=", desk)
    .execute();
  const held = Temporal.Instant.from(when);
  const { platform, id, name } = by;
  const revisions = changes.map((change, i) => ({
    ...change,
    number: base + 1 + i,
    batch: base + 1,
    at: held,
    by: { platform, id, name },
  }));
  return { hash, revisions };
}

async function authorId(tx: Transaction<Tables>, desk: number, by: Author): Promise<number> {
  const row = await tx
    .insertInto("author")
    .values({ desk, platform: by.platform, external: by.id, name: by.name })
    .onConflict((c) => c.columns(["desk", "platform", "external"]).doUpdateSet({ name: by.name }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}
