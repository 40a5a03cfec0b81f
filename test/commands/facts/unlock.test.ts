import { expect, it } from "vitest";
import { ada, ann, newSeat } from "#test/moderation.ts";

it("lets moderators change the fact again", async () => {
  const seat = await newSeat();
  await seat.told("facts lock apr-led-us", ada);
  expect(await seat.told("facts unlock apr-led-us", ada)).toContain("Unlocked");
  expect(await seat.told("facts retract apr-led-us withdrawn", ann)).toContain("Retracted");
});

it("refuses a fact that is not locked", async () => {
  expect((await (await newSeat()).refused("facts unlock apr-led-us", ada)).message).toBe("apr-led-us is not locked.");
});
