import { expect, it } from "vitest";
import { ann, ben, cid, entries, formOf, newSeat, refusalOf, replied, type Seat } from "#test/moderation.ts";

const SUGGEST = 'talks suggest outcome result:"a hotline was agreed on" source:TASS paragraph:1';

async function withSuggestion(): Promise<Seat> {
  const seat = await newSeat();
  await seat.told(SUGGEST, cid);
  return seat;
}

it("shows the queue: what was suggested, by whom, with a button each to approve, edit and decline", async () => {
  const seat = await withSuggestion();
  const text = await seat.told("facts review");
  expect(text).toContain("s1 2026-11-20 10:00 UTC by Cid (test)");
  expect(text).toContain("A hotline was agreed on. Second round, Istanbul, April 2025 [TASS, note 1]");
  expect(text).toContain("• New");
  expect(text).not.toContain("slot");
  expect(text).toContain("[1] Approve s1  [2] Edit s1  [3] Decline s1");
});

it("shows what a suggestion differs from, before it is approved", async () => {
  const seat = await newSeat();
  await seat.told('talks suggest duration stated:"4 hours" source:TASS paragraph:2 talks:second', cid);
  expect(await seat.told("facts review")).toMatch(
    /The talks lasted 4 hours\. Second round.*\n.*Differs from The talks lasted/u,
  );
});

it("says so where nothing waits", async () => {
  expect(await (await newSeat()).told("facts review")).toContain("No suggestion is waiting.");
});

it("approves: the fact is there, the queue is empty, the suggester sees it", async () => {
  const seat = await withSuggestion();
  expect(replied(await seat.press(await seat.say("facts review"), "Approve s1"))).toContain("Approved and added");
  expect(await seat.told("outcomes")).toContain("A hotline was agreed on.");
  expect(await seat.told("facts review")).toContain("No suggestion is waiting.");
  expect(await seat.told("talks suggested", cid)).toMatch(/s1 .*A hotline was agreed on\..* · Approved/u);
});

it("edits before it approves: the form stands as it was suggested", async () => {
  const seat = await withSuggestion();
  const form = await seat.press(await seat.say("facts review"), "Edit s1");
  expect(entries(form)).toMatchObject({ result: "a hotline was agreed on", source: "TASS", paragraph: "1" });
  const done = await seat.fill(form, { result: "two hotlines were agreed on", paragraph: "2" });
  expect(replied(done)).toContain("Two hotlines were agreed on.");
  expect(await seat.told("facts review")).toContain("No suggestion is waiting.");
});

it("declines with a reason, which it asks for and which reaches the suggester", async () => {
  const seat = await withSuggestion();
  const form = await seat.press(await seat.say("facts review"), "Decline s1");
  expect(formOf(form)).toMatchObject({ title: "Decline a suggestion", fields: [{ name: "reason" }] });
  expect(formOf(await seat.fill(form)).problem?.message).toContain("A declined suggestion needs a reason");
  const done = replied(await seat.fill(form, { reason: "TASS does not say so" }));
  expect(done).toContain("Cid gets a message with the reason: TASS does not say so");
  expect(await seat.told("talks suggested", cid)).toContain("Declined: TASS does not say so");
  expect(await seat.told("outcomes")).not.toContain("hotline");
});

it("declines in one line too", async () => {
  const seat = await withSuggestion();
  expect(await seat.told('facts review decline s1 reason:"no"')).toContain("Declined");
});

it("refuses what another moderator dealt with first", async () => {
  const seat = await withSuggestion();
  const queue = await seat.say("facts review", ben);
  await seat.told("facts review approve s1", ann);
  for (const label of ["Approve s1", "Edit s1", "Decline s1"])
    expect(refusalOf(await seat.press(queue, label, ben)).message).toBe("s1 was already approved.");
});

it("refuses an id that there is not, and an action without one", async () => {
  const seat = await withSuggestion();
  expect((await seat.refused("facts review approve s9")).message).toBe('There is no suggestion "s9" here.');
  expect((await seat.refused("facts review approve")).message).toBe("Which suggestion?");
});

it("puts a suggestion back into the queue by undo", async () => {
  const seat = await withSuggestion();
  await seat.told("facts review approve s1");
  await seat.told("facts undo");
  expect(await seat.told("outcomes")).not.toContain("hotline");
  expect(await seat.told("facts review")).toContain("s1");
  await seat.told('facts review decline s1 reason:"no"');
  await seat.told("facts undo");
  expect(await seat.told("facts review")).toContain("s1");
});
