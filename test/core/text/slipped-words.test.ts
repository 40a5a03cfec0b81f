import { expect, it } from "vitest";
import { slippedWords } from "#core/text/slipped-words.ts";

const ROUND = "second round istanbul april 2025";

it.each(["secnd", "aprl", "seond round", "istnbul", "april 2025", "scond rund", "istanbul sec"])(
  "hears %s",
  (typed) => {
    expect(slippedWords(typed, ROUND)).toBe(true);
  },
);

it.each(["first", "be", "aprl 2024", "march", "oecond", "secnd geneva"])("does not hear %s", (typed) => {
  expect(slippedWords(typed, ROUND)).toBe(false);
});
