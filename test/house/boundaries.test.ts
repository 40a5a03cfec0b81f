import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";

/** One row of the table of who may import what: where a file is planted, what it may not import, what it may. */
const ROWS: Readonly<
  Record<string, { readonly in: string; readonly no: readonly string[]; readonly yes: readonly string[] }>
> = {
  "commands/**": {
    in: "commands/talks",
    no: [
      "#src/config.ts",
      "#platforms/terminal/render.ts",
      "#commands/index.ts",
      "node:fs",
      "zod",
      "../index.ts",
      "#stores/a.ts",
    ],
    yes: ["#core/text.ts", "./who.ts"],
  },
  "commands/index.ts": {
    in: "commands/index.ts",
    no: ["#src/config.ts", "node:fs", "yaml", "../src/config.ts"],
    yes: ["#core/command.ts", "./talks/who.ts"],
  },
  "src/core/**": {
    in: "src/core",
    no: [
      "node:fs",
      "fuse.js",
      "yaml",
      "#platforms/terminal/render.ts",
      "#commands/index.ts",
      "#src/config.ts",
      "../config.ts",
      "fs",
    ],
    yes: ["#core/text.ts", "./call.ts", "zod"],
  },
  "src/core/lookup/**": {
    in: "src/core/lookup",
    no: ["node:fs", "yaml", "#commands/index.ts", "#stores/a.ts", "../text.ts"],
    yes: ["#core/text.ts", "./near.ts", "fuse.js"],
  },
  "src/core/digest/**": {
    in: "src/core/digest",
    no: ["node:fs", "fuse.js", "pg", "#commands/index.ts", "#stores/a.ts", "discord.js", "../text.ts"],
    yes: ["#core/text.ts", "./rule.ts", "zod", "croner"],
  },
  "src/core/exchange/**": {
    in: "src/core/exchange",
    no: [
      "node:fs",
      "fuse.js",
      "pg",
      "#commands/index.ts",
      "#stores/a.ts",
      "#platforms/terminal/render.ts",
      "../text.ts",
    ],
    yes: ["#core/text.ts", "./formats.ts", "zod", "yaml", "papaparse"],
  },
  "src/stores/**": {
    in: "src/stores",
    no: [
      "#platforms/terminal/render.ts",
      "#commands/index.ts",
      "#src/config.ts",
      "discord.js",
      "fuse.js",
      "../config.ts",
    ],
    yes: ["#core/text.ts", "#stores/a.ts", "./a.ts", "node:fs", "node:fs/promises", "kysely", "kysely/migration", "pg"],
  },
  "src/library/**": {
    in: "src/library",
    no: ["#platforms/terminal/render.ts", "#commands/index.ts", "#src/config.ts", "pg", "../config.ts"],
    yes: ["#core/text.ts", "./file.ts", "node:fs", "yaml", "zod"],
  },
  "src/scheduler/**": {
    in: "src/scheduler",
    no: [
      "#stores/a.ts",
      "#platforms/discord/a.ts",
      "#commands/index.ts",
      "#src/config.ts",
      "node:fs",
      "kysely",
      "croner",
      "../config.ts",
    ],
    yes: ["#core/text.ts", "./pace.ts", "node:timers/promises"],
  },
  "src/platforms/terminal/**": {
    in: "src/platforms/terminal",
    no: [
      "#platforms/discord/a.ts",
      "#commands/index.ts",
      "#stores/a.ts",
      "#src/config.ts",
      "discord.js",
      "../slack/a.ts",
    ],
    yes: ["#core/text.ts", "./render.ts", "node:readline", "node:timers/promises", "string-width", "wrap-ansi"],
  },
  "src/platforms/discord/**": {
    in: "src/platforms/discord",
    no: ["#platforms/slack/a.ts", "#commands/index.ts", "#stores/a.ts", "@slack/bolt", "../terminal/render.ts"],
    yes: ["#core/text.ts", "./a.ts", "node:http", "discord.js", "discord-api-types/v10", "zod"],
  },
  "src/platforms/web/**": {
    in: "src/platforms/web",
    no: [
      "#platforms/discord/a.ts",
      "#platforms/slack/a.ts",
      "#commands/index.ts",
      "#stores/a.ts",
      "discord.js",
      "@slack/bolt",
    ],
    yes: ["#core/text.ts", "./a.ts", "node:http", "zod"],
  },
  "src/platforms/slack/**": {
    in: "src/platforms/slack",
    no: ["#platforms/discord/a.ts", "#commands/index.ts", "#stores/a.ts", "discord.js", "../terminal/render.ts"],
    yes: ["#core/text.ts", "./a.ts", "node:http", "@slack/bolt", "zod"],
  },
};

