import { expect, it } from "vitest";
import { ann, cid, newSeat, rea, replied } from "#test/moderation.ts";

it("lists what moved since a day or a moment, the latest first", async () => {
  const seat = await newSeat();
  seat.world.pass({ hours: 24 });
  await seat.told('facts correct apr-duration-around-six stated:"seven hours"', ann);
  seat.world.pass({ hours: 24 });
  await seat.told("facts retract apr-led-us withdrawn", ann);
  const text = await seat.told("changes since:2026-11-21", rea);
  expect(text).toContain("2 changes since ");
  expect(text).toMatch(
    /Ann retracted the head of .* apr-led-us[^]*Ann corrected the length of .* apr-duration-around-six/u,
  );
  expect(await seat.told("changes since:2026-11-21T12:00Z", rea)).toContain("1 change since ");
  expect(await seat.told("changes since:2026-11-23", rea)).toContain("Nothing changed since ");
});

it("goes back seven days where no day is given", async () => {
  const seat = await newSeat();
  seat.world.pass({ hours: 24 });
  await seat.told("facts retract apr-led-us withdrawn", ann);
  seat.world.pass({ hours: 24 * 6 + 23 });
  expect(await seat.told("changes", rea)).toContain("1 change since ");
  seat.world.pass({ hours: 2 });
  expect(await seat.told("changes", rea)).toContain("Nothing changed since ");
});

it("tells facts alone: no suggestion, no spelling, no role", async () => {
  const seat = await newSeat();
  seat.world.pass({ hours: 24 });
  await seat.told('talks suggest note remark:"it rained" source:TASS paragraph:1', cid);
  await seat.told('facts alias add "Sonata Coulter" Sonja', ann);
  expect(await seat.told("changes since:2026-11-21", rea)).toContain("Nothing changed since ");
});

it("counts what the library brought at first, and lists it not", async () => {
  const { text } = await (await newSeat()).say("changes", rea);
  expect(text).toMatch(/^Nothing changed since .*\nBesides, \d\d changes came with the library/u);
});

it("tells what moved, page by page", async () => {
  const seat = await newSeat();
  for (let i = 0; i < 17; i += 1) await seat.told(`facts correct apr-day-tass stated:"${i + 1} April 2025" why:r`);
  const first = await seat.say("changes", rea);
  const second = replied(await seat.press(first, "Earlier changes", rea));
  expect(second).not.toBe(first.text);
  expect(await seat.told("changes page:2", rea)).toBe(second);
});

it("refuses what is no day", async () => {
  expect((await (await newSeat()).refused("changes since:yesterday-ish")).hint).toContain("Type a day such as");
});
