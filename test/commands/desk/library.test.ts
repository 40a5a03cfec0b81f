import { expect, it } from "vitest";
import { ada, ann, newSeat } from "#test/moderation.ts";

it("switches the sample off for one desk: no fact, name or article of it is left", async () => {
  const seat = await newSeat();
  const other = await seat.world.seat("two");
  expect(await seat.told("facts library off", ada)).toContain("The desk holds 0 facts on 0 rounds of talks.");
  const view = await seat.desk.view();
  expect([view.negotiations, view.talks, view.parties, view.people, view.places].map((d) => d.items.length)).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect(view.articles.size).toBe(0);
  expect((await seat.say("who-led")).refusal?.message).toContain("The desk holds nothing on");
  expect(await other.told("who-led")).toContain("Alexander Darchiev");
});

it("keeps what was added, with the names and articles that it needs, and only those", async () => {
  const seat = await newSeat();
  await seat.told('facts add outcome result:"a hotline was agreed on" source:TASS paragraph:6 talks:second');
  await seat.told("facts library off", ada);
  const told = await seat.told("outcomes");
  expect(told).toContain("A hotline was agreed on.");
  expect(told).toContain("TASS, 10 April 2025, note 6");
  const view = await seat.desk.view();
  expect([view.facts.length, view.talks.all.length, view.articles.size, view.people.all.length]).toEqual([1, 1, 1, 0]);
});

it("is switched on again as it was, by the command or by undo, and is in the history", async () => {
  const seat = await newSeat();
  const before = await seat.told("who-led");
  const off = await seat.say("facts library off", ada);
  expect((await seat.refused("facts library off", ada)).message).toBe("The sample is off already.");
  await seat.told("facts library on", ada);
  expect(await seat.told("who-led")).toBe(before);
  expect(await seat.told("facts audit")).toMatch(
    /switched the shipped sample: .*on[\s\S]*switched the shipped sample: .*off/u,
  );
  await seat.told("facts library off", ada);
  await seat.press(off, "Undo", ada);
  expect(await seat.told("who-led")).toBe(before);
});

it("tells what the desk held before, asked as of then", async () => {
  const seat = await newSeat();
  seat.world.pass({ hours: 48 });
  await seat.told("facts library off", ada);
  expect(await seat.told("who-led as-of:2026-11-21")).toContain("Alexander Darchiev");
});

it("is an admin's", async () => {
  const seat = await newSeat();
  expect((await seat.refused("facts library off", ann)).kind).toBe("right");
  expect(await seat.told("facts library", ada)).toContain("The shipped sample is on");
});
