import { expect, it } from "vitest";
import { formOf, newSeat, replied } from "#test/moderation.ts";

const DISPUTE = 'facts dispute apr-agenda-embassy with:apr-venue reason:"one of them is wrong"';

it("marks two facts as in dispute where the machine sees none", async () => {
  const seat = await newSeat();
  expect(await seat.told(DISPUTE)).toContain("(disputed) apr-agenda-embassy");
  expect(await seat.told("disputes")).toContain("apr-venue");
  expect(await seat.told("fact apr-venue")).toContain("Standing: disputed");
  expect(await seat.told("facts history apr-venue")).toContain("one of them is wrong");
});

it("shows with what and why it is in dispute", async () => {
  const seat = await newSeat();
  await seat.told(DISPUTE);
  expect(await seat.told("fact apr-venue")).toContain("In dispute with apr-agenda-embassy: one of them is wrong");
});

it("asks for the other fact and the reason", async () => {
  const seat = await newSeat();
  const form = await seat.say("facts dispute apr-venue");
  expect(formOf(form).fields.map((f) => f.name)).toEqual(["with", "reason"]);
  expect(replied(await seat.fill(form, { with: "apr-city", reason: "doubted" }))).toContain("Marked as disputed");
});

it("refuses a fact with itself, a retracted one, and one that there is not", async () => {
  const seat = await newSeat();
  expect((await seat.refused("facts dispute apr-venue with:apr-venue reason:x")).message).toContain("with itself");
  await seat.told("facts retract apr-city withdrawn");
  expect((await seat.refused("facts dispute apr-venue with:apr-city reason:x")).message).toContain("retracted fact");
  expect((await seat.refused("facts dispute apr-venue with:apr-nothing reason:x")).message).toContain('"apr-nothing"');
});
