import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";

/** Limits that hold for whatever is registered, each with the platform that sets it. */
const ABOUT_LIMITS = new Set(["src/core/answer/limits.ts"]);
const COMMENTS = /\/\*[^]*?\*\/|^\s*\/\/.*$/gmu;

it("names no platform in the code of the core, the commands and the scheduler", () => {
  const files = globSync(["src/core/**/*.ts", "src/scheduler/*.ts", "commands/**/*.ts"], { cwd: ROOT });
  expect(files.length).toBeGreaterThan(200);
  const naming = files.filter((path) =>
    /slack|discord/iu.test(readFileSync(join(ROOT, path), "utf8").replace(COMMENTS, "")),
  );
  expect(naming.filter((path) => !ABOUT_LIMITS.has(path))).toEqual([]);
});
