import fc from "fast-check";
import { expect, it } from "vitest";
import { day, flag, long, oneOf, text, whole } from "#core/request/options/index.ts";
import { shipped } from "#test/desk.ts";
import { anyText } from "#test/any-text.ts";

const read = (option: { read: (raw: string, names: typeof shipped) => unknown }, raw: string) =>
  option.read(raw, shipped);

it("reads text as one clean line", () => {
  expect(read(text("x"), " a\u200B\n b ")).toEqual({ ok: true, value: "a b" });
});

it("keeps the lines of a long text", () => {
  expect(read(long("x"), "a\r\nb")).toEqual({ ok: true, value: "a\nb" });
});

it.each(["", "  ", "\u200B", "\u0000"])("finds nothing to read in %j", (raw) => {
  expect(read(text("x"), raw)).toMatchObject({ ok: false, refusal: { message: "That has no letter and no digit." } });
});

it("refuses text over its limit with both numbers", () => {
  expect(read(text("x", { max: 5 }), "123456")).toMatchObject({
    ok: false,
    refusal: {
      message: "That is 6 characters long; at most 5 fit here.",
      hint: "Shorten it to 5 characters or fewer.",
    },
  });
});

it.each([
  ["1", true],
  [" 10 ", true],
  ["0", false],
  ["11", false],
  ["-1", false],
  ["1.5", false],
  ["1e1", false],
  ["٣", false],
  ["9999999999999", false],
  ["", false],
  ["ten", false],
])("reads %j as a whole number from 1 to 10: %s", (raw, ok) => {
  expect(read(whole("x", 1, 10), raw)).toMatchObject({ ok });
});

it("says the range of a number that it refuses", () => {
  expect(read(whole("x", 1, 10), "eleven")).toMatchObject({
    refusal: { message: '"eleven" is not a whole number from 1 to 10.', hint: "Type a number from 1 to 10." },
  });
});

it("reads a flag in several words, and refuses others", () => {
  expect(["true", "Yes", "on", "1"].map((w) => read(flag("x"), w))).toEqual(
    Array.from({ length: 4 }, () => ({ ok: true, value: true })),
  );
  expect(["false", "NO", "off", "0"].map((w) => read(flag("x"), w))).toEqual(
    Array.from({ length: 4 }, () => ({ ok: true, value: false })),
  );
  expect(read(flag("x"), "perhaps")).toMatchObject({ refusal: { hint: "Type true or false." } });
});

it.each([
  ["estate", "estate"],
  ["Trade Mission", "trade mission"],
  ["consulat", "consulate"],
])("reads one of a list: %s", (raw, value) => {
  expect(read(oneOf("x", ["estate", "consulate", "trade mission"]), raw)).toEqual({ ok: true, value });
});

it.each(["castle", "", "__proto__", "e"])("refuses what is not of the list: %j", (raw) => {
  expect(read(oneOf("x", ["estate", "consulate"]), raw)).toMatchObject({
    ok: false,
    refusal: { hint: "Type one of: estate, consulate." },
  });
});

it("reads a day, and says how to type one", () => {
  expect(read(day("x"), "10 April 2025")).toEqual({ ok: true, value: "2025-04-10" });
  expect(read(day("x"), "tomorrow")).toMatchObject({
    refusal: { hint: "Type a day such as 2025-04-10 or 10 April 2025." },
  });
});

it("never throws, and never gives what it would not read again", () => {
  const all = [text("x"), long("x"), whole("x", 1, 10), flag("x"), oneOf("x", ["estate", "consulate"]), day("x")];
  fc.assert(
    fc.property(anyText(40), fc.constantFrom(...all), (raw, option) => {
      const once = option.read(raw, shipped);
      const again = once.ok ? option.read(String(once.value), shipped) : once;
      expect(again).toEqual(once);
    }),
    { numRuns: 1000 },
  );
});
