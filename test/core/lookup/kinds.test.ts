import { expect, it } from "vitest";
import { RowIndex } from "#core/lookup/row-index.ts";
import { search } from "#core/lookup/search.ts";

const row = (id: string, kind: string, text: string) => ({
  id,
  kind,
  text,
  subject: "",
  label: "",
  aliases: [],
  tags: [],
});
const index = new RowIndex();
index.put(row("led", "led", "Alexander Darchiev was at the head of the Russian side."));
index.put(row("duration", "duration", "Five and a half hours passed before the doors opened."));
index.put(row("venue", "venue", "The delegations sat down at the Russian consulate."));
index.put(row("agenda", "agenda", "Embassy operations, and how long the consulate waits for visas."));
const first = (question: string) => search(question, { indexes: [index] }).hits[0]?.row.id;

it.each([
  ["кто возглавлял", "led"],
  ["kim yönetti", "led"],
  ["who led them", "led"],
  ["how long did they meet", "duration"],
  ["hw long", "duration"],
  ["nerede", "venue"],
  ["what was on the table", "agenda"],
])("finds for %j the row of the slot that it asks for, whatever its words: %s", (question, id) => {
  expect(first(question)).toBe(id);
});

it("asks for no slot that is not held", () => {
  expect(first("what was ruled out")).toBeUndefined();
});

it("forgets a kind with its last row", () => {
  const some = new RowIndex();
  some.put(row("led", "led", "Alexander Darchiev was at the head."));
  some.drop("led");
  expect(search("who led", { indexes: [some] }).hits).toEqual([]);
});
