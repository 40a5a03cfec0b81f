import { expect, it } from "vitest";
import { factsIn, latestWith, rounds } from "#core/facts/view.ts";
import { shipped } from "#test/desk.ts";

it("orders the rounds in time", () => {
  expect(rounds(shipped).map((t) => t.id)).toEqual(["istanbul-february", "istanbul-april"]);
});

it("takes the latest round that holds something in the slot", () => {
  expect(latestWith(shipped, ["led"])?.id).toBe("istanbul-april");
  expect(latestWith(shipped, ["next"])?.id).toBe("istanbul-february");
  expect(latestWith({ ...shipped, facts: [] }, ["next"])?.id).toBe("istanbul-april");
});

it("gives a side its own facts and those of both", () => {
  const sides = new Set(factsIn(shipped, "grievance", "istanbul-april", "us").map((f) => f.side));
  expect(sides).toEqual(new Set(["us", "both"]));
});

it("leaves a retracted fact out", () => {
  const facts = shipped.facts.map((f) => (f.slot === "date" ? { ...f, standing: "retracted" as const } : f));
  expect(factsIn({ ...shipped, facts }, "date")).toEqual([]);
});
