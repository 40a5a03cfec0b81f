import { chmodSync, existsSync, mkdirSync, statfsSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteDatabase, type SqliteStatement } from "kysely";
import { BadStore, type Engine, type Judgement } from "./sql/engine.ts";
import type { Tables } from "./sql/schema.ts";

export const SQLITE_FILE = "talks.sqlite";

// SQLite before 3.51.3 can corrupt a database in WAL mode when two connections reset the log (sqlite.org, WAL-reset
// bug).
const OLDEST = [3, 51, 3] as const;
const BUSY_MS = 5000;
// Some 150 are in use; lists of different lengths make more.
const STATEMENTS = 500;

/** Opens (or makes) the SQLite file in a folder: write-ahead log, every commit synced to disk. @throws BadStore */
export function openSqlite(home: string): Engine {
  const path = home === ":memory:" ? home : join(resolve(home), SQLITE_FILE);
  const raw = connect(path, home);
  const dialect = new TransactionalDialect({ database: adapted(raw) });
  return { name: "sqlite", db: new Kysely<Tables>({ dialect }), judge: (error) => judge(error, path) };
}

function connect(path: string, home: string): DatabaseSync {
  try {
    if (path !== ":memory:") mkdirSync(home, { recursive: true, mode: 0o700 });
    const fresh = path !== ":memory:" && !existsSync(path);
    const db = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
    db.exec("pragma journal_mode = wal; pragma synchronous = full;");
    if (fresh) chmodSync(path, 0o600);
    const sync: unknown = db.prepare("pragma synchronous").get()?.["synchronous"];
    if (sync !== 2)
      throw new BadStore(
        `${path}: synchronous is ${String(sync)}, not FULL (2): commits would not survive a power cut.`,
      );
    refuseOld(String(db.prepare("select sqlite_version() as v").get()?.["v"]));
    return db;
  } catch (error) {
    if (error instanceof BadStore) throw error;
    throw new BadStore(openProblem(error, path), { cause: error });
  }
}

function refuseOld(version: string): void {
  const parts = version.split(".").map(Number);
  const at = OLDEST.findIndex((n, i) => n !== parts[i]);
  if (at >= 0 && (parts[at] ?? 0) < (OLDEST[at] ?? 0)) {
    throw new BadStore(
      `SQLite ${version} can damage a database; Talks needs ${OLDEST.join(".")} or later. Use the node of this project (npm ci).`,
    );
  }
}

function openProblem(error: unknown, path: string): string {
  const judged = judge(error, path);
  if (judged.kind === "unavailable") return judged.message;
  const why = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (["EACCES", "EPERM", "EROFS", "ENOTDIR"].includes(code)) {
    return `${path} cannot be made or opened (${code}): Talks needs to read and write its folder. Set TALKS_HOME to one that it may write.`;
  }
  if (code === "ENOSPC") return full(path);
  return `${path} cannot be opened: ${why}`;
}

/** node:sqlite's errors carry SQLite's extended result code; its lowest byte is the kind (sqlite.org/rescode.html). */
function judge(error: unknown, path: string): Judgement {
  if (!(error instanceof Error) || !("errcode" in error)) return { kind: "defect" };
  switch (Number(error.errcode) & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return { kind: "again" };
    case 8: // SQLITE_READONLY
      return {
        kind: "unavailable",
        message: `${path} is read-only: Talks needs to write it. Give it write permission, or set TALKS_HOME.`,
      };
    case 13: // SQLITE_FULL
      return { kind: "unavailable", message: full(path) };
    case 10: // SQLITE_IOERR
      return { kind: "unavailable", message: `${path}: the disk does not answer (${error.message}).` };
    case 14: // SQLITE_CANTOPEN
      return {
        kind: "unavailable",
        message: `${path} cannot be opened: Talks needs to read and write its folder. Set TALKS_HOME to one that it may write.`,
      };
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return {
        kind: "unavailable",
        message: `${path} is damaged or is not a database (${error.message}). Nothing was changed: restore it from a backup (docs/store.md).`,
      };
    case 1:
      return /readonly|no such table/u.test(error.message)
        ? { kind: "unavailable", message: `${path}: ${error.message}` }
        : { kind: "defect" };
  }
  return { kind: "defect" };
}

function full(path: string): string {
  let free = "";
  try {
    const disk = statfsSync(join(path, ".."));
    free = ` (${disk.bavail * disk.bsize} bytes free)`;
  } catch {
    // How much is free is a detail; that it is not enough is the message.
  }
  return `The disk of ${path} is full${free}. Nothing was saved. Free some space and try again.`;
}

// Kysely's SQLite dialect is written for better-sqlite3; node:sqlite differs in these four lines. Every transaction of
// ours writes, and one that begins by reading could not wait for another writer (measured: "database is locked" at
// once), so each begins immediate.
function adapted(db: DatabaseSync): SqliteDatabase {
  // Read once, a statement is run again in half the time.
  const known = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const statement = db.prepare(text === "begin" ? "begin immediate" : text);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...(parameters as (string | number | null)[])),
      run: (parameters) => statement.run(...(parameters as (string | number | null)[])),
      iterate: (parameters) => statement.iterate(...(parameters as (string | number | null)[])),
    };
  };
  return {
    close: () => db.close(),
    prepare(text) {
      // A full disk ends the transaction by itself; rolling back what is gone would hide why.
      if (text === "rollback" && !db.isTransaction) return DONE;
      const before = known.get(text);
      if (before !== undefined) return before;
      const statement = prepare(text);
      if (known.size === STATEMENTS) known.clear();
      known.set(text, statement);
      return statement;
    },
  };
}

const DONE: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

// SQLite's DDL is transactional; saying so lets the migrator do all in one transaction, so that a kill leaves nothing
// half done.
class TransactionalDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl(): boolean {
        return true;
      }
    })();
  }
}
