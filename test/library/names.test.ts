import { expect, it } from "vitest";
import { dataWith, lineOf, mislineIn, swap } from "./folder.ts";

const FILE = "us-russia/pack.yaml";

it.each<[what: string, from: string, to: string, mistake: string]>([
  [
    "an alias of another thing",
    "aliases: [SF, Frisco]",
    "aliases: [SF, Maryland]",
    'places.5.aliases.1: "Maryland" already names maryland',
  ],
  [
    "an alias twice",
    "aliases: [SF, Frisco]",
    "aliases: [SF, sf]",
    'places.5.aliases.1: "sf" is already a spelling of san-fr',
  ],
  [
    "an alias that is only its name",
    "aliases: [SF, Frisco]",
    "aliases: [San Francisco]",
    '"San Francisco" is already a spelling',
  ],
  ["an alias that differs by marks alone", "aliases: [SF, Frisco]", "aliases: [Mâryland]", "already names maryland"],
  ["an alias of no letters", "aliases: [SF, Frisco]", 'aliases: ["!!"]', "a spelling needs a letter or a digit"],
  ["an alias that is a number", "aliases: [SF, Frisco]", "aliases: [415]", "places.5.aliases.0: write words here"],
  ["an id twice", "- id: maryland", "- id: long-island", '"long-island" already names long-island'],
  ["an order twice", "order: 2", "order: 1", "talks.1.order: istanbul-february has the order 1 of istanbul-april too"],
  ["an order that is no number", "order: 2", "order: second", "talks.1.order: write the round's number"],
  ["a party that is none", "party: russia", "party: ussr", "people.0.party: no party has the id ussr"],
  ["a party without its adjective", "    adjective: Russian\n", "", "parties.0.adjective: write words here"],
  ["aliases that are words", "aliases: [MD]", "aliases: MD", "write a list of spellings, [] for none"],
])("refuses %s with file, line and field", (_, from, to, mistake) => {
  const found = mislineIn(dataWith({ [FILE]: swap(from, to) }));
  expect(found.join("\n")).toContain(mistake);
  expect(found[0]).toMatch(/^us-russia\/pack\.yaml:\d+ [\w.]+: /u);
});

it("names the line of the alias itself", () => {
  const found = mislineIn(dataWith({ [FILE]: swap("      - Aleksander Darchiyev", "      - Darchiyev") }));
  const line = lineOf(FILE, "      - Aleksander Darchiyev");
  expect(found).toEqual([
    `us-russia/pack.yaml:${line} people.0.aliases.5: "Darchiyev" is already a spelling of darchiev; each stands once`,
  ]);
});

it("names the mistakes of articles too where the names cannot be read", () => {
  const found = mislineIn(dataWith({ [FILE]: "talks: 5", "us-russia/articles/tass.yaml": "id: 5" }));
  expect(found.some((m) => m.startsWith("us-russia/pack.yaml:"))).toBe(true);
  expect(found.some((m) => m.startsWith("us-russia/articles/tass.yaml:"))).toBe(true);
});
