import { execFile } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";

const house = testFolder();

beforeAll(() => {
  cpSync(join(ROOT, ".oxlintrc.json"), join(house, ".oxlintrc.json"));
  symlinkSync(join(ROOT, "node_modules"), join(house, "node_modules"));
  mkdirSync(join(house, "src", "core"), { recursive: true });
});

it.each([
  ["Date.now()", "no-restricted-properties"],
  ["Math.random()", "no-restricted-properties"],
  ["Temporal.Now.instant()", "no-restricted-properties"],
  ["fetch('x')", "no-restricted-globals"],
  ["process.env", "no-restricted-globals"],
  ["setTimeout(() => 1, 1)", "no-restricted-globals"],
])("keeps %s out of the core", async (expression, rule) => {
  const path = join(house, "src", "core", "clocked.ts");
  writeFileSync(path, `export const a: unknown = ${expression};\n`);
  const oxlint = join(ROOT, "node_modules", ".bin", "oxlint");
  const { stdout } = await promisify(execFile)(oxlint, ["--format=json", path], { cwd: house }).catch(
    (failed: { stdout: string }) => failed,
  );
  rmSync(path);
  expect(stdout).toContain(rule);
});
