import fc from "fast-check";
import { expect, it } from "vitest";
import { termOf } from "#core/lookup/stem.ts";

// From the examples of Porter's paper (1980), step by step.
it.each([
  ["caresses", "caress"],
  ["ponies", "poni"],
  ["cats", "cat"],
  ["agreed", "agre"],
  ["plastered", "plaster"],
  ["motoring", "motor"],
  ["sing", "sing"],
  ["hopping", "hop"],
  ["added", "add"],
  ["filing", "file"],
  ["happy", "happi"],
  ["relational", "relat"],
  ["conditional", "condit"],
  ["hopefulness", "hope"],
  ["electrical", "electr"],
  ["revival", "reviv"],
  ["adjustment", "adjust"],
  ["controlling", "control"],
])("takes %s for %s", (word, stem) => {
  expect(termOf(word)).toBe(stem);
});

it("takes an irregular verb's forms for one term, and leaves other scripts as they are", () => {
  expect(new Set(["lead", "led", "leads", "leading"].map(termOf)).size).toBe(1);
  expect(new Set(["meet", "met", "meeting", "meets"].map(termOf)).size).toBe(1);
  expect(termOf("возглавлял")).toBe("возглавлял");
});

it("gives the same term however often it is asked, and never an empty one", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}$/u), (word) => {
      expect(termOf(word)).toBe(termOf(word));
      expect(termOf(word).length).toBeGreaterThan(0);
    }),
  );
});
