import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";

interface Config {
  readonly test: { readonly projects: readonly { readonly test: Project }[] };
}
interface Project {
  readonly include: readonly string[];
  readonly isolate?: boolean;
}

const { default: config } = (await import(join(ROOT, "vitest.config.ts"))) as { readonly default: Config };
const sharing = config.test.projects.filter(({ test }) => test.isolate === false).flatMap(({ test }) => test.include);
const files = sharing.flatMap((pattern) => globSync(pattern, { cwd: ROOT }));

/** What a file of the tests imports of the tests' own. */
function imported(path: string): readonly string[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  return [...text.matchAll(/ from "(\.\/|#test\/)([^"]+)"/gu)]
    .map(([, from, rest = ""]) => join(from === "./" ? dirname(path) : "test", rest))
    .filter((found) => existsSync(join(ROOT, found)));
}

function withImports(path: string, seen: Set<string>): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const next of imported(path)) withImports(next, seen);
  return seen;
}

const hooked = (text: string): boolean => /^(?:before|after)(?:Each|All)\(/mu.test(text);

// Such a hook would run for the first file of a process alone, and every later one would leave things open.
it("has no hook in a module that test files of one process share", () => {
  const modules = new Set<string>();
  for (const file of files) withImports(file, modules);
  const shared = [...modules].filter((path) => !path.endsWith(".test.ts"));
  expect(shared.length).toBeGreaterThan(50);
  expect(shared.filter((path) => hooked(readFileSync(join(ROOT, path), "utf8")))).toEqual([]);
});

it("knows such a hook when it sees one", () => {
  expect(hooked("const open = [];\nafterEach(async () => {});\n")).toBe(true);
  expect(hooked('it("x", () => {\n  onTestFinished(() => {});\n});\n')).toBe(false);
});
