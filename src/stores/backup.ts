import { closeSync, existsSync, openSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { BadStore } from "./sql/engine.ts";
import { SQLITE_FILE } from "./sqlite.ts";

// All in one step: between two steps a write would make the copy begin again, and under steady writes it never ended.
const WHOLE = 1_000_000_000;

/**
 * Copies the SQLite file of a folder to a new file while Talks goes on writing, and checks the copy. Returns its size
 * in pages.
 * @throws BadStore where there is nothing to copy, the target exists, or the copy is not sound (it is then removed)
 */
export async function backUp(home: string, target: string): Promise<number> {
  const source = join(resolve(home), SQLITE_FILE);
  const to = resolve(target);
  if (!existsSync(source))
    throw new BadStore(`There is no database at ${source}. Set TALKS_HOME to the folder that Talks writes.`);
  claim(to);
  const db = new DatabaseSync(source, { readOnly: true, timeout: 5000 });
  try {
    const pages = await backup(db, to, { rate: WHOLE });
    const copy = new DatabaseSync(to);
    // One file by itself: looking at a copy in write-ahead mode would leave two more beside it.
    copy.exec("pragma journal_mode = delete");
    const sound = copy.prepare("pragma integrity_check").get()?.["integrity_check"];
    copy.close();
    if (sound === "ok") return pages;
    throw new BadStore(`The copy is damaged (${String(sound)}): the database itself is damaged.`);
  } catch (error) {
    rmSync(to, { force: true });
    if (error instanceof BadStore) throw error;
    throw new BadStore(`The backup failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    db.close();
  }
}

// Made before it is written: nobody's file is overwritten, and nobody but its owner reads what moderators wrote.
function claim(to: string): void {
  try {
    closeSync(openSync(to, "wx", 0o600));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") {
      throw new BadStore(`${to} already exists, and a backup overwrites nothing. Give another file.`, { cause: error });
    }
    throw new BadStore(`${to} cannot be written (${String(code)}). Give a file in a folder that Talks may write.`, {
      cause: error,
    });
  }
}
