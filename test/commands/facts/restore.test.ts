import { expect, it } from "vitest";
import { newSeat } from "#test/moderation.ts";

it("brings a retracted fact back into answers, with the reason in its history", async () => {
  const seat = await newSeat();
  const before = await seat.told("who-led");
  await seat.told("facts retract apr-led-us withdrawn");
  expect(await seat.told('facts restore apr-led-us why:"it was the wrong one"')).toContain("Restored");
  expect(await seat.told("who-led")).toBe(before);
  expect(await seat.told("facts history apr-led-us")).toContain("it was the wrong one");
});

it("refuses what is not retracted", async () => {
  expect((await (await newSeat()).refused("facts restore apr-led-us")).message).toBe("apr-led-us is not retracted.");
});

it("refuses where another fact says the same meanwhile", async () => {
  const seat = await newSeat();
  const id = await seat.add({ slot: "outcome", result: "a hotline was agreed on" });
  await seat.told(`facts retract ${id} misread`);
  const other = await seat.add({ slot: "outcome", result: "a hot line was agreed on" });
  await seat.told(`facts correct ${other} result:"a hotline was agreed on"`);
  expect((await seat.refused(`facts restore ${id}`)).message).toContain(`(${other})`);
});
