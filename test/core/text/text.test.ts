import fc from "fast-check";
import { expect, it } from "vitest";
import { capital, clean, count, fold, line, listed, shorten } from "#core/text/text.ts";
import { anyText } from "#test/any-text.ts";

const anything = anyText(60);

it("cleans once: cleaning the clean changes nothing", () => {
  fc.assert(
    fc.property(anything, (raw) => {
      const once = clean(raw).text;
      expect(clean(once)).toEqual({ text: once, dropped: [] });
    }),
    { numRuns: 2000 },
  );
});

it("folds plain text as it does any other", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 60 }), (raw) => {
      // A mark makes it no plain text, and is taken away again.
      expect(fold(raw)).toBe(fold(`${raw}\u0301`));
    }),
  );
});

it("folds once: folding the folded changes nothing", () => {
  fc.assert(
    fc.property(anything, (raw) => {
      expect(fold(fold(raw))).toBe(fold(raw));
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ["right-to-left override", "us\u202Eside", "usside"],
  ["zero width space", "who\u200B-led", "who-led"],
  ["byte order mark", "\uFEFFwho", "who"],
  ["soft hyphen", "Dar\u00ADchiev", "Darchiev"],
  ["tag characters", "a\u{E0041}b", "ab"],
  ["NUL and escape", "a\u0000b\u001B[31mc", "ab[31mc"],
  ["lone surrogate", "a\uD800b", "ab"],
  ["Windows line ends", "a\r\nb\rc", "a\nb\nc"],
  ["fifty marks on a letter", `e${"\u0301".repeat(50)}`, `e${"\u0301".repeat(4)}`],
])("cleans: %s", (_, raw, expected) => {
  expect(clean(raw).text).toBe(expected);
});

it("keeps an emoji made of several whole", () => {
  expect(clean("👩‍🚀 🏳️‍🌈").text).toBe("👩‍🚀 🏳️‍🌈");
});

it("names what it dropped, each character once", () => {
  expect(clean("a\u200B\u200Bb\u{E0041}").dropped).toEqual(["U+200B", "U+E0041"]);
});

it.each([
  ["Türkiye’s İzmir", "turkiyes izmir"],
  ["DARCHİEV", "darchiev"],
  ["Ｄａｒｃｈｉｅｖ", "darchiev"],
  ["  U.S.  ", "u s"],
  ["🙂", ""],
  ["ırmak", "irmak"],
])("folds %s to %s", (raw, folded) => {
  expect(fold(raw)).toBe(folded);
});

it("shortens to at most what is asked, at a word's end, and never within a surrogate pair", () => {
  expect(shorten("one two three", 9)).toBe("one two…");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer({ min: 1, max: 40 }), (text, max) => {
      const short = shorten(text, max);
      expect(short.length).toBeLessThanOrEqual(max);
      expect(short.isWellFormed()).toBe(true);
      expect(short === text).toBe(text.length <= max);
    }),
  );
});

it("folds white space of a line to single spaces", () => {
  expect(line(" a\t\n b\u00A0c ")).toBe("a b c");
});

it("counts and lists in words", () => {
  expect([count(1, "outlet"), count(2, "outlet"), count(6, "property", "properties")]).toEqual([
    "1 outlet",
    "2 outlets",
    "6 properties",
  ]);
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
    "",
    "a",
    "a and b",
    "a, b and c",
  ]);
  expect(capital("estate in Maryland")).toBe("Estate in Maryland");
});
