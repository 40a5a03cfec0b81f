import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";

const page = (name: string) => readFileSync(join(ROOT, name), "utf8");
const pages = globSync(["*.md", "docs/**/*.md", "data/*.md", "test/**/*.md", ".github/**/*.{md,yml}"], { cwd: ROOT });
const linked = (name: string) =>
  [...page(name).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/gu)].map(([, path = "", anchor]) => ({
    to: path === "" ? name : join(dirname(name), path),
    anchor,
  }));

it("has pages to look at", () => {
  expect(pages).toEqual(expect.arrayContaining(["README.md", "CONTRIBUTING.md", "docs/lookup.md", "data/README.md"]));
});

it.each(pages)("names in %s only files and scripts that there are", (name) => {
  const text = page(name);
  const files = [...text.matchAll(/(?<![\w./-])(?:src|commands|test|data|docs)\/[\w./-]*[\w/]/gu)].map(
    ([path]) => path,
  );
  expect(files.filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, dirname(name), path)))).toEqual(
    [],
  );
  const { scripts } = JSON.parse(page("package.json")) as { scripts: Record<string, string> };
  const used = [...text.matchAll(/npm run (?:--silent )?([a-z]+(?::[a-z]+)?)/gu)].map(([, script = ""]) => script);
  expect(used.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
});

it.each(pages)("links in %s to pages and headings that there are", (name) => {
  const missing = linked(name).filter(({ to, anchor }) => {
    if (!existsSync(join(ROOT, to))) return true;
    return anchor !== undefined && !anchors(page(to)).includes(anchor);
  });
  expect(missing).toEqual([]);
});

it("quotes in docs/troubleshooting.md only what the program says", () => {
  const code = globSync(["src/**/*.ts", "commands/**/*.ts"], { cwd: ROOT }).map(page).join("\n");
  const quoted = [...page("docs/troubleshooting.md").matchAll(/^\| ([^|]*)\|/gmu)]
    .flatMap(([, cell = ""]) => [...cell.matchAll(/"([^"]+)"/gu)].map(([, words = ""]) => words))
    .flatMap((words) => words.split("…").map((part) => part.trim()))
    .filter((part) => part !== "");
  expect(quoted.length).toBeGreaterThan(15);
  expect(quoted.filter((words) => !code.includes(words))).toEqual([]);
});

it("leads from the README to every page", () => {
  const seen = new Set(["README.md"]);
  for (const name of seen) {
    for (const { to } of linked(name)) {
      const found = pages.filter((p) => p === to || dirname(p) === to);
      for (const one of found) seen.add(one);
    }
  }
  expect(pages.filter((name) => !seen.has(name) && !name.startsWith(".github"))).toEqual([]);
});

/** As GitHub makes a heading's anchor: lower case, words joined by hyphens. */
function anchors(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
