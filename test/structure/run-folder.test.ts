import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testFolder } from "#test/folder.ts";
import { removeOfKilled } from "#test/run-folder.ts";

it("removes what a killed run left, and nothing of a run that goes on", () => {
  const parent = testFolder();
  const ended = spawnSync("true").pid;
  const [killed, going, other] = [`talks-run-${ended}-a1B2c3`, `talks-run-${process.pid}-a1B2c3`, "talks-running"].map(
    (name) => join(parent, name),
  ) as [string, string, string];
  for (const folder of [killed, going, other]) mkdirSync(folder);
  writeFileSync(join(killed, "left"), "");
  removeOfKilled(parent);
  expect([killed, going, other].map((folder) => existsSync(folder))).toEqual([false, true, true]);
});
