import fc from "fast-check";
import { expect, it } from "vitest";
import { decimalMarkOf, decimalOf, inEnglish, surelyWritten } from "#core/values/decimals.ts";
import { quantityKey, readQuantity, relateQuantities } from "#core/values/quantity.ts";
import { anyText } from "#test/any-text.ts";

const key = (stated: string, language = "") => {
  const read = readQuantity(stated, decimalMarkOf(language));
  return typeof read === "object" ? quantityKey(read) : read;
};

const READ: Readonly<Record<string, string>> = {
  "exact 3..3 percent":
    "3%|3 %|3 percent|3 per cent|three percent|%3|yüzde 3|yüzde üç|3 процента|три процента|3 por ciento|el 3 por ciento|un 3%",
  "exact 3..3": "3|three|üç|три",
  "exact 5..5 percentage point": "5 percentage points|5 yüzde puan|5 процентных пунктов",
  "exact -5..-5 degree": "-5 degrees|−5 degrees|–5°|minus five degrees|eksi 5 derece|минус 5 градусов",
  "exact 5..5 degree": "5 degrees|beş derece|пять градусов",
  "+exact 5..5 degree": "+5 degrees|plus five degrees|плюс 5 градусов",
  "exact 1500000000..1500000000 dollar":
    "$1.5 billion|$1.5bn|1,5 milyar dolar|1,5 млрд долларов|1.5 billion dollars|1500 millones de dólares",
  "exact 5000000..5000000 US dollar": "US$5 million|USD 5 million|5 million U.S. dollars",
  "exact 5000000..5000000 euro": "€5 million|5 million euros|5 milyon avro|5 млн евро|5 millones de euros",
  "exact 1234567..1234567": "1,234,567|1.234.567|1 234 567|1'234'567",
  "exact 1234.5..1234.5": "1,234.5|1.234,5|1234.5|1234,5",
  "exact 25000..25000 person":
    "25 thousand people|25 bin kişi|25 тыс. человек|25 000 человек|twenty-five thousand people|25 mil personas",
  "exact 6000..6000 un troops": "6000 UN troops|six thousand UN troops",
  "exact 6000..6000 bodies": "6000 bodies|6 000 bodies|six thousand bodies",
  "about 5400..6600": "about 6000|~6000|yaklaşık altı bin|около шести тысяч|unos seis mil",
  "at least 24.. points": "at least 24 points|24 points or more",
  "from-to 5..6 percent": "five to six percent|5–6%|5-6 percent",
  "from-to -5..5 degree": "-5 to 5 degrees",
};
const cases = Object.entries(READ).flatMap(([as, ways]) => ways.split("|").map((way) => [way, as] as const));

it.each(cases)("reads %s as %s", (stated, as) => {
  expect(key(stated)).toBe(as);
});

it.each(["1,234", "1.234", "6,000 bodies", "about 1,500 people"])(
  "finds %s ambiguous where its language is not known",
  (of) => {
    expect(readQuantity(of)).toBe("ambiguous");
  },
);

it.each([
  ["1,234", "en", 1234],
  ["1,234", "tr", 1.234],
  ["1.234", "en", 1.234],
  ["1.234", "ru", 1234],
  ["1.234", "tr", 1234],
  ["0,125", "", 0.125],
  ["12345,678", "", 12345.678],
])("reads %s, written in %s, as %d", (written, language, value) => {
  expect(decimalOf(written, decimalMarkOf(language))).toBe(value);
});

it.each(
  [
    "two thirds|two-thirds of the staff|one third of the staff|three quarters|four-fifths|nine tenths|two halves",
    "one-half percent|a third|half of the staff|three quarters of a million|two twentieths",
    "üçte iki|dörtte üçü|iki bölü üç|5 yarım",
    "две трети|три четверти сотрудников|одна десятая|пять сотых|две целых",
  ].flatMap((some) => some.split("|")),
)("keeps the parts of a whole as words, and never half-reads them: %s", (stated) => {
  expect(readQuantity(stated)).toBeUndefined();
});

it.each([
  "6,000 for 6,000",
  "12,34,567",
  "1,2,3",
  "a lot",
  "",
  "troops",
  "5 of 6",
  "3% of 12",
  "about -5 degrees",
  "5 and 6",
  "constructor",
  "half a million",
])("keeps %j as words", (stated) => {
  expect(readQuantity(stated, ".")).toBeUndefined();
});

it.each([
  ["-5 degrees", "+5 degrees", "differs"],
  ["3%", "3", "apart"],
  ["3%", "3 percentage points", "apart"],
  ["$5", "€5", "apart"],
  ["5 öğün", "5 ogun", "apart"],
  ["6000 bodies", "six thousand bodies", "same"],
  ["over 5%", "6%", "consistent"],
  ["+5 points", "5 points", "consistent"],
  ["145%", "30%", "differs"],
])("%s and %s: %s", (a, b, relation) => {
  const [x, y] = [readQuantity(a), readQuantity(b)];
  if (typeof x !== "object" || typeof y !== "object") throw new Error("not read");
  expect([relateQuantities(x, y), relateQuantities(y, x)]).toEqual([relation, relation]);
});

const BOUNDS = ["", "about ", "at least ", "at most ", "over ", "under ", "just over ", "nearly ", "+", "-"];
const stated = fc
  .tuple(
    fc.constantFrom(...BOUNDS),
    fc.integer({ min: 0, max: 40 }),
    fc.option(fc.integer({ min: 1, max: 9 })),
    fc.constantFrom("", "%", " troops", " dollars"),
  )
  .map(([bound, from, more, unit]) => (more === null ? `${bound}${from}${unit}` : `${from} to ${from + more}${unit}`))
  .map((of) => {
    const read = readQuantity(of, ".");
    if (typeof read !== "object") throw new Error(`not read: ${of}`);
    return read;
  });

it("finds the same both ways round, equal ones by their keys, and never one inside another to differ", () => {
  fc.assert(
    fc.property(stated, stated, (a, b) => {
      const relation = relateQuantities(a, b);
      expect(relateQuantities(b, a)).toBe(relation);
      expect(relateQuantities(a, a)).toBe("same");
      expect(relation === "same").toBe(quantityKey(a) === quantityKey(b));
      const inside = a.least <= b.least && (b.most ?? Infinity) <= (a.most ?? Infinity);
      expect(inside && relation === "differs").toBe(false);
    }),
    { numRuns: 1000 },
  );
});

it("never throws, and reads a whole number back from how Intl writes it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom("en", "tr", "ru", "de-CH"), (value, language) => {
      expect(key(new Intl.NumberFormat(language).format(value), language)).toBe(`exact ${value}..${value}`);
    }),
  );
  fc.assert(fc.property(anyText(), (of) => readQuantity(of) !== null));
});

it.each<[string, string, string]>([
  ["about 2,500", "en", "about 2,500"],
  ["2.500 kişi", "tr", "2,500 kişi"],
  ["between 1,200 and 3,400", "en", "between 1,200 and 3,400"],
  ["1,234", "ru", "1.234"],
  ["1.234%", "en", "1.234%"],
  ["6,000", "en", "6,000"],
  ["1,234,567", "en", "1,234,567"],
  ["12 000 000", "ru", "12 000 000"],
  ["45 minutes", "en", "45 minutes"],
])("writes a number that was made sure as English does: %j in %s", (typed, language, said) => {
  const mark = decimalMarkOf(language);
  expect(inEnglish(mark === undefined ? typed : surelyWritten(typed, mark))).toBe(said);
});
