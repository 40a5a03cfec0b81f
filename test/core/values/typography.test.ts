import fc from "fast-check";
import { expect, it } from "vitest";
import { exactAfterTypography, typographyKey } from "#core/values/typography.ts";

it.each([
  ["“We met again”", '"We met again"'],
  ["„We met again“", "«We met again»"],
  ["« We met again »", "We met again"],
  ["sagte »wir gehen« und ging", "sagte „wir gehen“ und ging"],
  ["il dit « oui » puis", 'il dit "oui" puis'],
  ["‘We met again’", "“We met again”"],
  ["he said ‘no’ twice", 'he said "no" twice'],
  ["it’s ours", "it's ours"],
  ["talks — and more", "talks—and more"],
  ["talks – and more", "talks -- and more"],
  ["talks - and more", "talks — and more"],
  ["Russia–U.S. talks", "Russia-U.S. talks"],
  ["5–6 hours", "5-6 hours"],
  ["5 – 6 hours", "5-6 hours"],
  ["−5 degrees", "-5 degrees"],
  ["at −5 degrees", "at –5 degrees"],
  ["sagte »−5 Grad« und ging", 'sagte "-5 Grad" und ging'],
  ["sade ’−5 grader’ och gick", "sade '-5 grader' och gick"],
  ["so…", "so..."],
  ["so … we left", "so... we left"],
  ["so . . . we left", "so…we left"],
  ["two  spaces", "two spaces"],
  ["two\u00A0spaces", "two spaces"],
  ["two\nlines", "two lines"],
  ["agree\u00ADment", "agreement"],
  ["an agree-\nment", "an agreement"],
  ["an agree- ment", "an agreement"],
  ["Anglo-\nAmerican", "Anglo-American"],
  ["long-\nterm plans", "long-term plans"],
  ["Quoi ?", "Quoi?"],
  ["3\u202F%", "3%"],
  ["Türkiye", "Tu\u0308rkiye"],
  ["й", "и\u0306"],
])("takes %j and %j for one text", (a, b) => {
  expect([exactAfterTypography(a, b), exactAfterTypography(b, a)]).toEqual([true, true]);
});

it.each([
  ["the temperature was -5 degrees", "the temperature was +5 degrees"],
  ["the temperature was -5 degrees", "the temperature was 5 degrees"],
  ["the temperature -5", "the temperature-5"],
  ["support fell by 3%", "support fell by 3"],
  ["a loss of -$5", "a loss of $5"],
  ["दिन तय हुआ", "दान तय हुआ"],
  ["это мой дом", "это мои дом"],
  ["ёлка", "елка"],
  ["Türkiye", "Turkiye"],
  ["résumé", "resume"],
  ["Polish", "polish"],
  ["its ours", "it's ours"],
  ["we met", "we met again"],
  ["we met.", "we met"],
  ["let's eat, Tom", "let's eat Tom"],
  ["the “talks” failed", "the talks failed"],
  ["1,5", "15"],
  ["5-6", "56"],
  ["re-form", "reform"],
  ["no where", "nowhere"],
  ["x²", "x2"],
  ["", "x"],
])("keeps %j and %j apart", (a, b) => {
  expect([exactAfterTypography(a, b), exactAfterTypography(b, a)]).toEqual([false, false]);
  expect(typographyKey(a)).not.toBe(typographyKey(b));
});

const MARKS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ /gu, ["  ", "\u00A0", "\n", "\u2009"]],
  [/"/gu, ["“", "”", "„", "«", "»"]],
  [/ - /gu, [" — ", " – ", "—", " -- "]],
  [/\.\.\./gu, ["…"]],
];

it("is the same for a text whose typography is another, and for its own key", () => {
  const word = fc.constantFrom("talks", "Дом", "мой", "5%", "görüşme", "-5", "दिन", "it's");
  const text = fc
    .array(word, { minLength: 2, maxLength: 8 })
    .chain((words) =>
      fc.constantFrom(
        words.join(" "),
        words.filter((w) => w !== "-5").join(" - "),
        `said "${words.join(" ")}" then`,
        `${words.join(" ")}... so`,
      ),
    );
  fc.assert(
    fc.property(text, fc.nat(3), fc.nat(4), (plain, at, which) => {
      const [mark, others] = MARKS[at] ?? [/x/gu, []];
      const set = plain.replace(mark, others[which % others.length] ?? "");
      expect([plain, set, typographyKey(set)]).toEqual([plain, set, typographyKey(plain)]);
      expect(typographyKey(typographyKey(plain))).toBe(typographyKey(plain));
    }),
  );
});

it("never loses a letter, a digit or a mark", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      const kept = (of: string) =>
        [...of.normalize("NFC")]
          // Unicode calls this apostrophe a letter; it is set like every other one.
          .filter((c) => c !== "\u02BC" && /[\p{L}\p{N}\p{M}%+]/u.test(c))
          .join("");
      expect(kept(typographyKey(text))).toBe(kept(text));
    }),
  );
});

it("has one key for plain words, whether or not quotation marks stand around them", () => {
  const word = fc.stringMatching(/^[A-Za-zçğışöüЁА-яё0-9]{1,8}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const plain = words.join(" ");
      // The marks are taken off by the long way, which plain words do not take.
      expect(typographyKey(plain)).toBe(typographyKey(`“${plain}”`));
    }),
  );
});
