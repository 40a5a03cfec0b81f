import { join } from "node:path";
import { expect, it } from "vitest";
import { EMPTY_LIBRARY, libraryView } from "#core/desk/library-view.ts";
import { decide } from "#core/lookup/decide.ts";
import { withPack } from "#test/bench/ask/pack.ts";
import { ROOT } from "#test/desk.ts";

const lake = libraryView(withPack(EMPTY_LIBRARY, join(ROOT, "test", "fixtures", "packs", "lake")));
const facts = (question: string): readonly string[] => {
  const decision = decide(question, lake);
  return decision.kind === "none" ? [] : [decision.kind, ...decision.facts.map((f) => f.id)];
};

it.each([
  ["which ostians took part", ["answer", "came-o-1"]],
  ["who was there from Ostia", ["answer", "came-o-1"]],
  ["who attended from Sudria", ["answer", "came-s-1"]],
])("%s: people of that party alone", (question, expected) => {
  expect(facts(question)).toEqual(expected);
});

it("tells of each round that the place fits", () => {
  expect(facts("what was the format in Aber")).toEqual(["answer", "format-2", "format-1"]);
  expect(facts("were they in separate rooms in Aber").slice(0, 2)).toEqual(["answer", "format-1"]);
});

it("looks for what somebody said by name before what their side wants", () => {
  expect(facts("red line Ida Ray")[1]).toBe("said-n-2");
});

it("reads who is to do something as the one of whom it is wanted", () => {
  expect(facts("what should Sudria do about fishing")).toContain("wants-n-1");
});

it("takes a swap for an exchange, with its size", () => {
  expect(facts("was that the largest swap of sailors")).toEqual(["answer", "swap-1"]);
});

it("does not tell where they met when asked where they stayed", () => {
  expect(facts("where did the delegations stay")[0]).not.toBe("answer");
});

it("offers facts of several kinds, and of the other round", () => {
  const near = facts("who led the pirates in May 2031");
  expect(near[0]).toBe("near");
  expect(near).toContain("led-n-1");
});

it.each([
  ["кто возглавлял делегацию Норланда", "led-n-1"],
  ["Aber'deki görüşmede heyete kim başkanlık etti", "led-n-1"],
  ["о чём договорились стороны", "swap-1"],
  ["neye karar verildi", "swap-1"],
])("%s", (question, first) => {
  expect(facts(question).slice(0, 2)).toEqual(["answer", first]);
});
