import fc from "fast-check";
import { expect, it } from "vitest";
import { distance, isSlip } from "#core/text/slip.ts";

/** Optimal string alignment by its definition, with no cut-off: what the fast one must equal. */
function reference(a: string, b: string): number {
  const memo = new Map<string, number>();
  const d = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    const held = memo.get(key);
    if (held !== undefined) return held;
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    const swap =
      i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? d(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
    const least = Math.min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + same, swap);
    memo.set(key, least);
    return least;
  };
  return d(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 8 });

it("counts edits as the definition does, up to the most that is asked for", () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      expect(distance(a, b, most)).toBe(Math.min(reference(a, b), most + 1));
    }),
    { numRuns: 2000 },
  );
});

it("takes a swap of neighbours as one edit", () => {
  expect(distance("teh", "the", 2)).toBe(1);
});

it.each([
  ["teh", "the"],
  ["rusian", "russian"],
  ["seatle", "seattle"],
  ["darchyev", "darchiev"],
  ["colter", "coulter"],
])("takes %s as a slip of %s", (typed, meant) => {
  expect(isSlip(typed, meant)).toBe(true);
});

it.each([
  ["us", "is"],
  ["war", "was"],
  ["a", "i"],
  ["2024", "2025"],
  ["moscow", "mexico"],
])("does not take %s as a slip of %s", (typed, meant) => {
  expect(isSlip(typed, meant)).toBe(false);
});

it("takes a letter struck twice in a word of three letters, and does not let a word of four lose one", () => {
  expect(isSlip("whoo", "who")).toBe(true);
  expect(isSlip("who", "whoo")).toBe(false);
});

it("is else the same in both directions", () => {
  const long = word.filter((w) => w.length > 3);
  fc.assert(
    fc.property(long, long, (a, b) => isSlip(a, b) === isSlip(b, a)),
    { numRuns: 1000 },
  );
});
