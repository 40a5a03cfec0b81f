import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";

const files = ["src", "commands", "test"]
  .flatMap((part) => readdirSync(join(ROOT, part), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path: relative(ROOT, path), text: readFileSync(path, "utf8") };
  });
const code = files.filter(({ path }) => !path.startsWith("test"));
const lines = (text: string) => text.trimEnd().split("\n").length;

it("keeps files small: none over 250 lines, the median about 60", () => {
  expect(files.filter(({ text }) => lines(text) > 250).map(({ path }) => path)).toEqual([]);
  const sizes = files.map(({ text }) => lines(text)).toSorted((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(64);
});

it("calls no file or folder utils, helpers, manager, handler, service or types, and all in kebab case", () => {
  const names = files.flatMap(({ path }) => path.split("/"));
  expect(
    names.filter((n) => /^(?:utils?|helpers?|managers?|handlers?|services?|types|misc|common)(?:\.|$)/u.test(n)),
  ).toEqual([]);
  expect(names.filter((n) => !/^[a-z0-9-]+(?:\.test)?(?:\.ts)?$/u.test(n))).toEqual([]);
});

it("imports with .ts endings, and never upwards", () => {
  for (const { path, text } of files.filter(({ path }) => !path.startsWith("test/structure"))) {
    const imports = [...text.matchAll(/^(?:import|export) .*from "([./#][^"]*)";$/gmu)].map(([, from = ""]) => from);
    expect([path, imports.filter((from) => from.startsWith("../") || !from.endsWith(".ts"))]).toEqual([path, []]);
  }
});

it("lets no switch over our unions fall to a default, so that a new member must be handled", () => {
  expect(code.filter(({ text }) => /^\s*default:/mu.test(text)).map(({ path }) => path)).toEqual([]);
});

it("reads the environment in one place", () => {
  const readers = code.filter(({ text }) => text.includes("process.env")).map(({ path }) => path);
  expect(readers.filter((path) => !["src/app/config.ts", "src/app/main.ts"].includes(path))).toEqual([]);
});

it("gives every command a test of its own name", () => {
  const tests = new Set(files.map(({ path }) => path).filter((path) => path.endsWith(".test.ts")));
  const commandTests = code.filter(
    ({ path, text }) =>
      path.startsWith("commands/") && /^export const \w+ = define(?:Command|Reading)\(\{/mu.test(text),
  );
  const missing = commandTests.filter(({ path }) => !tests.has(`test/${path.replace(/\.ts$/u, ".test.ts")}`));
  expect(missing.map(({ path }) => path)).toEqual([]);
});
