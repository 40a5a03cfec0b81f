import { newSeat } from "#test/moderation.ts";
import { expect, it } from "vitest";
import { differing, disagreements } from "#core/slots/disagreement.ts";
import { factsIn } from "#core/facts/view.ts";
import { say, shipped, told } from "#test/desk.ts";

it("finds what was done to the six properties, and nothing else, in what is shipped", () => {
  expect(disagreements(shipped).map((d) => `${d.talks} ${d.slot}`)).toEqual(["istanbul-april property"]);
});

it("never holds the two sides' leaders against each other", () => {
  expect(differing(factsIn(shipped, "led", "istanbul-april"), shipped)).toBeUndefined();
});

it("never holds one round against the other", () => {
  expect(differing(factsIn(shipped, "date"), shipped)).toBeUndefined();
});

it("says of who-led in one line who led, and not that sources differ", async () => {
  const { reply } = await say("who-led");
  expect(reply.plain).toContain("Alexander Darchiev");
  expect(reply.plain).not.toContain("differ");
});

it("tells slots of several kinds in one line each, the consistent one as consistent", async () => {
  const { reply } = await say("timeline talks:first");
  expect(reply.plain).toContain("27 February 2025");
  expect(await told("timeline")).toMatch(
    /How long +Consistent: 5½ hours \[TASS, note 1\]; .*; around six hours from the U\.S\. delegation's arrival/u,
  );
});

it("takes a fact that a moderator disputes as open, in a slot of many values too", () => {
  const [one, ...rest] = factsIn(shipped, "agenda", "istanbul-april");
  if (one === undefined) throw new Error("no agenda is shipped");
  expect(differing([{ ...one, standing: "disputed" }, ...rest], shipped)?.map((f) => f.id)).toEqual([one.id]);
});

it("tells as consistent only what can be read", async () => {
  const seat = await newSeat();
  for (const [stated, source] of [
    ["over five hours", "Zed"],
    ["5½ hours", "Yak"],
    ["a long while", "Wye"],
  ] as const)
    await seat.add({ slot: "duration", stated, source: `new: ${source}`, talks: "first" });
  await seat.told("facts retract feb-duration-tass reason:apart");
  await seat.told("facts retract feb-duration-meduza reason:apart");
  const told = await seat.told("how-long talks:first");
  expect(told).toContain("Consistent: 5½ hours (Yak); over five hours (Zed).");
  expect(told).toContain("The talks lasted a long while.");
});
