import { expect, it } from "vitest";
import { Warm } from "#core/desk/warm.ts";

it("holds what was used last, and makes the rest again", () => {
  const made: string[] = [];
  const warm = new Warm<string>(2);
  const use = (key: string) => warm.get(key, () => (made.push(key), key.toUpperCase()));
  expect(["a", "b", "a", "c", "a", "b"].map(use)).toEqual(["A", "B", "A", "C", "A", "B"]);
  expect(made).toEqual(["a", "b", "c", "b"]);
});

it("holds nothing that could not be made, and nothing that was dropped", () => {
  const warm = new Warm<string>(2);
  expect(warm.get("a", () => undefined)).toBeUndefined();
  expect(warm.get("a", () => "first")).toBe("first");
  warm.drop("a");
  expect(warm.get("a", () => "second")).toBe("second");
  warm.clear();
  expect(warm.get("a", () => "third")).toBe("third");
});
