import { expect, it } from "vitest";
import { say, told } from "#test/desk.ts";

it("shows around six hours and 5½ hours side by side as consistent, since they measure different things", async () => {
  const { text, reply } = await say("how-long");
  expect(text).toContain(
    "Consistent: 5½ hours (TASS and Türkiye Today); around six hours from the U.S. delegation's arrival at the consulate to its departure (ln24SA).",
  );
  expect(reply.plain).toContain("Consistent: 5½ hours (TASS and Türkiye Today); around six hours from");
});

it("says of the primary article no more than what it measures", async () => {
  expect(await told("how-long")).toContain(
    "Around six hours passed from the U.S. delegation's arrival at the consulate to its departure.",
  );
});

it("takes 5½ hours and five and a half hours for the same, and keeps who said so", async () => {
  const text = await told("how-long");
  expect(text).toContain("“5½ hours” (TASS); “five and a half hours” (Türkiye Today)");
  expect(text).toContain("according to Russian and US officials, in Türkiye Today, 10 April 2025, note 1");
});

it("does not hold several hours against more than six", async () => {
  const text = await told("how-long talks:first");
  expect(text).toContain("several hours");
  expect(text).toMatch(/^The talks lasted more than six hours/u);
  expect(text).toContain("more than six hours");
  expect(text).not.toContain("differ");
});
