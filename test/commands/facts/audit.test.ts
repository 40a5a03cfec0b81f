import { expect, it } from "vitest";
import { ada, ann, ben, newSeat, replied } from "#test/moderation.ts";

it("tells every change of the desk, the latest first, of whatever kind", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn", ann);
  await seat.told('facts alias add "Sonata Coulter" Sonja', ben);
  await seat.told("facts roles add user:U77", ada);
  const text = await seat.told("facts audit");
  expect(text).toContain("Audit: 3 changes");
  expect(text).toMatch(
    /#3 .*Ada .*user U77 moderates on test[^]*#2 .*Ben .*“Sonja” also names Sonata Coulter[^]*#1 .*Ann .*retracted/u,
  );
});

it("keeps to one person, or to what came since", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn", ann);
  seat.world.pass({ hours: 48 });
  await seat.told("facts retract apr-led-russia withdrawn", ben);
  expect(await seat.told("facts audit by:ann")).toContain("Audit: 1 change");
  expect(await seat.told("facts audit by:u3")).toContain("#2");
  expect(await seat.told("facts audit since:2026-11-22")).not.toContain("#1");
  expect(await seat.told("facts audit since:2026-11-23")).toContain("Nothing was changed.");
});

it("goes on to earlier pages", async () => {
  const seat = await newSeat();
  for (let n = 0; n < 9; n += 1) {
    await seat.told("facts retract apr-led-us withdrawn");
    await seat.told("facts restore apr-led-us");
  }
  const first = await seat.say("facts audit");
  expect(first.text).toContain("#4 ");
  expect(first.text).not.toContain("#3 ");
  const second = replied(await seat.press(first, "Earlier changes"));
  expect(second).toContain("#1 ");
  expect(second).not.toContain("Earlier changes");
  expect(await seat.told("facts audit page:2")).toBe(second);
});
