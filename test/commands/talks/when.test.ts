import { expect, it } from "vitest";
import { told } from "#test/desk.ts";

it("leaves Thursday as the primary article has it, and gives the date only to who gives it", async () => {
  const text = await told("when");
  expect(text).toMatch(
    /held on Thursday \(the article gives no calendar date\)\. apr-day-stated\n\s+Source: ln24SA, ¶1/u,
  );
  expect(text).toMatch(/held on 10 April 2025\. apr-day-tass\n\s+Source: TASS, 10 April 2025, note 1/u);
});

it("does not call Thursday and its own date a disagreement", async () => {
  expect(await told("when")).not.toContain("differ");
});

it("counts who dates the first round", async () => {
  expect(await told("when talks:first")).toContain("3 outlets agree: Meduza, 28 February 2025, note 1");
});

it("begins with the exact day, and says beside it what another source says of it", async () => {
  expect(await told("when talks:second")).toMatch(/^The talks were held on 10 April 2025, a Thursday \(Second round/u);
  expect(await told("when talks:first")).toMatch(/^The talks were held on 27 February 2025 \(First round/u);
});
