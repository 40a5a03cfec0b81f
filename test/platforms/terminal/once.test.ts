import { expect, it } from "vitest";
import { once } from "#platforms/terminal/once.ts";
import { reader, session } from "#test/desk.ts";

const PAPER = { width: 100, colour: false };
const run = (...argv: string[]) => once(argv, reader, session, PAPER);

it.each([
  [["who-led"], 0],
  [["how long did they meet"], 0],
  [["help", "who-led"], 0],
  [["disputes", "talks:first"], 0],
  [["ask", "who won the election"], 1],
  [["who", "putin"], 1],
  [["fact", "nope"], 1],
  [["grievances", "talks:first"], 1],
  [["who-ledd"], 2],
  [["who-led", "sid:us"], 2],
  [["who-led", "public:maybe"], 2],
  [["who"], 2],
  [["compare", "first", "first"], 2],
  [[""], 2],
  [[], 2],
  [["x".repeat(10_000)], 2],
] as const)("ends %j with %i", async (argv, code) => {
  expect((await run(...argv)).code).toBe(code);
});

it("prints the tree, its facts and their citations as JSON, wherever --json stands", async () => {
  for (const argv of [
    ["--json", "who-led", "us"],
    ["who-led", "us", "--json"],
  ]) {
    const tree = JSON.parse((await run(...argv)).text) as Record<string, unknown>;
    expect(tree).toMatchObject({
      kind: "reply",
      plain: expect.stringContaining("Sonata Coulter"),
      facts: [
        {
          id: "apr-led-us",
          revision: 0,
          statement: "Sonata Coulter, U.S. Deputy Assistant Secretary of State, led the discussions for the U.S. side.",
          sources: [
            { article: "ln24sa", outlet: "ln24SA", place: "¶3", said: "confirmed by Russia's foreign ministry" },
            { article: "tass", outlet: "TASS", place: "note 4", day: "10 April 2025", href: expect.any(String) },
            { article: "turkiye-today", outlet: "Türkiye Today", place: "note 4" },
          ],
        },
      ],
    });
  }
});

it("prints a refusal as JSON too, with its buttons' calls", async () => {
  const { text, code } = await run("who-ledd", "--json");
  expect(code).toBe(2);
  expect(JSON.parse(text)).toMatchObject({
    kind: "refusal",
    refusal: { kind: "usage", buttons: [{ call: { path: ["talks", "who-led"] } }, {}, {}] },
  });
});
