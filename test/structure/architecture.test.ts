import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { migrate } from "#stores/migrate.ts";
import { openSqlite } from "#stores/sqlite.ts";
import { ROOT } from "#test/desk.ts";
import { CORE_ROOMS } from "./imports.ts";

const PAGE = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");

function section(heading: string): string {
  const [, text = ""] = PAGE.split(`\n## ${heading}\n`);
  return text.split("\n## ")[0] ?? "";
}

it("lists the rooms of the core in the order that the imports keep", () => {
  const listed = [...section("The rooms of the core").matchAll(/^\d+\. `([a-z-]+)`: /gmu)].map(([, room]) => room);
  expect(listed).toEqual([...CORE_ROOMS]);
  expect(new Set(globSync("*", { cwd: join(ROOT, "src", "core") }))).toEqual(new Set(listed));
});

it("names every part below src", () => {
  const parts = globSync("*", { cwd: join(ROOT, "src") });
  expect(parts.filter((part) => !section("The parts").includes(`| \`src/${part}\` `))).toEqual([]);
});

it("names every table of the store", async () => {
  const engine = openSqlite(":memory:");
  await migrate(engine);
  const tables = (await engine.db.introspection.getTables()).map((table) => table.name);
  await engine.db.destroy();
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.filter((name) => !section("Where state lives").includes(`\`${name}\``))).toEqual([]);
});

it("stays one page", () => {
  expect(PAGE.split("\n").length).toBeLessThanOrEqual(140);
});
