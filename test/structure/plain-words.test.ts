import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { literals } from "./literals.ts";

const page = (name: string) => readFileSync(join(ROOT, name), "utf8");

/** The patterns of the style guide's last table. Within a table a bar is written `\|`. */
const REFUSED = [
  ...(page("docs/style.md").split("\n## Words that a test refuses\n")[1] ?? "").matchAll(/^\| `(.+?)` +\|/gmu),
].map(([, pattern = ""]) => new RegExp(pattern.replaceAll(String.raw`\|`, "|"), "iu"));

// The guide quotes what it refuses.
const pages = globSync(["*.md", "docs/**/*.md", "data/*.md", "test/**/*.md", ".github/**/*.{md,yml}"], {
  cwd: ROOT,
}).filter((name) => name !== "docs/style.md");

it.each([
  "Nothing was asked in vain.",
  "The channel is no more, is archived, or I was removed from it.",
  "f1 is no more on this desk.",
  "flights is no time of the day.",
  "Copy it anew.",
  "Mend the file.",
  "Give it to whoever runs Talks.",
  "What is due comes to one post.",
  "There is no command (any more).",
  "Two outlet(s) agree.",
])("refuses: %s", (sentence) => {
  expect(REFUSED.filter((pattern) => pattern.test(sentence))).not.toEqual([]);
});

it.each([
  "There is no digest here yet.",
  "It is no longer on this desk.",
  "Nothing was changed.",
  "It says so to readers.",
])("accepts: %s", (sentence) => {
  expect(REFUSED.filter((pattern) => pattern.test(sentence))).toEqual([]);
});

const refusedIn = (text: string) =>
  REFUSED.flatMap((pattern) => pattern.exec(text)?.slice(0, 1) ?? []).map((hit) => `${hit}: ${text}`);

it.each(pages)("finds none of them in %s", (name) => {
  expect(page(name).split("\n").flatMap(refusedIn)).toEqual([]);
});

/** Lists of words that people type, and migrations, which never change. */
const EXCEPT = ["src/core/lookup/{little-words,stop-words,synonyms,phrases,missing}.ts", "src/stores/migrations/*.ts"];
const code = globSync(["src/**/*.ts", "commands/**/*.ts"], { cwd: ROOT, exclude: EXCEPT });
const COMMENT = /^ *(?:\/\/|\/?\*).*$/gmu;

it("reads the sentences of the code", () => {
  expect(
    literals('import a from "#a/b c.ts"; refuse("Not here.", `It is ${a} no more.`, \'a\'); // "in vain"'),
  ).toEqual(["Not here.", "It is X no more.", "a"]);
});

it("finds none of them in what the code says", () => {
  expect(code.length).toBeGreaterThan(400);
  const said = code.flatMap((path) => literals(page(path)).map((text) => ({ path, text })));
  // A literal of one word is a name in the code.
  const sentences = said.filter(({ text }) => text.includes(" "));
  expect(sentences.flatMap(({ path, text }) => refusedIn(text).map((hit) => `${path}: ${hit}`))).toEqual([]);
});

it("finds none of them in comments, and no comment over 120 columns", () => {
  const lines = code.flatMap((path) => [...page(path).matchAll(COMMENT)].map(([line]) => ({ path, line })));
  expect(lines.length).toBeGreaterThan(2000);
  const found = lines.flatMap(({ path, line }) => refusedIn(line).map((hit) => `${path}: ${hit}`));
  expect([...found, ...lines.filter(({ line }) => line.length > 120)]).toEqual([]);
});