interface Override {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, unknown>>;
}

const house = mkdtempSync(join(tmpdir(), "talks-house-"));
afterAll(() => rmSync(house, { recursive: true }));

const planted = new Map<string, { readonly row: string; readonly from: string; readonly wrong: boolean }>();

function plant(row: string, from: string, wrong: boolean): void {
  const place = ROWS[row]?.in ?? "";
  const path = place.endsWith(".ts") ? join(`${planted.size}`, place) : join(place, `planted-${planted.size}.ts`);
  planted.set(path, { row, from, wrong });
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), `import { a } from "${from}";\n\nexport const b = a;\n`);
}

let reported: ReadonlySet<string> = new Set();

beforeAll(async () => {
  cpSync(join(ROOT, ".oxlintrc.json"), join(house, ".oxlintrc.json"));
  symlinkSync(join(ROOT, "node_modules"), join(house, "node_modules"));
  for (const [row, { no, yes }] of Object.entries(ROWS)) {
    if (row === "commands/index.ts") continue;
    for (const from of no) plant(row, from, true);
    for (const from of yes) plant(row, from, false);
  }
  reported = await lint(house);
});

/** The files in which the real linter, with the real configuration, reports an import. */
async function lint(folder: string): Promise<ReadonlySet<string>> {
  const oxlint = join(ROOT, "node_modules", ".bin", "oxlint");
  const { stdout } = await promisify(execFile)(oxlint, ["--format=json", "."], { cwd: folder }).catch(
    (failed: { stdout: string }) => failed,
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; filename: string }[] };
  return new Set(diagnostics.filter((d) => d.code.includes("no-restricted-imports")).map((d) => d.filename));
}

it("has a row here for every row of the linter's table", () => {
  const { overrides } = JSON.parse(readFileSync(join(ROOT, ".oxlintrc.json"), "utf8")) as {
    overrides: readonly Override[];
  };
  const rows = overrides.filter((o) => Object.hasOwn(o.rules, "no-restricted-imports")).flatMap((o) => o.files);
  expect(Object.keys(ROWS).toSorted()).toEqual(rows.toSorted());
});

it("reports every import that crosses a boundary, and none that does not", () => {
  const wrong = [...planted].filter(([, p]) => p.wrong).map(([path]) => path);
  expect([...reported].toSorted()).toEqual(wrong.toSorted());
});

it("holds the command list to the core and the commands", async () => {
  const { no, yes } = ROWS["commands/index.ts"] ?? { no: [], yes: [] };
  const index = join(house, "commands", "index.ts");
  mkdirSync(dirname(index), { recursive: true });
  for (const [from, expected] of [...no.map((n) => [n, true] as const), ...yes.map((y) => [y, false] as const)]) {
    writeFileSync(index, `import { a } from "${from}";\n\nexport const b = a;\n`);
    expect([from, (await lint(join(house))).has("commands/index.ts")]).toEqual([from, expected]);
  }
  rmSync(index);
});

it.each([
  ["Date.now()", "no-restricted-properties"],
  ["Math.random()", "no-restricted-properties"],
  ["Temporal.Now.instant()", "no-restricted-properties"],
  ["fetch('x')", "no-restricted-globals"],
  ["process.env", "no-restricted-globals"],
  ["setTimeout(() => 1, 1)", "no-restricted-globals"],
])("keeps %s out of the core", async (expression, rule) => {
  const path = join(house, "src", "core", "clocked.ts");
  writeFileSync(path, `export const a: unknown = ${expression};\n`);
  const oxlint = join(ROOT, "node_modules", ".bin", "oxlint");
  const { stdout } = await promisify(execFile)(oxlint, ["--format=json", path], { cwd: house }).catch(
    (failed: { stdout: string }) => failed,
  );
  rmSync(path);
  expect(stdout).toContain(rule);
});
