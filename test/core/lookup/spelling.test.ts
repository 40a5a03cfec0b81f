import fc from "fast-check";
import { expect, it } from "vitest";
import { distance } from "#core/text/slip.ts";
import { variants } from "#core/lookup/spelling.ts";
import { reach, Vocabulary } from "#core/lookup/vocabulary.ts";

const vocabulary = new Vocabulary();
for (const word of ["russia", "russian", "seattle", "delegation", "consulate", "ukraine", "embassy"])
  vocabulary.add(word);
const best = (typed: string) => variants(typed, [vocabulary], false)[0]?.word;

it.each([
  ["rusian", "russian"],
  ["seatle", "seattle"],
  ["delgeation", "delegation"],
  ["cnosulate", "consulate"],
  ["ukrane", "ukraine"],
  ["embasy", "embassy"],
  ["russia", "russia"],
])("reads %s as %s", (typed, meant) => {
  expect(best(typed)).toBe(meant);
});

it.each([
  ["purhase", "purchased"],
  ["reccirculaing", "recirculate"],
  ["concer", "concerns"],
])("reads %s as a slip of another form of %s, among few words and many", (typed, meant) => {
  const words = new Vocabulary();
  for (const word of ["purchased", "phase", "recirculate", "concerns", "copper"]) words.add(word);
  expect(variants(typed, [words], false)[0]?.word).toBe(meant);
  // From here on words are found by their deletes.
  for (let i = 0; i < 3000; i += 1) words.add(`zz${String.fromCodePoint(0x4e00 + i)}zzzz`);
  expect(variants(typed, [words], false)[0]?.word).toBe(meant);
});

it.each(["moon", "2025", "x", "", "🙂", "zzzzzzzz"])("reads %j as no word that is held", (typed) => {
  expect(best(typed)).toBeUndefined();
});

it("forgets a word with the last fact that has it", () => {
  const words = new Vocabulary();
  words.add("visa");
  words.add("visa");
  words.remove("visa");
  expect(variants("vsia", [words], false)).toHaveLength(1);
  words.remove("visa");
  expect(variants("vsia", [words], false)).toEqual([]);
});

it.each([
  ["few words, which it scans", 0],
  ["many words, which it finds by their deletes", 7000],
])("meets every held word within reach, among %s", (_, more) => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 3, maxLength: 7 });
  const words = new Vocabulary();
  for (let i = 0; i < more; i += 1) words.add(`zz${String.fromCodePoint(0x4e00 + i)}zzzz`);
  const held = fc.sample(letters, { numRuns: 300, seed: 5 });
  for (const word of held) words.add(word);
  fc.assert(
    fc.property(letters, (typed) => {
      const met = new Set<string>();
      words.near(typed, (word) => met.add(word));
      const close = held.filter((w) => {
        const most = Math.min(reach(typed.length), reach(w.length));
        return distance(typed, w, most) <= most;
      });
      expect(close.filter((w) => !met.has(w))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
