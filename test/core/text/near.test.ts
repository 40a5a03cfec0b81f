import { expect, it } from "vitest";
import { nearest } from "#core/text/near.ts";

const near = (typed: string, words: readonly string[], limit = 3) =>
  nearest(typed, words, (w) => [w], limit).map((n) => n.item);

const COMMANDS = ["who-led", "who", "where", "when", "how-long", "why", "agenda", "sources"];

it.each([
  ["who-ledd", "who-led"],
  ["wher", "where"],
  ["howlong", "how-long"],
  ["adgenda", "agenda"],
  ["SOURCES", "sources"],
])("puts the nearest of %s first", (typed, expected) => {
  expect(near(typed, COMMANDS)[0]).toBe(expected);
});

it("gives nothing for nothing, and for what is near nothing", () => {
  expect([near("", COMMANDS), near("🙂", COMMANDS), near("zzzzqqqq", COMMANDS)]).toEqual([[], [], []]);
});

it("keeps to the limit, each item once", () => {
  const items = [{ id: 1, names: ["alpha", "alphb"] }];
  expect(nearest("alpha", items, (i) => i.names, 5)).toHaveLength(1);
  expect(near("who", COMMANDS, 1)).toHaveLength(1);
});

it("reads only the start of very long words", () => {
  expect(near("who-led".repeat(1000), COMMANDS)).toEqual([]);
});
