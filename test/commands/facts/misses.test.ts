import { expect, it } from "vitest";
import { cid, formOf, newSeat, rea, replied, type Seat } from "#test/moderation.ts";

async function askedInVain(): Promise<Seat> {
  const seat = await newSeat();
  for (let n = 0; n < 3; n += 1) await seat.say("ask what did the weather do", rea);
  for (let n = 0; n < 2; n += 1) await seat.say("ask who paid for lunch", cid);
  await seat.say("outcomes talks:first side:us", rea);
  return seat;
}

it("lists what was asked in vain, the most frequent first", async () => {
  const text = await (await askedInVain()).told("facts misses");
  expect(text).toMatch(/3× what did the weather do[^]*2× who paid for lunch/u);
});

it("shows as many as asked for", async () => {
  expect(await (await askedInVain()).told("facts misses most:1")).not.toContain("lunch");
});

it("is one step from adding, with the kind of fact where the question tells it", async () => {
  const seat = await newSeat();
  await seat.say("ask where did the chef come from", rea);
  const form = await seat.press(await seat.say("facts misses"), "Add: ");
  expect(formOf(form).title).toBe("Add a fact");
});

it("takes a question off the list", async () => {
  const seat = await askedInVain();
  const left = replied(await seat.press(await seat.say("facts misses"), "Settle: what did the weather do"));
  expect(left).not.toContain("weather");
  expect(left).toContain("lunch");
});

it("says so where nothing was asked in vain", async () => {
  expect(await (await newSeat()).told("facts misses")).toContain("Nothing was asked in vain.");
});

it("counts no question about an earlier moment: nothing added now could answer it", async () => {
  const seat = await newSeat();
  await seat.say("ask who paid for lunch as-of:2025-01-01", rea);
  await seat.say("who-led as-of:2025-01-01", rea);
  expect(await seat.told("facts misses")).toContain("Nothing was asked in vain.");
});
