import { expect, it } from "vitest";
import { ben, formOf, newSeat, refusalOf, replied } from "#test/moderation.ts";

it("takes a fact out of every answer, and keeps its history", async () => {
  const seat = await newSeat();
  const text = await seat.told('facts retract apr-led-us reason:"the source withdrew it"');
  expect(text).toContain("Retracted");
  expect(text).toContain("(retracted) apr-led-us");
  expect(await seat.told("who-led")).not.toContain("Coulter");
  expect(await seat.told("fact apr-led-us")).toContain("Standing: retracted");
  expect(await seat.told("facts history apr-led-us")).toContain("the source withdrew it");
});

it("asks for the reason where none was given", async () => {
  const seat = await newSeat();
  const form = await seat.say("facts retract apr-led-us");
  expect(formOf(form).fields.map((f) => f.name)).toEqual(["reason"]);
  expect(formOf(form).problem).toBeUndefined();
  expect(refusalOf(await seat.fill(form)).message).toContain('"reason" is missing');
  expect(replied(await seat.fill(form, { reason: "withdrawn" }))).toContain("Retracted");
});

it("says so where it is already retracted", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn");
  expect((await seat.refused("facts retract apr-led-us withdrawn", ben)).message).toBe(
    "apr-led-us is already retracted.",
  );
});

it("shows the reason with the retracted fact", async () => {
  const seat = await newSeat();
  await seat.told('facts retract apr-led-us reason:"the source withdrew it"');
  expect(await seat.told("fact apr-led-us")).toContain("Retracted because: the source withdrew it");
});
