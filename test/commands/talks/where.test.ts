import { expect, it } from "vitest";
import { told } from "#test/desk.ts";

it("gives the Russian consulate, in the primary article's words, and how the others call it", async () => {
  const text = await told("where");
  expect(text).toContain("The talks were held at the Russian consulate building in Istanbul.");
  expect(text).toContain(
    "Place as reported: “the Russian consulate building in Istanbul” (ln24SA); " +
      "“the Russian Consulate General in Istanbul” (TASS and Türkiye Today)",
  );
  expect(text).toContain("3 outlets agree");
});

it("gives the city alone to the paragraph that names no building", async () => {
  expect(await told("where")).toMatch(/held in Istanbul\. apr-city\n\s+Source: ln24SA, ¶1/u);
});

it("gives the residence for the first round, and calls that no disagreement with the city", async () => {
  const text = await told("where talks:first");
  expect(text).toContain("the US consul general's residence in Istanbul");
  expect(text).not.toContain("differ");
});
