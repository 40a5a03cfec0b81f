import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BadStore } from "./engine.ts";

const WAIT_MS = 500;

/**
 * Makes sure that one Talks serves a folder at a time: SQLite is for one. The lock is a second small database held exclusively, which the
 * kernel lets go even of a process that was killed. Returns how to let go. @throws BadStore where another one holds it
 */
export function holdLock(home: string): () => void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(home, "talks.lock"), { timeout: WAIT_MS });
  try {
    lock.exec("pragma locking_mode = exclusive; begin exclusive;");
  } catch (error) {
    lock.close();
    throw new BadStore(
      "Another Talks is running on this folder. Stop it, set another TALKS_HOME, or use PostgreSQL (DATABASE_URL) for several.",
      { cause: error },
    );
  }
  return () => lock.close();
}
