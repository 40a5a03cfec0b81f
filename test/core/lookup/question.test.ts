import fc from "fast-check";
import { expect, it } from "vitest";
import { decide } from "#core/lookup/question.ts";
import { shipped } from "#test/desk.ts";

const ids = (question: string) => {
  const decision = decide(question, shipped);
  return decision.kind === "answer" ? decision.facts.map((f) => f.id) : decision.kind;
};

it.each([
  ["who led the russian delegation", ["apr-led-russia"]],
  ["who headed the american team", ["apr-led-us"]],
  ["when was the first round", ["feb-day-meduza"]],
  ["consulate in san francisco", ["apr-property-san-francisco"]],
  ["estate long island", ["apr-property-long-island"]],
  ["main goal", ["apr-main-goal"]],
])("finds for %j", (question, facts) => {
  const found = ids(question);
  for (const id of facts) expect(found).toContain(id);
});

it("keeps to the place that a question names, not to every fact about its city", () => {
  expect(ids("consulate in seattle")).toEqual(["apr-property-seattle"]);
});

it("says which words nothing held has", () => {
  expect(decide("who led the chinese side", shipped)).toMatchObject({ kind: "near", missing: ["chinese"] });
});

it("answers nothing from little words alone", () => {
  for (const question of ["is it over", "and then", "", "🙂", "about it all"]) expect(ids(question)).toBe("none");
});

it("never answers from a retracted fact", () => {
  const facts = shipped.facts.map((f) => ({ ...f, standing: "retracted" as const }));
  expect(decide("who led", { ...shipped, facts }).kind).toBe("none");
});

it("answers nothing on an empty desk", () => {
  expect(decide("how long did they meet", { ...shipped, facts: [] }).kind).toBe("none");
});

it("reads any question without failing", () => {
  const word = fc.oneof(
    fc.string({ maxLength: 10 }),
    fc.constantFrom("who", "led", "russia", "long", "how", "ukraine"),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      expect(["answer", "near", "none"]).toContain(decide(words.join(" "), shipped).kind);
    }),
    { numRuns: 60 },
  );
});
