import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";

/** What is about a platform: limits of whatever is registered, files that people have from one, what is told of one. */
const ABOUT = new Set([
  "src/core/answer/limits.ts",
  "src/core/exchange/foreign.ts",
  "src/core/messages/english/foreign.ts",
  "src/core/messages/english/whys.ts",
  "src/core/messages/english/work.ts",
]);
const COMMENTS = /\/\*[^]*?\*\/|^\s*\/\/.*$/gmu;

it("names no platform in the code of the core, the commands and the scheduler", () => {
  const files = globSync(["src/core/**/*.ts", "src/scheduler/*.ts", "commands/**/*.ts"], { cwd: ROOT });
  expect(files.length).toBeGreaterThan(200);
  const naming = files.filter((path) =>
    /slack|discord/iu.test(readFileSync(join(ROOT, path), "utf8").replace(COMMENTS, "")),
  );
  expect(naming.filter((path) => !ABOUT.has(path))).toEqual([]);
});
