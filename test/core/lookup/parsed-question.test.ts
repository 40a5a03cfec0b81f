import { expect, it } from "vitest";
import { parseQuestion } from "#core/lookup/parsed-question.ts";
import { RowIndex } from "#core/lookup/row-index.ts";

const index = new RowIndex();
const texts = [
  "The area of Ghana",
  "The GDP of Ghana",
  "The terrain of Norway",
  "ter and ria are codes",
  "A steamship sails",
];
for (const [i, text] of texts.entries())
  index.put({ id: String(i), subject: "", label: "", kind: "", text, aliases: [], tags: [] });
const read = (question: string) =>
  parseQuestion(question, [index]).words.map(({ typed, terms }) => [typed, terms[0]?.term]);

it("takes a slip of a little word for one in a sentence, and for a held word among keywords", () => {
  expect(read("what is tha area")).toEqual([["area", "area"]]);
  expect(read("ghan area")).toEqual([
    ["ghan", "ghana"],
    ["area", "area"],
  ]);
});

it.each([
  ["ghana gd", "gd", "gdp"],
  ["norway terria", "terria", "terrain"],
])("reads %j: %s is %s, not two shorter words or none", (question, typed, term) => {
  expect(read(question)).toContainEqual([typed, term]);
});

it("splits and joins compounds", () => {
  expect(read("steam ship").map(([, term]) => term)).toEqual(["steamship"]);
  expect(read("norwayterrain").map(([, term]) => term)).toEqual(["norwai", "terrain"]);
});
