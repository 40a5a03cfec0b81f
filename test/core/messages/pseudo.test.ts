import { expect, it } from "vitest";
import { ENGLISH } from "#core/messages/english.ts";
import { libraryView } from "#core/desk/library-view.ts";
import { library, reader, say, siteOver } from "#test/desk.ts";
import { englishLeft, inBrackets } from "#test/english-left.ts";

/** What is asked in a language of which every message stands in brackets: what is told without them is in code. */
const LINES = [
  "sources TASS",
  "who rubio",
  "help who-led",
  "compare second second",
  "check-quote nobody ever said so much as this",
  "ask asdfgh",
  "who zzyzx",
  "when talks:zzyzx",
  "nosuch command",
  "who-led",
  "where",
  "when",
  "how-long",
  "agenda",
  "why",
  "grievances",
  "outcomes",
  "quotes",
  "about note",
  "who darchiev",
  "ask how long did they meet",
  "ask did they discuss bananas",
  "ask did they meet in Paris",
  "brief",
  "timeline",
  "compare",
  "disputes",
  "properties",
  "fact apr-led-us",
  "sources",
  "changes",
  "list",
  "check-quote The focus is not on Ukraine",
  "help",
] as const;

inBrackets();

// A view of its own: what was told once is kept with the view, and other tests of this process read Turkish.
const session = siteOver(libraryView(library));

it.each(LINES)("tells %s by messages", async (line) => {
  const { text } = await say(line, { ...reader, locale: "tr" }, session);
  expect(englishLeft(text)).toEqual([]);
});

it("finds words in code", () => {
  expect(englishLeft("⟦The ⟦side⟧: x⟧ Retracted because")).toEqual(["Retracted", "because"]);
  expect(Object.keys(ENGLISH).length).toBeGreaterThan(200);
});
