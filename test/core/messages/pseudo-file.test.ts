import { globSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { readEntries } from "#core/exchange/entries.ts";
import type { FileRead } from "#core/exchange/reader.ts";
import { writeTemplate } from "#core/exchange/template.ts";
import { libraryView } from "#core/desk/library-view.ts";
import { inTongue } from "#core/facts/view.ts";
import { inBrackets } from "#test/english-left.ts";
import { CLAIM, CSV, ROW, fixture, yaml } from "#test/import-files.ts";
import { ROOT, library } from "#test/desk.ts";

inBrackets();

const PLAIN = { leaveOut: [], fillDown: [] };
const claims = (...all: readonly string[]): string =>
  yaml("    paragraphs: 3\n", all.map((rest) => `{ talks: second, slot: note, ${rest} }`).join("\n      - "));

/** Files of which something is wrong, each in a way of its own. */
const FILES: readonly string[] = [
  ...globSync("test/fixtures/import/*", { cwd: ROOT }).map((path) => fixture(basename(path))),
  "",
  "\uFFFD\uFFFDtext",
  "articles:\n  - outlet: X\n   claims: []\n",
  "articles:\n\t- outlet: X\n",
  "articles:\n  - outlet: X: the paper\n",
  "articles:\n  - outlet: X\n    outlet: Y\n",
  "articles:\n  - outlet: !!python/object:x y\n",
  "articles:\n  - outlet: *x\n",
  "articles:\n  - outlet: X\n    claims:\n",
  "articles:\n  - hello\n",
  `a: ${"[".repeat(30)}${"]".repeat(30)}\n`,
  "--- {}\n",
  "? [a]\n: b\n",
  '{"articles":[{"outlet":"X","outlet":"Y"}]}',
  '{"articles": [\n{"outlet": "Quay Post"},\n]}',
  '{"articles": [{"outlet": "Quay',
  "[{'talks': 'second'}]",
  '{"slot":"note"}\n{"slot":\n',
  '// facts\n{"articles":[]}',
  "{“articles”:[]}",
  '{"@context":"https://schema.org","@type":"ClaimReview"}',
  '<?xml version="1.0"?><newsMessage/>',
  "The talks were held on Thursday.\nThey lasted six hours.\n",
  "talks,slot,source,paragraph,Remark,remark\n",
  "talks,slot,paragraph,remark\nsecond,note,1,x\n",
  "Round;Kind;Outlet;Para\nsecond;note;X;2\n",
  `${CSV}second,note,X,2,“they left, at noon”\n`,
  `${CSV}second,note,X,2,"never closed\n`,
  `${CSV}${ROW}\n${CSV}${ROW}\nsecond,,,2,x\nsecond,note,X,,NULL\n`,
  `${CSV}second,durations,X,2,words\nsecond,note,X,2,#NAME?\nsecond,note,X,2,${"x".repeat(3001)}\n`,
  `${CSV.trim()},published,language,held,paragraphs,bare\n${["4/5/2025", "31.02.2025", "45757"]
    .map((day) => `${ROW},${day},en,text,5,no\n`)
    .join("")}${ROW},,English,text,5,no\n${ROW},,en,whole,5,no\n${ROW},,en,text,0,no\n${ROW},,en,text,5,perhaps\n`,
  claims("paragraph: 4, says: { remark: x }", "paragraph: 0, says: { remark: x }", "paragraph: 1, says: { person: x }"),
  claims("paragraph: 1", "paragraph: 1, says: no questions", "paragraph: 1, says: { remark: [a, b] }"),
  claims("paragraph: 1, says: { remark: { a: b } }", "paragraph: 1, Paragraph: 2, says: { remark: x }"),
  yaml("", "hello"),
  `parties:\n  - Chile\n  - { name: Peru, adjective: [a], role: boss }\n  - { id: x }\n${yaml("")}`,
  `talks:\n  - { name: First, order: none, parties: [[a]] }\nslots:\n  - { name: Ships, holds: few }\n${yaml("")}`,
  `packs:\n  - negotiation: { aliases: x }\n    people: [x]\n  - words\n${yaml("")}`,
  `articles:\n  - outlet: X\n    claims: [${Array.from({ length: 2001 }, () => CLAIM).join(", ")}]\n`,
];

/** What is said outside of messages. */
function outside(said: string): string {
  let bare = said;
  for (let before = ""; before !== bare;) [before, bare] = [bare, bare.replace(/⟦[^⟦⟧]*⟧/gu, "")];
  return bare.trim();
}

function toldOf({ entries, packs, gaps }: FileRead): readonly string[] {
  const names = packs.flatMap(({ negotiation, ...lists }) => [
    ...(negotiation === undefined ? [] : [negotiation]),
    ...Object.values(lists).flat(),
  ]);
  return [...entries, ...names]
    .flatMap((one) => ("problem" in one ? [one.where, one.problem] : [one.where]))
    .concat(gaps.flatMap(({ lines }) => lines));
}

it("tells by messages what is wrong with a file and with its entries", () => {
  const told = FILES.map((file) => readEntries(file, PLAIN, { tongue: "tr" })).flatMap((read) =>
    read.ok
      ? toldOf(read.value)
      : [read.refusal.message, read.refusal.hint, ...(read.refusal.offers ?? []).map(({ label }) => label)],
  );
  expect(told.length).toBeGreaterThan(FILES.length);
  expect(told.filter((said) => outside(said) !== "")).toEqual([]);
});

it("tells by messages what a template remarks", () => {
  const { text } = writeTemplate("yaml", inTongue(libraryView(library), "tr"));
  const remarks = Array.from(text.matchAll(/# (.*)$/gmu), ([, remark = ""]) => remark);
  // The ids and names that the desk knows stand there as they are.
  const told = remarks.filter((remark) => !/^(?:talks|side): /u.test(remark));
  expect(told.filter((remark) => outside(remark) !== "")).toEqual([]);
  expect(readEntries(text, PLAIN).ok).toBe(false);
});
