import { expect, it } from "vitest";
import { join } from "node:path";
import { DATA, library, shipped } from "#test/desk.ts";
import { dataWith, lineOf, mislineIn, swap } from "./folder.ts";

it("loads what is shipped without a mistake", () => {
  expect(mislineIn(DATA)).toEqual([]);
  expect(library.articles.map((a) => a.id)).toEqual([
    "ln24sa",
    "hurriyet-arrival",
    "hurriyet",
    "meduza",
    "tass",
    "turkiye-today",
  ]);
});

it("ships every statement of the primary article, paragraph by paragraph", () => {
  const held = Map.groupBy(
    library.claims.filter((c) => c.citation.article === "ln24sa"),
    (c) => c.citation.paragraph,
  );
  expect([...held].map(([p, claims]) => [p, claims.map((c) => c.slot)])).toEqual([
    [1, ["note", "venue", "date", "purpose", "background", "background"]],
    [2, ["movement", "movement", "movement", "venue", "duration"]],
    [3, ["led", "led"]],
    [4, ["purpose", "background", "background", "background"]],
    [5, ["quote", "quote", "agenda", "excluded", "excluded"]],
    [6, ["grievance", "background", "grievance", "grievance", "grievance"]],
    [7, ["agenda", ...Array.from({ length: 7 }, () => "property")]],
  ]);
});

it("keeps the source's own spelling beside the id", () => {
  expect(library.claims.find((c) => c.id === "feb-led-russia-meduza")).toMatchObject({
    fields: { person: "darchiev" },
    as: { person: "Aleksandr Darchiyev" },
  });
});

it("makes the primary article say no year, no calendar day, no outcome and no next round", () => {
  const own = library.claims.filter((c) => c.citation.article === "ln24sa");
  expect(JSON.stringify(own)).not.toMatch(/20\d\d/u);
  expect(own.filter((c) => c.slot === "outcome" || c.slot === "next")).toEqual([]);
  expect(own.filter((c) => c.slot === "date").map((c) => c.fields)).toEqual([{ stated: "Thursday" }]);
});

it("names every mistake of every file at once, each with file, line and field", () => {
  const folder = dataWith({
    "us-russia/pack.yaml": swap("aliases: [MD]", "aliases: [MD, maryland]"),
    "us-russia/articles/meduza.yaml": swap("slot: duration", "slot: lenght"),
    "us-russia/articles/tass.yaml": (text) =>
      swap("paragraph: 9", "paragraph: 90")(swap("side: russia", "side: rusia")(text)),
    "us-russia/articles/ln24sa.yaml": swap("person: Alexander Darchiev", "person: Boris Nobody"),
  });
  const found = mislineIn(folder);
  expect(found).toHaveLength(5);
  expect(found.join("\n")).toMatch(/^us-russia\/articles\/meduza\.yaml:\d+ claims\.2\.slot: not a slot/mu);
  expect(found.join("\n")).toMatch(/^us-russia\/pack\.yaml:\d+ places\.\d+\.aliases\.1: "maryland" is already/mu);
  const person = lineOf("us-russia/articles/ln24sa.yaml", "person: Alexander Darchiev");
  expect(found.join("\n")).toContain(
    `us-russia/articles/ln24sa.yaml:${person} claims.11.says.person: "Boris Nobody" is in no list`,
  );
  expect(found.join("\n")).toMatch(
    /^us-russia\/articles\/tass\.yaml:\d+ claims\.\d+\.side: no party has the id rusia/mu,
  );
  expect(found.join("\n")).toMatch(
    /^us-russia\/articles\/tass\.yaml:\d+ claims\.\d+\.paragraph: the article has 10 paragraphs/mu,
  );
});

it("puts what an article's claims say before what notes say, so that the fuller source leads", () => {
  const venue = shipped.facts.find((f) => f.id === "apr-venue");
  expect(venue?.claims[0].citation.article).toBe("ln24sa");
});

it("does not take other files of the folder for articles", () => {
  expect(
    mislineIn(dataWith({ "us-russia/articles/draft.txt": "not yaml: [", "us-russia/articles/notes.md": "# x" })),
  ).toEqual([]);
});

it("fails plainly where the folder is not there", () => {
  expect(() => mislineIn(join(DATA, "nowhere"))).toThrow("ENOENT");
});
