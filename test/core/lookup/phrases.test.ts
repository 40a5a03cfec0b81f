import { describe, expect, it } from "vitest";
import { RowIndex } from "#core/lookup/row-index.ts";
import { search } from "#core/lookup/search.ts";

const rows = [
  { id: "area", subject: "Atlantis", label: "area", text: "The total area of Atlantis is 12 sq km." },
  { id: "coast", subject: "Atlantis", label: "coastline", text: "The coastline of Atlantis is 30 km long." },
  { id: "people", subject: "Atlantis", label: "population", text: "The population of Atlantis is 400." },
  { id: "chief", subject: "Atlantis", label: "chief of state", text: "The chief of state of Atlantis is Queen Ada." },
  { id: "head", subject: "Atlantis", label: "head of government", text: "The head of government of Atlantis is Bo." },
  { id: "life", subject: "Atlantis", label: "life expectancy", text: "Life expectancy in Atlantis is 80 years." },
];

describe("what people ask and what sources write", () => {
  const index = new RowIndex();
  for (const row of rows) index.put({ kind: "", aliases: [], tags: [], ...row });
  const first = (question: string) => search(question, { indexes: [index] }).hits[0]?.row.id;

  it.each([
    ["how big is atlantis", "area"],
    ["hwo bgi is atlantis", "area"],
    ["how many people live in atlantis", "people"],
    ["how long do people live in atlantis", "life"],
    ["who is the head of state of atlantis", "chief"],
    ["who is the haed of stat of atlantis", "chief"],
  ])("%s", (question, id) => {
    expect(first(question)).toBe(id);
  });

  it("keeps what was asked apart from what it stands for", () => {
    const { asked } = search("how big is atlantis", { indexes: [index] });
    expect(asked.words.map((w) => w.typed)).toEqual(["big", "atlantis"]);
    expect(asked.hints.map((w) => w.terms[0]?.term)).toEqual(["area"]);
  });
});
