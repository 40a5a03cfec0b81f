import { expect, it } from "vitest";
import { told } from "#test/desk.ts";

it("tells what came of the second round, each with who says so", async () => {
  const text = await told("outcomes");
  expect(text).toMatch(
    /Diplomatic notes were exchanged\. \S+\n\s+2 outlets agree: as told by Alexander Darchiev, in TASS, 10 April 2025, note 6; Türkiye Today/u,
  );
  expect(text).toContain(
    "return of six diplomatic properties seized by the United States and owned by Russia, according to",
  );
  expect(text).toContain("unimpeded banking services for the missions, as told by Alexander Darchiev.");
});

it("gives the primary article no outcome, since it has none", async () => {
  expect(await told("outcomes")).not.toContain("ln24SA");
});

it("tells what was to come after the first round", async () => {
  const text = await told("outcomes talks:first");
  expect(text).toContain("Both sides agreed to meet again soon.");
  expect(text).toContain("The date and place of the next meeting were still to be determined.");
});
