import { expect, it } from "vitest";
import { ENGLISH } from "#core/messages/english.ts";
import { checkReplies } from "#src/library/check-replies.ts";
import { printed } from "#src/library/mistake.ts";
import { DATA } from "#test/desk.ts";
import { dataWith } from "./folder.ts";

const mislineIn = (change: Readonly<Record<string, string | undefined>>) => {
  const messages = { ...ENGLISH, ...change };
  return inCatalogue(JSON.stringify({ read: false, messages }, undefined, 2));
};

/** The mistakes in a folder whose Turkish catalogue this is; the Russian one is as shipped. */
function inCatalogue(text: string): readonly string[] {
  return checkReplies(dataWith({ "replies/tr.json": text })).map(printed);
}

it("finds none in the shipped catalogues", () => {
  expect(checkReplies(DATA)).toEqual([]);
});

it.each([
  ["missing", { "frame.share": undefined }, "frame.share: is not translated; in English: Share"],
  ["told by no reply", { "frame.shares": "x" }, "frame.shares: is told by no reply; take it out"],
  ["without a place", { "first.disputed": "x" }, "first.disputed: has places for nothing; in English for words"],
  ["with another place", { "frame.share": "{who}" }, "frame.share: has places for who; in English for nothing"],
  ["with a place in one plural alone", { "agree.agree": "{n, plural, one {#} other {{x}}}" }, "has places for n and x"],
  ["not to be read", { "agree.agree": "{n, plural, one {#}}" }, "cannot be read as an ICU message"],
])("names a message that is %s", (_, change, said) => {
  const [only, ...more] = mislineIn(change);
  expect(only).toContain(said);
  expect(more).toEqual([]);
});

it("names the file, the line and the shape of one that is no catalogue", () => {
  expect(inCatalogue("[]")[0]).toMatch(/^data\/replies\/tr\.json:1: is not/u);
  expect(mislineIn({ "frame.share": "{who}" })[0]).toMatch(/^data\/replies\/tr\.json:\d{2,} frame\.share:/u);
});
