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

it("is answered next time by a fact that a moderator adds, and is a miss no more while the fact stands", async () => {
  const seat = await newSeat();
  const question = "ask did they agree on flights";
  await seat.refused(question, rea);
  expect(await seat.told("facts misses")).toContain("did they agree on flights");
  const form = await seat.press(await seat.say("facts misses"), "Add: did they agree");
  const added = { result: "they agreed to resume direct flights", source: "new: The Gazette", paragraph: "3" };
  replied(await seat.fill(form, added));
  expect(await seat.told(question, rea)).toContain("resume direct flights");
  const list = await seat.told("facts misses");
  expect(list).not.toContain("did they agree");
  expect(list).toContain("1 question without an answer can be answered now.");
  await seat.told("facts undo");
  expect(await seat.told("facts misses")).toContain("did they agree on flights");
});

it("is answered next time by a spelling that a moderator adds", async () => {
  const seat = await newSeat();
  await seat.refused("ask Quillfeather", rea);
  await seat.told('facts alias add "Alexander Darchiev" Quillfeather');
  expect(await seat.told("ask Quillfeather", rea)).toContain("Darchiev");
  expect(await seat.told("facts misses")).not.toContain("Quillfeather");
});

it("is answered next time by a fact that a moderator says these words ask for", async () => {
  const seat = await newSeat();
  await seat.refused("ask did they agree on flights", rea);
  await seat.told("facts alias add apr-outcome-notes-tass flights");
  expect(await seat.told("ask did they agree on flights", rea)).toContain("Diplomatic notes were exchanged");
  expect(await seat.told("facts alias remove apr-outcome-notes-tass flights")).not.toContain("• flights");
  await seat.refused("ask did they agree on flights", rea);
});

it("takes a question off the list", async () => {
  const seat = await askedInVain();
  const left = replied(await seat.press(await seat.say("facts misses"), "Take off: what did the weather do"));
  expect(left).not.toContain("weather");
  expect(left).toContain("lunch");
});

it("says so where nothing was asked in vain", async () => {
  expect(await (await newSeat()).told("facts misses")).toContain("Every question had an answer.");
});

it("counts no question about an earlier moment: nothing added now could answer it", async () => {
  const seat = await newSeat();
  await seat.say("ask who paid for lunch as-of:2025-01-01", rea);
  await seat.say("who-led as-of:2025-01-01", rea);
  expect(await seat.told("facts misses")).toContain("Every question had an answer.");
});
