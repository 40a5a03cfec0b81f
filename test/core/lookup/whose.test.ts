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

it.each([
  ["did the norlandic delegation have 30 people in march", "no", "team-n-1"],
  ["did the norlandic delegation have 12 people in march", "yes", "team-n-1"],
  ["did the first round last eight hours", "no", "long-1"],
  ["was the first round on a friday", "no", "day-1"],
  ["did Eva Moss take part on the sudrian side", "no", "came-o-1"],
])("%s: %s", (question, verdict, first) => {
  const decision = decide(question, lake);
  expect(decision).toMatchObject({ kind: "answer", verdict });
  expect(facts(question)).toContain(first);
});

it("does not take a round's lasting for the last round", () => {
  expect(facts("how long did the first round last")).toEqual(["answer", "long-1"]);
});

it("takes nobody for present whom the fact does not name", () => {
  expect(facts("did Ida Ray come to Aber in May 2031").filter((id) => id.startsWith("came-"))).toEqual([]);
  expect(facts("did Ida Ray come to Aber in May 2032")[0]).not.toBe("answer");
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
