import { expect, it } from "vitest";
import { ada, formOf, newSeat, replied, type Seat } from "#test/moderation.ts";

async function disagreeing(): Promise<{ readonly seat: Seat; readonly rival: string }> {
  const seat = await newSeat();
  return { seat, rival: await seat.add({ slot: "duration", talks: "second", stated: "4 hours" }) };
}

it("settles a disagreement for one fact; the other stays, as reported", async () => {
  const { seat, rival } = await disagreeing();
  const text = await seat.told('facts resolve apr-duration-tass reason:"two outlets"');
  expect(text).toContain(`These were set aside for it and are still shown as reported: ${rival}. Reason: two outlets`);
  expect(await seat.told("disputes")).not.toContain(rival);
  const long = await seat.told("how-long");
  expect(long).toContain("4 hours");
  expect(long).not.toContain("Sources differ");
});

it("ends a dispute that a moderator opened", async () => {
  const seat = await newSeat();
  await seat.told("facts dispute apr-agenda-embassy with:apr-venue reason:doubted");
  await seat.told("facts resolve apr-venue reason:checked");
  expect(await seat.told("fact apr-venue")).toContain("Standing: accepted");
  expect(await seat.told("disputes")).not.toContain("apr-venue");
});

it("asks for the reason", async () => {
  const { seat } = await disagreeing();
  const form = await seat.say("facts resolve apr-duration-tass");
  expect(formOf(form).fields.map((f) => f.name)).toEqual(["reason"]);
  expect(replied(await seat.fill(form, { reason: "two outlets" }))).toContain("Settled");
});

it("is offered with the disagreement that an addition made", async () => {
  const seat = await newSeat();
  const added = await seat.say('facts add led side:us person:"Marco Rubio" source:Meduza paragraph:1');
  expect(formOf(await seat.press(added, "Settle for ")).title).toBe("Settle a disagreement");
});

it("refuses a fact in no disagreement, and one whose rival is locked", async () => {
  const { seat, rival } = await disagreeing();
  expect((await seat.refused("facts resolve apr-venue reason:x")).message).toBe(
    "apr-venue is not part of an open disagreement.",
  );
  await seat.told(`facts lock ${rival}`, ada);
  expect((await seat.refused("facts resolve apr-duration-tass reason:x")).kind).toBe("right");
});
