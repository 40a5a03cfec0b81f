import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { childEnv } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";

/**
 * A copy of what the recipes touch, without the tests and pages. One after the other is followed in it, as CONTRIBUTING
 * says.
 */
const copy = testFolder();
for (const part of ["src", "commands", "data", "package.json", "test/app/in-one.ts"])
  cpSync(join(ROOT, part), join(copy, part), { recursive: true });
const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, "tsconfig.json"), "utf8")) as Record<string, object>;
// What a check found of another tree says nothing of this one.
const afresh = { ...compilerOptions, incremental: false, tsBuildInfoFile: undefined };
// The SDKs of the platforms cost most of the type check: all is checked once, at the end.
for (const [name, include] of [
  ["core", ["src/core"]],
  ["all", ["src", "commands"]],
] as const)
  writeFileSync(join(copy, `${name}.json`), JSON.stringify({ compilerOptions: afresh, include }));
symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));

const touched: string[] = [];
afterEach(() => touched.splice(0));

function run(program: string, ...argv: readonly string[]): { readonly code: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(join(ROOT, "node_modules", ".bin", program), argv, {
    cwd: copy,
    encoding: "utf8",
    // What is compiled of a copy goes with it: no other run has its paths.
    env: { ...childEnv, TALKS_HOME: join(copy, "var"), NODE_COMPILE_CACHE: join(copy, "compiled") },
  });
  return { code: status, text: `${stdout}${stderr}` };
}
// Several threads would each check the packages' types: twice the work, beside other tests.
const types = (what: "core" | "all") => run("tsc", "--singleThreaded", "--project", `${what}.json`);
const data = () => run("node", "src/app/start.js", "data");

/** What the data check says, and then the answers to some questions, of one start. */
function checkedAndAsked(...asked: readonly string[]): readonly string[] {
  const lines = [["data"], ...asked.map((words) => ["once", ...words.split(" ")])].map((argv) => [argv, {}]);
  const { text } = run("node", "--import", "./src/app/whole-names.js", "test/app/in-one.ts", JSON.stringify(lines));
  return (JSON.parse(text) as { out: string; err: string }[]).map(({ out, err }) => `${out}${err}`);
}

function write(path: string, text: string): void {
  touched.push(path);
  writeFileSync(join(copy, path), text);
}

/** Puts a text before another, which must be there. */
function insert(path: string, before: string, text: string): void {
  const held = readFileSync(join(copy, path), "utf8");
  if (!held.includes(before)) throw new Error(`not in ${path}: ${before}`);
  write(path, held.replace(before, `${text}${before}`));
}

/** Fails unless the recipe names each file that was touched. */
function named(recipe: string, name: string): void {
  const page = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  const [, steps = ""] = new RegExp(String.raw`\n## ${recipe}\n([^]*?)\n## `, "u").exec(page) ?? [];
  for (const path of touched)
    expect([path, steps.includes(path.replace(name, "<name>")) || steps.includes(path.replace(name, "<id>"))]).toEqual([
      path,
      true,
    ]);
}

const SLOT = `import { text } from "#core/request/options/index.ts";
import { fold } from "#core/text/text.ts";
import { defineSlot } from "./slot.ts";

export const toast = defineSlot({
  name: "toast",
  holds: "many",
  sided: "never",
  compared: false,
  timed: true,
  fields: { glass: text("What was drunk to", { required: true }) },
  ask: ["toast", "toasts"],
  key: (f) => fold(f.glass),
  sentence: (f) => \`A glass was raised to \${f.glass}.\`,
});
`;

it("adds a slot", () => {
  insert("src/core/facts/slot-names.ts", '  "note",\n', '  "toast",\n');
  expect(types("core").text).toMatch(/^src\/core\/slots\/index\.ts.*'toast' is missing/mu);
  write("src/core/slots/toast.ts", SLOT);
  insert("src/core/slots/index.ts", "import { venue }", 'import { toast } from "./toast.ts";\n');
  insert("src/core/slots/index.ts", "  note,\n", "  toast,\n");
  const missing = data();
  expect(missing.code).toBe(2);
  for (const file of ["ru", "tr"])
    expect(missing.text).toMatch(new RegExp(String.raw`^data/locales/${file}\.yaml:\d+ .*toast`, "mu"));
  insert("src/core/messages/english/slot-words.ts", '  "slot.note"', '  "slot.toast": "Toasts",\n');
  insert("data/replies/tr.json", '    "slot.note"', '    "slot.toast": "Kadehler",\n');
  insert("data/replies/ru.json", '    "slot.note"', '    "slot.toast": "Тосты",\n');
  insert("data/locales/tr.yaml", "  note: not\n", "  toast: kadeh\n");
  insert("data/locales/ru.yaml", "  note: заметка\n", "  toast: тост\n");
  const [sound, asked] = checkedAndAsked("about toast");
  expect(sound).toContain("no mistakes");
  expect(asked).toContain("The desk holds nothing on toasts");
  named("Add a slot", "toast");
});

