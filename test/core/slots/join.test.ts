import fc from "fast-check";
import { expect, it } from "vitest";
import { claimKey, join } from "#core/slots/join.ts";
import { library, shipped } from "#test/desk.ts";

const held = (claims: typeof library.claims) =>
  join(claims)
    .map((f) => f.claims.map((c) => c.id).toSorted())
    .toSorted((a, b) => (a[0] ?? "").localeCompare(b[0] ?? ""));

it("makes the same facts whatever the order of the claims", () => {
  const expected = held(library.claims);
  fc.assert(
    fc.property(fc.shuffledSubarray([...library.claims], { minLength: library.claims.length }), (shuffled) => {
      expect(held(shuffled)).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

it("loses no claim and doubles none", () => {
  expect(shipped.facts.flatMap((f) => f.claims.map((c) => c.id)).toSorted()).toEqual(
    library.claims.map((c) => c.id).toSorted(),
  );
});

it("gives a fact the id of its first claim, in the words of the article that was read whole where there is one", () => {
  const led = shipped.facts.find((f) => f.id === "apr-led-russia");
  expect(led?.claims.map((c) => c.citation.article)).toEqual(["ln24sa", "tass", "turkiye-today"]);
});

it("joins lengths that are written differently, and no others", () => {
  const [a, b, c] = ["apr-duration-tass", "apr-duration-turkiye", "apr-duration-around-six"].map((id) =>
    library.claims.find((claim) => claim.id === id),
  );
  if (a === undefined || b === undefined || c === undefined) throw new Error("a duration is not shipped");
  expect(claimKey(a)).toBe(claimKey(b));
  expect(claimKey(a)).not.toBe(claimKey(c));
});
