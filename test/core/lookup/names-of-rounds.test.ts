import { expect, it } from "vitest";
import { decide } from "#core/lookup/decide.ts";
import { termOf } from "#core/lookup/stem.ts";
import { shipped } from "#test/desk.ts";

const kind = (asked: string): string => {
  const d = decide(asked, shipped);
  return d.kind === "answer" ? (d.facts[0]?.slot ?? "") : d.kind;
};

it.each([
  ["which days did they meet in April", "date"],
  ["on which dates did they get together in February", "date"],
  ["where did they sit down together in April", "venue"],
])("reads a turn of speech, and the days, as what they ask: %s", (asked, slot) => {
  expect(kind(asked)).toBe(slot);
});

it("does not tell of the meeting when something was signed, by whatever turn of speech", () => {
  expect(kind("when did they put pen to paper on the agreement")).not.toBe("date");
});

it.each([
  ["days", "day"],
  ["paying", "pay"],
  ["stays", "stay"],
])("knows %s by %s", (word, of) => {
  expect(termOf(word)).toBe(termOf(of));
});
