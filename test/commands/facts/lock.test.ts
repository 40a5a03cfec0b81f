import { expect, it } from "vitest";
import { ada, ann, newSeat, refusalOf } from "#test/moderation.ts";

it.each([
  "facts correct apr-led-us post:consul",
  "facts retract apr-led-us reason:x",
  "facts source apr-led-us source:Meduza paragraph:1",
  "facts dispute apr-led-us with:apr-venue reason:x",
  "facts dispute apr-venue with:apr-led-us reason:x",
  'facts add led side:us person:"Sonata Coulter" source:Meduza paragraph:1',
])("keeps a moderator from: %s", async (line) => {
  const seat = await newSeat();
  expect(await seat.told("facts lock apr-led-us", ada)).toContain("Locked");
  const refusal = refusalOf(await seat.say(line, ann));
  expect(refusal).toMatchObject({
    kind: "right",
    message: expect.stringMatching(/^apr-led-us is locked: Sonata Coulter/u),
  });
  expect((await seat.say(line, ada)).reply).toBeDefined();
});

it("shows that a fact is locked, and refuses to lock it twice", async () => {
  const seat = await newSeat();
  await seat.told("facts lock apr-led-us", ada);
  expect(await seat.told("fact apr-led-us")).toContain("Locked: only an admin may change it");
  expect((await seat.refused("facts lock apr-led-us", ada)).message).toBe("apr-led-us is already locked.");
});
