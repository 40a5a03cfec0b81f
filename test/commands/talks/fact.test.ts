import { expect, it } from "vitest";
import { refused, say, told } from "#test/desk.ts";

it("shows a fact whole: statement, wordings, citations, standing", async () => {
  const text = await told("fact apr-led-us");
  expect(text).toContain(
    "Sonata Coulter, U.S. Deputy Assistant Secretary of State, led the discussions for the U.S. side.",
  );
  expect(text).toContain("Standing: accepted");
  expect(text).toContain("Revision: as shipped");
  expect(text).toContain("Fact id apr-led-us.");
});

it("shows the excerpt of a citation that has one", async () => {
  expect(await told("fact apr-agenda-embassy")).toContain("“The discussions are strictly about embassy operations”");
});

it("leads from a claim that joined a fact to that fact, in any case", async () => {
  expect(await told("fact APR-LED-US-TASS")).toContain("Fact id apr-led-us.");
});

it("offers near ids for one that there is not", async () => {
  const refusal = await refused("fact apr-led-usa");
  expect(refusal.message).toBe('The desk holds nothing on a fact "apr-led-usa".');
  expect(refusal.buttons.map((b) => b.label)).toContain("apr-led-us");
});

it("asks for an id where none is given", async () => {
  expect((await refused("fact")).hint).toBe("Type it, as in: /talks fact apr-met");
});

it("shows several facts together, the exact before the less exact, each with its sources", async () => {
  const { reply, text } = await say("fact apr-duration-around-six apr-duration-tass");
  expect(reply?.facts.map((f) => f.id)).toEqual(["apr-duration-around-six", "apr-duration-tass"]);
  expect(reply?.plain).toMatch(/^The talks lasted 5½ hours/u);
  for (const outlet of ["TASS", "ln24SA", "Türkiye Today"]) expect(text).toContain(outlet);
});

it("shows none of several where one is not held", async () => {
  expect((await refused("fact apr-duration-tass apr-nothing")).message).toContain("apr-nothing");
});
