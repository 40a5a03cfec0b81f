import { expect, it } from "vitest";
import { decide } from "#core/lookup/decide.ts";
import { shipped } from "#test/desk.ts";

const kinds = (asked: string): string => {
  const d = decide(asked, shipped);
  return d.kind === "answer" ? (d.facts[0]?.slot ?? "") : d.kind;
};

it.each([
  "when were they seized",
  "when was the agreement signed",
  "how much are the seized properties worth",
  "how much did the properties cost",
])("does not tell of the meeting, or of a count, what was asked of a thing: %s", (asked) => {
  expect(kinds(asked)).toBe("near");
});

it.each([
  ["when did the delegations meet", "date"],
  ["when were the negotiations held", "date"],
  ["how long did the teams talk", "duration"],
  ["where was the session held", "venue"],
  ["how many properties are there", "property"],
])("tells of the meeting what was asked of it: %s", (asked, slot) => {
  expect(kinds(asked)).toBe(slot);
});

it.each([
  "is Sonata Coulter an ambassador",
  "was Marco Rubio a deputy assistant secretary",
  "is Rubio the new ambassador",
])("tells nobody else's post where a person is named: %s", (asked) => {
  const d = decide(asked, shipped);
  expect([d.kind, d.kind === "answer" && d.verdict === undefined]).not.toEqual(["answer", true]);
});
