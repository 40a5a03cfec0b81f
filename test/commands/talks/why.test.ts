import { expect, it } from "vitest";
import { told } from "#test/desk.ts";

it("tells the purpose, and what both nations named as the main goal", async () => {
  const text = await told("why");
  expect(text).toContain("The purpose of the talks was to discuss the restoration of the two countries' diplomatic");
  expect(text).toContain(
    "The main goal of the talks was to address the operational challenges that their diplomatic missions face, " +
      "according to both nations.",
  );
});

it.each([
  ["a sharp deterioration in relations, triggered by the war in Ukraine", "¶1"],
  ["the most severe tensions between Moscow and the West since the Cold War", "¶1"],
  ["years of strained relations", "¶4"],
  ["mutual accusations of intimidation", "¶4"],
  ["the freezing of diplomatic assets", "¶4"],
  ["have made embassy operations increasingly challenging", "¶6"],
])("tells the background: %s", async (event, paragraph) => {
  const lines = (await told("why")).split("\n");
  const at = lines.findIndex((l) => l.includes(event));
  expect(lines[at + 1]).toBe(`    Source: ln24SA, ${paragraph}`);
});

it("tells what led to the first round", async () => {
  expect(await told("why talks:first")).toContain("met in Riyadh on 18 February");
});
