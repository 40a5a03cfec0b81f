import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const made: string[] = [];

/** Removes what the tests of a file had for themselves. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/**
 * A new empty folder for the tests of one file. It is removed when they have ended, also where one failed, with all
 * that is in it.
 */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "talks-test-"));
  made.push(folder);
  return folder;
}
