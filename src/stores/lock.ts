import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BadStore } from "./sql/engine.ts";

// As long as a Talks that was told to stop may take to end.
const WAIT_MS = 3000;
const SQLITE_BUSY = 5;

/**
 * Makes sure that one Talks serves a folder at a time: SQLite is for one. Returns how to let go. @throws BadStore where
 * another one holds it, or it cannot be made
 */
export function holdLock(home: string): () => void {
  const path = join(home, "talks.lock");
  const held = hold(path);
  if ("letGo" in held) return held.letGo;
  if (held.busy) {
    throw new BadStore(
      "Another Talks is running on this folder. Stop it, set another TALKS_HOME, or use PostgreSQL (DATABASE_URL) for several.",
      { cause: held.error },
    );
  }
  const why = held.error instanceof Error ? held.error.message : String(held.error);
  throw new BadStore(`${path} cannot be locked (${why}). Delete it, or let Talks read and write its folder.`, {
    cause: held.error,
  });
}

/**
 * Makes sure that one Talks of this computer uses a token at a time, whatever its folder: two with a store of their own
 * each would both hear of everything, and each keep a part. The lock is in the temporary folder and carries a hash of
 * the token. Where that folder cannot be written, nothing is locked. Returns how to let go. @throws BadStore where
 * another one uses the token
 */
export function holdToken(variable: string, token: string): () => void {
  const name = createHash("sha256").update(`talks ${variable} ${token}`).digest("hex").slice(0, 32);
  const held = hold(join(tmpdir(), `talks-${name}.lock`));
  if ("letGo" in held) return held.letGo;
  if (!held.busy) return () => {};
  throw new BadStore(
    `Another Talks on this computer runs with this ${variable}. Stop it, or give both the same PostgreSQL (DATABASE_URL).`,
    { cause: held.error },
  );
}

type Held = { readonly letGo: () => void } | { readonly busy: boolean; readonly error: unknown };

/** A small database that is held exclusively: the kernel lets it go even of a process that was killed. */
function hold(path: string): Held {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const held = new DatabaseSync(path, { timeout: WAIT_MS });
    lock = held;
    held.exec("pragma locking_mode = exclusive; begin exclusive;");
    return { letGo: () => held.close() };
  } catch (error) {
    lock?.close();
    return { busy: error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY, error };
  }
}
