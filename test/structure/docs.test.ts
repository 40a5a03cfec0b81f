import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import { readLine } from "#core/answer/line.ts";
import { readEvery } from "#core/digest/every.ts";
import { once } from "#platforms/terminal/once.ts";
import { migrate } from "#stores/migrate.ts";
import { openSqlite } from "#stores/sqlite.ts";
import { clientOf } from "#test/api/client.ts";
import { reader, ROOT, session } from "#test/desk.ts";

const page = (name: string) => readFileSync(join(ROOT, name), "utf8");
const README = page("README.md");
const PACKAGE = JSON.parse(page("package.json")) as Record<"dependencies" | "devDependencies", Record<string, string>>;
const PAPER = { width: 100, colour: false };

/** Each code span of the first cells of a page's tables: what one types, sets or installs. */
function firstCells(text: string): readonly string[] {
  const cells = [...text.matchAll(/^\| ((?:[^|\n]|\\\|)+?) +\|/gmu)].map(([, cell = ""]) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = ""]) => code));
}

it("shows in the README what the program prints", async () => {
  const [, argv = "", shown] = /```\n\$ npm run --silent talks -- (.*)\n([^]*?)\n```/u.exec(README) ?? [];
  const { text } = await once(argv.split(" "), reader, session, PAPER);
  expect(text).toBe(shown);
});

it("answers every line that the README says to ask", async () => {
  const [, section = ""] = /\n## What to ask\n([^]*?)\n## /u.exec(README) ?? [];
  const lines = firstCells(section);
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) expect([line, (await once([line], reader, session, PAPER)).code]).toEqual([line, 0]);
});

it("answers every line that the README says to ask once", async () => {
  const [, section = ""] = /\n## Ask once, or from a script\n([^]*?)\n## /u.exec(README) ?? [];
  const lines = [...section.matchAll(/^npm run --silent talks -- (.+)$/gmu)].map(([, line = ""]) => line);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    const argv = [...line.matchAll(/"([^"]*)"|\S+/gu)].map(([word, quoted]) => quoted ?? word);
    expect([line, (await once(argv, reader, session, PAPER)).code]).toEqual([line, 0]);
  }
});

it("begins with the first minute", () => {
  expect(README.indexOf("npm ci && npm start")).toBeLessThan(README.length / 3);
  expect(README.indexOf("## First minute")).toBe(README.indexOf("\n## ") + 1);
});

it("lists every command of /talks in the README, and no other", () => {
  const [, section = ""] = /\n## Commands\n([^]*?)\nOptions are/u.exec(README) ?? [];
  const listed = firstCells(section).filter((name) => name !== "/talks …");
  expect(listed.toSorted()).toEqual(
    commands
      .group("talks")
      .map((c) => c.path[1])
      .toSorted(),
  );
});

it.each([
  ["facts", "docs/moderation.md"],
  ["digest", "docs/digests.md"],
])("lists every command of /%s in %s", (group, name) => {
  const typed = firstCells(page(name)).filter((line) => line.startsWith(`${group} `));
  const named = new Set(typed.map((line) => line.split(" ")[1]));
  expect(commands.group(group).filter((c) => !named.has(c.path[1]))).toEqual([]);
});

it.each(["docs/moderation.md", "docs/digests.md", "docs/privacy.md"])(
  "types in %s only lines that a command takes",
  async (name) => {
    const lines = firstCells(page(name)).filter((line) => !line.endsWith(":") && !/^[a-z_]+$/u.test(line));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      const read = readLine(line.replace("#newsroom", "C0123456789"), commands);
      expect([line, read.ok && read.value.path[1] !== "ask"]).toEqual([line, true]);
      // What a file says cannot be in a page.
      if (!read.ok || "file" in read.value.values) continue;
      // A moderator could do it, or what it names is not on this desk; but nothing in it is misunderstood.
      const answered = await answer(read.value, { ...reader, tier: "admin" }, session);
      const misunderstood = answered.kind === "refusal" && answered.refusal.kind === "usage";
      expect([line, misunderstood ? answered.refusal.message : "understood"]).toEqual([line, "understood"]);
    }
  },
);

it("types on every page only commands that there are", () => {
  const pages = globSync(["*.md", "docs/**/*.md"], { cwd: ROOT });
  const typed = pages.flatMap((name) =>
    [...page(name).matchAll(/`(\/(?:talks|facts|digest) [a-z][^`…<]*)`/gu)].map(([, line = ""]) => ({ name, line })),
  );
  expect(typed.length).toBeGreaterThan(12);
  const wrong = typed.filter(({ line }) => {
    // In Slack everything is typed after /talks.
    const bare = line.replace(/^\/talks (?=facts |digest )/u, "").replace("#newsroom", "C0123456789");
    const read = readLine(bare, commands);
    return !read.ok || read.value.path[1] === "ask";
  });
  expect(wrong).toEqual([]);
});

it("names in docs/digests.md only days that a digest takes", () => {
  const [, listed = ""] = /\n`every:` takes [^\n]*\n\n([^]*?)\n\n/u.exec(page("docs/digests.md")) ?? [];
  const values = [...listed.matchAll(/`"?([^`"]+)"?`/gu)].map(([, value = ""]) => value);
  expect(values.length).toBeGreaterThan(7);
  expect(values.filter((value) => !readEvery(value).ok)).toEqual([]);
});

it("says in docs/dependencies.md why each package is there, and of no other", () => {
  const named = firstCells(page("docs/dependencies.md"));
  expect(named.toSorted()).toEqual(Object.keys({ ...PACKAGE.dependencies, ...PACKAGE.devDependencies }).toSorted());
});

it("says in docs/privacy.md what each table keeps, and of no other", async () => {
  const engine = openSqlite(":memory:");
  const { db } = engine;
  await migrate(engine);
  const tables = (await db.introspection.getTables()).map((t) => t.name);
  await db.destroy();
  const named = firstCells(page("docs/privacy.md")).filter((cell) => /^[a-z_]+$/u.test(cell));
  expect(named.toSorted()).toEqual(tables.toSorted());
});

it("has in docs/limits.md the figures that the source has", () => {
  const rows = [...page("docs/limits.md").matchAll(/^\| [^|]+\| ([^|]+)\| `([^`]+)`: `([^`]+)`/gmu)];
  expect(rows.length).toBeGreaterThan(15);
  for (const [, figure = "", path = "", constant = ""] of rows) {
    const source = page(path).replaceAll(/ as const|: [A-Za-z.]+(?= =)/gu, "");
    expect([path, constant, source.includes(constant)]).toEqual([path, constant, true]);
    const [told = ""] = /\d+/u.exec(figure) ?? [];
    expect([constant, constant.includes(told)]).toEqual([constant, true]);
  }
});

it("says in docs/programs.md what each tool gives, and of no other", async () => {
  const { tools } = await (await clientOf(session)).listTools();
  const named = firstCells(page("docs/programs.md")).filter((cell) => !cell.includes("."));
  expect(named.toSorted()).toEqual(tools.map(({ name }) => name).toSorted());
});

it("says in docs/store.md what each variable is, and of no other", () => {
  const variables = [...page(".env.example").matchAll(/^([A-Z_]+)=/gmu)].map(([, name = ""]) => name);
  const named = firstCells(page("docs/store.md")).filter((cell) => /^[A-Z_]+$/u.test(cell));
  expect(named.toSorted()).toEqual([...variables, "TALKS_TEST_DATABASE_URL"].toSorted());
});