const ARTICLE = `id: gazette
outlet: Gazette
published: 2025-04-11
language: en
held: text
paragraphs: 2
claims:
  - id: apr-note-gazette
    talks: istanbul-april
    slot: note
    paragraph: 2
    says: { remark: a glass was raised to patience }
  - id: apr-venue-gazette
    talks: istanbul-april
    slot: venue
    paragraph: 1
    says: { city: Stambulopolis }
`;

it("adds an article, whose new spelling the data check asks for", () => {
  write("data/us-russia/articles/gazette.yaml", ARTICLE);
  const { code, text } = data();
  expect(code).toBe(2);
  expect(text).toMatch(/^data\/us-russia\/articles\/gazette\.yaml:\d+ claims\.1\.says\.city: .*Stambulopolis/mu);
  insert("data/us-russia/pack.yaml", "Стамбул, ", "Stambulopolis, ");
  const [sound, asked] = checkedAndAsked("sources gazette");
  expect(sound).toContain("no mistakes");
  expect(asked).toContain("A glass was raised to patience.");
  named("Add an article", "gazette");
});

const COMMAND = `import { defineReading } from "./reading.ts";

export const toasts = defineReading({
  name: "toasts",
  about: "Who drank to what",
  title: "slot.toast",
  slots: ["note"],
  next: ["outcomes"],
});
`;

it("adds a command", () => {
  write("commands/talks/toasts.ts", COMMAND);
  insert("commands/index.ts", "import { unfollow }", 'import { toasts } from "./talks/toasts.ts";\n');
  insert("commands/index.ts", "quotes, properties", "toasts, ");
  const { text } = data();
  for (const field of ["name", "about"]) expect(text).toContain(`commands.talks toasts.${field}: is not translated`);
  for (const [file, where, name] of [
    ["tr", "  talks quotes:", "kadehler"],
    ["ru", "  talks quotes:", "тосты"],
  ] as const) {
    insert(`data/locales/${file}.yaml`, where, `  talks toasts: { name: ${name}, about: ${name} }\n`);
    insert(`data/locales/${file}.yaml`, "          quotes:", `          toasts: ${name}\n`);
  }
  const [sound, toasts, about, help] = checkedAndAsked("toasts", "about toasts", "help toasts");
  expect(sound).toContain("no mistakes");
  expect(toasts).toContain("Toasts: Second round");
  expect(about).toBe(toasts);
  expect(help).toContain("Who drank to what");
  named("Add a command", "toasts");
});

const OPENED = `
const { PLATFORMS, readConfig } = await import("./src/app/config.ts");
const { platforms } = readConfig({ SKELETON_ROOM: "den" });
for (const [entry, open] of platforms) console.log(entry.title, (await open({})).name);
console.log(PLATFORMS.map((p) => p.title).join(", "));
`;

it("adds a platform: its own folder, and one line elsewhere", () => {
  const folder = join(copy, "src", "platforms", "skeleton");
  cpSync(join(ROOT, "test", "platforms", "skeleton"), folder, { recursive: true });
  rmSync(join(folder, "skeleton.test.ts"));
  insert("src/app/platforms.ts", "export { slack }", 'export { skeleton } from "#platforms/skeleton/entry.ts";\n');
  expect(run("node", "--input-type=module", "-e", OPENED).text).toBe("Skeleton skeleton\nDiscord, Skeleton, Slack\n");
  expect(touched).toEqual(["src/app/platforms.ts"]);
  named("Add a platform", "skeleton");
});

it("type checks with all of them", () => {
  expect(types("all")).toEqual({ code: 0, text: "" });
});
