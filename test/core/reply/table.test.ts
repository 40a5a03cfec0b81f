import { expect, it } from "vitest";
import { byArticle } from "#core/reply/citation.ts";
import { readable } from "#core/reply/readable.ts";
import { idCode, paragraph, reply, strong, text, words, type Block, type Source } from "#core/reply/reply.ts";
import { shortNames } from "#core/reply/short-names.ts";
import { tableBlocks, type Row } from "#core/reply/table.ts";

const row = (...cells: readonly string[]): Row => ({
  cells: [...cells.slice(0, -1), [idCode(cells.at(-1) ?? "")]],
  of: [cells.at(-1) ?? ""],
});
const tableOf = (blocks: readonly Block[]) => blocks.find((b) => b.kind === "table");

it("says a column of one value once, above the table, and keeps the first column and the ids", () => {
  const blocks = tableBlocks(
    "",
    ["Place", "Kind", "Whose", "Fact"],
    [row("Oslo", "Office", "Norway", "f1"), row("Oslo", "House", "Norway", "f2")],
  );
  expect(blocks[0]).toEqual(paragraph(strong("Whose: "), text("Norway")));
  expect(tableOf(blocks)).toMatchObject({
    head: ["Place", "Kind", "Fact"],
    rows: [
      ["Oslo", "Office", [idCode("f1")]],
      ["Oslo", "House", [idCode("f2")]],
    ],
    tells: [["f1"], ["f2"]],
  });
});

it.each([
  ["one row", [row("Oslo", "Office", "f1")]],
  ["nothing in a column", [row("Oslo", "", "f1"), row("Bergen", "", "f2")]],
])("says nothing above a table of %s", (_, rows) => {
  const blocks = tableBlocks("", ["Place", "Kind", "Fact"], rows);
  expect(blocks).toHaveLength(1);
  expect(tableOf(blocks)?.head).toEqual(["Place", "Kind", "Fact"]);
});

it("shows a column of ids to those who work with them alone", () => {
  const told = reply(
    "x",
    tableBlocks("", ["Place", "Kind", "Fact"], [row("Oslo", "Office", "f1"), row("Bergen", "Hut", "f2")]),
  );
  const headFor = (ids: boolean) => tableOf(readable(told, { ids, details: false }).blocks)?.head;
  expect(headFor(false)).toEqual(["Place", "Kind"]);
  expect(headFor(true)).toEqual(["Place", "Kind", "Fact"]);
});

it.each([
  [
    ["First round, Oslo, May", "Second round, Oslo, June"],
    ["First round", "Second round"],
  ],
  [
    ["Talks, Oslo, May", "Talks, Oslo, June"],
    ["Talks, Oslo, May", "Talks, Oslo, June"],
  ],
  [
    ["Talks, Oslo, May", "Talks, Bergen"],
    ["Talks, Oslo", "Talks, Bergen"],
  ],
  [
    ["Call", "Call"],
    ["Call", "Call"],
  ],
  [["Only one, here"], ["Only one"]],
])("shortens the names of %j to what tells them apart", (names, short) => {
  expect(shortNames(names)).toEqual(short);
});

const source = (place: string, more: Partial<Source> = {}): Source => ({ article: "a", outlet: "A", place, ...more });

it.each([
  ["notes in a row", [source("note 1"), source("note 3"), source("note 2")], ["notes 1–3"]],
  ["two notes, and one twice", [source("note 2"), source("note 1"), source("note 1")], ["notes 1 and 2"]],
  ["paragraphs", [source("¶7"), source("¶1"), source("¶2"), source("¶3")], ["¶¶ 1–3 and 7"]],
  ["another language", [source("¶1, in Spanish"), source("¶4, in Spanish")], ["¶¶ 1 and 4, in Spanish"]],
  ["one alone", [source("¶4")], ["¶4"]],
  ["what another said", [source("¶1"), source("¶2", { said: "as told by Ida Ray" })], ["¶1", "¶2"]],
  ["another article", [source("¶1"), source("¶2", { article: "b" })], ["¶1", "¶2"]],
  ["places of two kinds", [source("¶1"), source("note 2")], ["¶1; note 2"]],
])("cites an article once, with %s", (_, sources, places) => {
  expect(byArticle(sources).map(({ place }) => place)).toEqual(places);
});

it("keeps emphasis and links of a cell", () => {
  const link = { kind: "link", text: "A", href: "https://example.org/a" } as const;
  const blocks = tableBlocks("", ["What", "Where"], [{ cells: [[strong("One")], [link]], of: [] }]);
  expect(tableOf(blocks)?.rows).toEqual([[[strong("One")], [link]]]);
  expect(words([link])).toBe("A");
});
