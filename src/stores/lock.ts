import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BadStore } from "./sql/engine.ts";

// As long as a Talks that was told to stop may take to end.
const WAIT_MS = 3000;
const SQLITE_BUSY = 5;

/**
 * Makes sure that one Talks serves a folder at a time: SQLite is for one. The lock is a second small database held
 * exclusively, which the kernel lets go even of a process that was killed. Returns how to let go. @throws BadStore
 * where another one holds it, or it cannot be made
 */
export function holdLock(home: string): () => void {
  const path = join(home, "talks.lock");
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const held = new DatabaseSync(path, { timeout: WAIT_MS });
    lock = held;
    held.exec("pragma locking_mode = exclusive; begin exclusive;");
    return () => held.close();
  } catch (error) {
    lock?.close();
    if (error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY) {
      throw new BadStore(
        "Another Talks is running on this folder. Stop it, set another TALKS_HOME, or use PostgreSQL (DATABASE_URL) for several.",
        { cause: error },
      );
    }
    const why = error instanceof Error ? error.message : String(error);
    throw new BadStore(`${path} cannot be locked (${why}). Delete it, or let Talks read and write its folder.`, {
      cause: error,
    });
  }
}
