import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fileHistory } from "#platforms/terminal/history.ts";
import { testFolder } from "#test/folder.ts";

const folder = testFolder();

it("keeps lines from one run to the next, for their owner alone", () => {
  const path = join(folder, "new", "history");
  expect(fileHistory(path).past).toEqual([]);
  fileHistory(path).keep(["who-led", "where"]);
  expect(fileHistory(path).past).toEqual(["who-led", "where"]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("keeps the newest five hundred", () => {
  const path = join(folder, "long");
  fileHistory(path).keep(Array.from({ length: 600 }, (_, i) => `line ${i}`));
  expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(500);
  expect(fileHistory(path).past[0]).toBe("line 0");
});

it("goes on without a file that cannot be read or written", () => {
  const path = join(folder, "file");
  writeFileSync(path, "x");
  const history = fileHistory(join(path, "below-a-file"));
  expect(history.past).toEqual([]);
  expect(() => history.keep(["who-led"])).not.toThrow();
});
