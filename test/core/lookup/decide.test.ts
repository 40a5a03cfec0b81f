import fc from "fast-check";
import { expect, it } from "vitest";
import type { Fact } from "#core/facts/fact.ts";
import { decide } from "#core/lookup/decide.ts";
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

it.each([
  ["did the us sdie leave, who ledd it", "led"],
  ["what topics were on the table", "agenda"],
  ["raod map", "outcome"],
])("reads %j, of the slot %s", (question, slot) => {
  const decision = decide(question, shipped);
  expect(decision.kind).toBe("answer");
  expect(decision.kind === "none" ? [] : decision.facts.map((f) => f.slot)).toContain(slot);
});

it.each([
  ["when did rusia arive", "feb-russia-arrived"],
  ["when did the us laeve", "apr-us-left"],
  ["who staeyd at the consulate", "apr-russia-stayed"],
  ["mian goal", "apr-main-goal"],
  ["what does the us complian about", "apr-grievance-movement"],
  ["embassy operations", "apr-quote-embassy"],
])("tells the likeliest first: %s", (question, id) => {
  const decision = decide(question, shipped);
  expect(decision.kind === "none" ? [] : decision.facts[0]?.id).toBe(id);
});

it("takes no word for a slip of another phrase of the slot", () => {
  expect(decide("what was discussed about tropics", shipped)).toMatchObject({ kind: "near", missing: ["tropics"] });
});

it("takes no word for another form of one that begins otherwise", () => {
  expect(decide("tables", shipped).kind).toBe("none");
});

it("tells first what has a place in its fields", () => {
  const decision = decide("istanbul", shipped);
  expect(decision.kind === "none" ? [] : decision.facts[0]?.slot).toBe("venue");
});

it("takes a word that facts have for no slip of a phrase", () => {
  const fact = shipped.facts.find((f) => f.slot === "note");
  if (fact === undefined) throw new Error("no note is shipped");
  const access: Fact = { ...fact, claims: [{ ...fact.claims[0], fields: { remark: "access was refused" } }] };
  const decision = decide("access", { ...shipped, facts: shipped.facts.map((f) => (f === fact ? access : f)) });
  expect(decision.kind === "none" ? [] : decision.facts).toEqual([access]);
});

it.each(["gündemde ne vardı", "что было на повестке"])(
  "passes over little words of other languages: %s",
  (question) => {
    const decision = decide(question, shipped);
    expect(decision.kind === "answer" ? decision.facts.map((f) => f.slot) : decision).toContain("agenda");
  },
);

it.each(["football results tonight", "python list comprehension"])(
  "is not near for one word in common: %s",
  (question) => {
    expect(decide(question, shipped).kind).toBe("none");
  },
);

it.each([
  ["what does the united states complain about", "grievance"],
  ["united states quotes", "quote"],
  ["who led the united states delegation", "led"],
])("reads no other word in a party's name: %s", (question, slot) => {
  const decision = decide(question, shipped);
  expect(decision.kind).toBe("answer");
  expect(decision.kind === "none" ? [] : [...new Set(decision.facts.map((f) => f.slot))]).toEqual([slot]);
});

it.each(["russia", "did russia say no", "what will the us do", "is russia sad"])(
  "answers nothing where no more is said than a side: %s",
  (question) => {
    expect(decide(question, shipped).kind).toBe("none");
  },
);

it("takes a form of a held word for no slip of another", () => {
  const decision = decide("banks", shipped);
  expect(decision.kind === "none" ? [] : decision.facts.map((f) => f.id)).toEqual(["apr-outcome-banking"]);
});
