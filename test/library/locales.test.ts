import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { Commands, defineCommand } from "#core/answer/command.ts";
import { oneOf } from "#core/request/options/index.ts";
import { checkLocales } from "#src/library/check-locales.ts";
import { readLocales } from "#src/library/locales.ts";
import { printed } from "#src/library/mistake.ts";
import { DATA } from "#test/desk.ts";
import { dataWith, lineOf, swap } from "./folder.ts";

const TR = "locales/tr.yaml";
const mistakes = (folder: string, of = commands) => checkLocales(folder, of).map(printed);
const edited = (from: string, to: string) => mistakes(dataWith({ [TR]: swap(from, to) }));

it("ships Turkish and Russian, whole and without a word too many", () => {
  expect(readLocales(DATA).files.map((file) => file.locale.language)).toEqual(["ru", "tr"]);
  expect(mistakes(DATA)).toEqual([]);
});

it("names what a new command is not called yet, in each language, with the English", () => {
  const toasts = defineCommand({
    path: ["talks", "toasts"],
    about: "Who drank to what",
    tier: "reader",
    options: { glass: oneOf("What was in it", ["tea"]) },
    example: "",
    answer: () => Promise.reject(new Error("never asked")),
  });
  const at = (file: string) => lineOf(`locales/${file}.yaml`, "  talks ask:");
  const found = mistakes(DATA, new Commands([...commands.all, toasts]));
  expect(found).toHaveLength(10);
  for (const file of ["ru", "tr"]) {
    const where = `locales/${file}.yaml:${at(file)} commands.talks toasts`;
    expect(found).toContain(`${where}.name: is not translated; in English: toasts`);
    expect(found).toContain(`${where}.about: is not translated; in English: Who drank to what`);
    expect(found).toContain(
      `${where}.options.glass.about: is not translated here or in groups.talks.options.glass.about and options.glass.about; in English: What was in it`,
    );
    expect(found.join("\n")).toContain(`${where}.options.glass.choices.tea: is not translated here or in`);
  }
});

it("names what no command is called any more", () => {
  const less = new Commands(commands.all.filter((c) => c.path.join(" ") !== "talks sources"));
  expect(mistakes(DATA, less)).toContain(
    `${TR}:${lineOf(TR, "  talks sources:") + 1} commands.talks sources.name: is used by no command that is listed; take it out`,
  );
});

it("wants no words for a command that is not listed, and none that are there", () => {
  const [found] = edited("  talks when:", "  talks why:\n    name: neden\n    about: Neden\n  talks when:");
  expect(found).toContain("commands.talks why.name: is used by no command that is listed");
});

it("names one translation for two things", () => {
  const own = "        about: Yalnız bir taraf\n";
  const [found, ...more] = edited(`    options:\n      side:\n${own}`, "");
  expect(found).toMatch(
    /^locales\/tr\.yaml:\d+ options\.side\.about: stands for "One side only" and "Which side it is about/u,
  );
  expect(more).toEqual([]);
});

it("names two commands, options or choices that are called one thing", () => {
  const found = edited("    name: nerede\n", "    name: when\n");
  expect(found).toEqual([
    `${TR}:${lineOf(TR, "name: nerede")} commands.talks where.name: "when" is also what "when" is called beside it`,
  ]);
  expect(edited("name: tur-1", "name: tur-2").join("\n")).toContain('"tur-2" is also what "b" is called beside it');
  expect(edited("outcome: sonuç", "outcome: tarih")[0]).toContain('what "outcome" is called');
});

it.each([
  ["a name with a space", "name: nerede", "name: ne rede", "not a name"],
  ["a name in capitals", "name: nerede", "name: Nerede", "a name is in lower case"],
  ["a long description", "about: İki tur yan yana", `about: ${"x".repeat(61)}`, "1 to 60 characters"],
  ["an empty label", "note: not", 'note: " "', "1 to 100 characters"],
  ["a slot that there is not", "note: not", "toast: not", "slots.toast: there is no such field here"],
  ["a field that there is not", "name: nerede", "name: nerede\n    nmae: nerede", "there is no such field here"],
  ["letters apart from their marks", "name: görüşmeler", "name: go\u0308rüşmeler", "as one character"],
])("refuses %s, with file, line and field", (_, from, to, message) => {
  const found = edited(from, to);
  expect(found.join("\n")).toContain(message);
  for (const line of found) expect(line).toMatch(/^locales\/tr\.yaml:\d+ \S/u);
});

it("names a group that is too long for Discord with its languages", () => {
  const long = Array.from({ length: 20 }, (_, i) => "x".repeat(95) + String(i));
  const options = Object.fromEntries(["one", "two", "three", "four"].map((name) => [name, oneOf("One of them", long)]));
  const where = commands.find(["talks", "where"]);
  if (where === undefined) throw new Error("there is no where");
  const all = new Commands(commands.all.map((c) => (c === where ? { ...where, options } : c)));
  expect(mistakes(DATA, all).join("\n")).toMatch(/groups\.talks: .*\/talks has \d+ characters; Discord takes 8000/u);
});

it("leaves a language English that cannot be read, and says why", () => {
  const { files, mistakes } = readLocales(dataWith({ [TR]: "groups: {}\n" }));
  expect(files.map((file) => file.locale.language)).toEqual(["ru"]);
  expect(mistakes.length).toBeGreaterThan(0);
  expect(readLocales(dataWith({})).files).toHaveLength(2);
});
