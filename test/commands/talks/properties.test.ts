import { expect, it } from "vitest";
import { cellWords } from "#core/reply/reply.ts";
import { refused, say, told } from "#test/desk.ts";

const rows = async (line: string) =>
  (await say(line)).reply.blocks.flatMap((b) =>
    b.kind === "table" ? b.rows.map((r) => r.slice(0, 2).map(cellWords)) : [],
  );

it("lists the six by place and kind, and says once whose all of them are and what was done", async () => {
  expect(await rows("properties")).toEqual([
    ["Long Island", "Estate"],
    ["Maryland", "Estate"],
    ["San Francisco", "Consulate"],
    ["Seattle", "Consulate"],
    ["Washington", "Trade mission"],
    ["New York", "Trade mission"],
  ]);
  expect((await told("properties")).replace(/\s+/gu, " ")).toContain(
    "Whose: Russia · What was done: under restrictions imposed by the United States · Said by: ln24SA",
  );
});

it("keeps restricted apart from seized, each with who says so", async () => {
  const text = await told("properties");
  expect(text).toMatch(/6 properties, under restrictions imposed by the United States\. \S+\n\s+Source: ln24SA, ¶7/u);
  expect(text).toMatch(
    /6 properties, seized by the United States, according to the Russian Foreign Ministry\. \S+\n\s+Source: Türkiye Today/u,
  );
});

it.each([
  ["properties seattle", ["Seattle"]],
  ["properties new york", ["New York"]],
  ["properties place:nyc", ["New York"]],
  ["properties estates", ["Long Island", "Maryland"]],
  ["properties kind:consulate", ["San Francisco", "Seattle"]],
  ["properties trade missions", ["Washington", "New York"]],
  ["properties washington trade mission", ["Washington"]],
  ["properties seatle", ["Seattle"]],
])("answers %s", async (line, places) => {
  expect((await rows(line)).map(([place]) => place)).toEqual(places);
});

it("cites the table", async () => {
  expect(await told("properties estates")).toContain("For the table: ln24SA, ¶7");
});

it.each([
  ["properties istanbul", "The desk holds nothing on properties in Istanbul"],
  ["properties seattle kind:estate", "The desk holds nothing on estate in Seattle"],
  ["properties kind:castle", "The desk holds nothing on castle"],
  ["properties talks:first", "The desk holds nothing on properties"],
])("refuses %s", async (line, message) => {
  expect((await refused(line)).message).toContain(message);
});

it("offers no round that holds nothing of it", async () => {
  expect(await told("properties")).toMatch(/\[2\] Outcomes$/u);
});
