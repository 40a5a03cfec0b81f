import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { once } from "#platforms/terminal/once.ts";
import { reader, ROOT, session } from "#test/desk.ts";

const page = (name: string) => readFileSync(join(ROOT, name), "utf8");
const README = page("README.md");

it("shows in the README what the program prints", async () => {
  const [, argv = "", shown] = /```\n\$ npm run --silent talks -- (.*)\n([^]*?)\n```/u.exec(README) ?? [];
  const { text } = await once(argv.split(" "), reader, session, { width: 100, colour: false });
  expect(text).toBe(shown);
});

it("answers every line that the README says to try", async () => {
  const lines = [...README.matchAll(/^\| `([a-z][^`]*)` +\| (?:both|a |the |another|where|all|one)/gmu)].map(
    ([, line = ""]) => line,
  );
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) {
    expect([line, (await once([line], reader, session, { width: 100, colour: false })).code]).toEqual([line, 0]);
  }
});

it("names every command, every dependency and every variable in the README", () => {
  const { dependencies, devDependencies } = JSON.parse(page("package.json")) as Record<string, Record<string, string>>;
  const variables = [...page(".env.example").matchAll(/^([A-Z_]+)=/gmu)].map(([, name = ""]) => name);
  const names = [...Object.keys({ ...dependencies, ...devDependencies }), ...variables];
  for (const name of [...names, ...commands.group("talks").map((c) => c.path[1])])
    expect(README).toContain(`\`${name}\``);
});

it("names every command of moderators in the README", () => {
  for (const { path } of commands.group("facts"))
    expect(README).toMatch(new RegExp(String.raw`(?:\x60facts |alias )${path[1]}\b`, "u"));
  for (const { path } of commands.group("digest")) expect(README).toContain(`\`digest ${path[1]}`);
});

it.each(["README.md", "CONTRIBUTING.md", "data/README.md"])(
  "names in %s only files and scripts that there are",
  (name) => {
    const text = page(name);
    const files = [...text.matchAll(/`((?:src|commands|test|data)\/[\w./-]+)`/gu)].map(([, path = ""]) => path);
    expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const { scripts } = JSON.parse(page("package.json")) as { scripts: Record<string, string> };
    const used = [...text.matchAll(/npm run (?:--silent )?([a-z]+(?::[a-z]+)?)/gu)].map(([, script = ""]) => script);
    expect(used.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  },
);
