import fc from "fast-check";
import { expect, it } from "vitest";
import { lengthValue, readLength, relateLengths, type StatedLength } from "#core/values/length.ts";
import { anyText } from "#test/any-text.ts";

const related = (a: StatedLength, b: StatedLength) => relateLengths(lengthValue(a), lengthValue(b));
const relate = (a: string, b: string) => related({ stated: a }, { stated: b });
const SPAN = "from the U.S. delegation's arrival at the consulate to its departure";

it.each([
  ["5½ hours", "beş buçuk saat", "same"],
  ["5 1/2 hours", "пять с половиной часов", "same"],
  ["five to six hours", "5–6 часов", "same"],
  ["over five hours", "beş saatten fazla", "same"],
  ["Several hours", "several  hours", "same"],
  ["five to six hours", "six hours", "consistent"],
  ["over five hours", "5½ hours", "consistent"],
  ["more than six hours", "6.5 hours", "consistent"],
  ["more than two and a half hours", "two and a half hours", "consistent"],
  ["around six hours", "six hours", "consistent"],
  ["about six hours", "5½ hours", "consistent"],
  ["about two hours", "less than two hours", "consistent"],
  ["about three hours", "more than three hours", "consistent"],
  ["just over an hour", "about 70 minutes", "consistent"],
  ["at least six hours", "more than six hours", "consistent"],
  ["at least six hours", "six hours", "consistent"],
  ["well over six hours", "over six hours", "consistent"],
  ["nearly six hours", "under six hours", "consistent"],
  ["two days", "six hours", "consistent"],
  ["two days", "48 hours", "consistent"],
  ["5h30", "5 hours", "differs"],
  ["2 hours", "5 1/2 hours", "differs"],
  ["six hours", "5½ hours", "differs"],
  ["over six hours", "under five hours", "differs"],
  ["five to six hours", "seven hours", "differs"],
  ["about four hours", "over six hours", "differs"],
  ["a day", "26 hours", "differs"],
  ["two days", "three days", "differs"],
  ["several hours", "5½ hours", "apart"],
  ["quarter to six hours", "six hours", "apart"],
])("%s and %s: %s", (a, b, relation) => {
  expect([relate(a, b), relate(b, a)]).toEqual([relation, relation]);
});

it("never takes a span from one moment to another for how long the talks lasted", () => {
  const lasted = { stated: "about six hours" };
  expect(related({ ...lasted, span: SPAN }, lasted)).toBe("consistent");
  expect(related({ stated: "around six hours", span: SPAN }, { stated: "5½ hours" })).toBe("consistent");
  expect(related({ stated: "six hours", span: SPAN }, { stated: "three hours" })).toBe("consistent");
  expect(related({ stated: "three hours", span: SPAN }, { stated: "six hours" })).toBe("differs");
  expect(related({ stated: "six hours" }, { stated: "three hours", span: SPAN })).toBe("differs");
});

it("compares spans between the same moments only", () => {
  const span = { stated: "six hours", span: SPAN };
  expect(related(span, { ...span, span: SPAN.toUpperCase() })).toBe("same");
  expect(related(span, { ...span, stated: "four hours" })).toBe("differs");
  expect(related(span, { stated: "four hours", span: "from the first to the last session" })).toBe("apart");
});

const BOUNDS = [
  "",
  "about ",
  "at least ",
  "at most ",
  "more than ",
  "less than ",
  "just over ",
  "nearly ",
  "well over ",
];
const amount = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 59 }), fc.boolean());
const exact = amount.map(([h, m, days]) =>
  days ? `${h + 1} days` : h === 0 ? `${m} minutes` : `${h} hours ${m} minutes`,
);
const bounded = fc.tuple(fc.constantFrom(...BOUNDS), exact).map(([bound, of]) => bound + of);
const range = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 9 }))
  .map(([a, b]) => `${a} to ${a + b} hours`);
const stated: fc.Arbitrary<StatedLength> = fc.record(
  { stated: fc.oneof(bounded, range, fc.constant("several hours")), span: fc.constantFrom(SPAN, "from lunch to tea") },
  { requiredKeys: ["stated"] },
);

it("reads every length that the properties below are about", () => {
  fc.assert(
    fc.property(fc.oneof(bounded, range), (of) => {
      expect([of, readLength(of)]).not.toEqual([of, undefined]);
    }),
  );
});

it("finds the same both ways round", () => {
  fc.assert(
    fc.property(stated, stated, (a, b) => {
      expect(related(a, b)).toBe(related(b, a));
    }),
  );
});

it("never lets an interval differ from one inside it", () => {
  fc.assert(
    fc.property(fc.oneof(bounded, range), fc.oneof(bounded, range), (a, b) => {
      const [x, y] = [readLength(a), readLength(b)];
      if (x === undefined || y === undefined || x.counts !== y.counts) return;
      const inside = x.least <= y.least && (y.most ?? Infinity) <= (x.most ?? Infinity);
      expect([a, b, inside && relate(a, b)]).not.toEqual([a, b, "differs"]);
    }),
    { numRuns: 1000 },
  );
});

it("takes equal lengths for one another as an equivalence, by their keys", () => {
  fc.assert(
    fc.property(stated, stated, (a, b) => {
      expect(related(a, a)).toBe("same");
      expect(related(a, b) === "same").toBe(lengthValue(a).key === lengthValue(b).key);
    }),
  );
});

it("never throws, whatever is stated", () => {
  fc.assert(fc.property(anyText(300), (of) => lengthValue({ stated: of }).key.length > 0));
});

it("reads a number in words and in digits as one, in three languages", () => {
  const tens = { en: "twenty thirty forty fifty", tr: "yirmi otuz kırk elli", ru: "двадцать тридцать сорок пятьдесят" };
  const ones = {
    en: "one two three four five six seven eight nine",
    tr: "bir iki üç dört beş altı yedi sekiz dokuz",
    ru: "одна две три четыре пять шесть семь восемь девять",
  };
  const units = { en: "minutes", tr: "dakika", ru: "минут" };
  fc.assert(
    fc.property(fc.constantFrom("en", "tr", "ru"), fc.nat(3), fc.nat(8), (language, ten, one) => {
      const words = `${tens[language].split(" ")[ten]} ${ones[language].split(" ")[one]} ${units[language]}`;
      expect(relate(words, `${ten * 10 + 20 + one + 1} min`)).toBe("same");
    }),
  );
});
