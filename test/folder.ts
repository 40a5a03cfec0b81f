import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A new folder for one test. It is removed when the test has ended, with all that is in it. */
export function testFolder(): string {
  const path = mkdtempSync(join(tmpdir(), "talks-test-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
