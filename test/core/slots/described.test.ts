import { expect, it } from "vitest";
import { newSeat } from "#test/moderation.ts";

it("does not say that sources differ where one only describes who led", async () => {
  const seat = await newSeat();
  const added = await seat.told(
    'facts add led talks:second side:us person:"a senior US diplomat" source:"new: Coast Herald" paragraph:2',
  );
  expect(added).toContain("A senior US diplomat led the U.S. side.");
  expect(added).not.toContain("differ:");
  const named = await seat.told(
    'facts add led talks:second side:us person:"new: Jane Roe" source:"new: Harbour Times" paragraph:2',
  );
  expect(named).toMatch(/differ: Sonata Coulter.*; Jane Roe \(Harbour Times\)\./u);
});
