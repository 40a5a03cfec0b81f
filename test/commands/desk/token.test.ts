import { expect, it } from "vitest";
import { ada, ann, newSeat } from "#test/moderation.ts";

const SHOWN = /talks_[a-z0-9]{32}/u;

it("makes a token that an admin sees once, lists it without it, and takes it back", async () => {
  const seat = await newSeat();
  const [token = ""] = SHOWN.exec(await seat.told("facts token add Claude", ada)) ?? [];
  expect((await seat.world.desks.admitted(token))?.name).toBe("Claude");
  const list = await seat.told("desk token", ada);
  expect(list).toContain("Claude: made by Ada");
  expect(list).toContain("not used yet");
  expect(list).not.toMatch(SHOWN);
  expect(await seat.told("desk token remove claude", ada)).toContain("“Claude” lets nobody in any more.");
  expect(await seat.world.desks.admitted(token)).toBeUndefined();
  expect(await seat.told("desk token", ada)).toContain("None");
});

it("leads to its own desk alone", async () => {
  const one = await newSeat();
  await one.world.seat("two");
  const [token = ""] = SHOWN.exec(await one.told("desk token add Claude", ada)) ?? [];
  const admitted = await one.world.desks.admitted(token);
  expect((await admitted?.desk.snapshot())?.own.version).toBe((await one.desk.snapshot()).own.version);
});

it("takes a token back by undo of its making, and gives it back by undo of its removal", async () => {
  const seat = await newSeat();
  const [token = ""] = SHOWN.exec(await seat.told("desk token add Claude", ada)) ?? [];
  await seat.told("facts undo", ada);
  expect(await seat.world.desks.admitted(token)).toBeUndefined();
  const [next = ""] = SHOWN.exec(await seat.told("desk token add Claude", ada)) ?? [];
  await seat.told("desk token remove Claude", ada);
  await seat.told("facts undo", ada);
  expect((await seat.world.desks.admitted(next))?.name).toBe("Claude");
});

it("is for admins, and is in the audit without the token", async () => {
  const seat = await newSeat();
  expect((await seat.say("desk token add Claude", ann)).refusal?.kind).toBe("right");
  const [token = ""] = SHOWN.exec(await seat.told("desk token add Claude", ada)) ?? [];
  const audit = await seat.told("facts audit", ada);
  expect(audit).toContain("changed which programs may read: Claude");
  expect(audit).not.toContain(token);
});

it("keeps at most twenty", async () => {
  const seat = await newSeat();
  for (let i = 1; i <= 20; i += 1) await seat.told(`desk token add "program ${i}"`, ada);
  expect((await seat.say("desk token add more", ada)).refusal?.kind).toBe("limit");
});
