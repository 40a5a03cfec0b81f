import { expect, it } from "vitest";
import { newSeat, rea, World } from "#test/moderation.ts";

const QUESTIONS = [
  "what notes are there on catering",
  "catering",
  "who paid for the catering",
  "notes on the catering in april",
];

it("tells facts that fit alike in one order, after many changes as after a restart", async () => {
  const seat = await newSeat();
  const ids: string[] = [];
  for (const part of ["soup", "fish", "cake", "wine"])
    ids.push(await seat.add({ slot: "note", talks: "second round", remark: `The catering had ${part} first` }));
  // The index follows the changes when it is asked; a fact that comes back is put at its end.
  for (const id of ids.slice(0, 2)) {
    const gone = await seat.call("facts retract", { id, why: "a look" });
    expect(gone.text).toContain("Retracted");
    await seat.say("catering", rea);
    expect((await seat.call("facts restore", { id, why: "it was right" })).text).toContain("Restored");
  }
  const restarted = await (await World.open(undefined, seat.world.store, seat.world.clock.now().toString())).seat();
  let several = 0;
  for (const words of QUESTIONS) {
    const told = await seat.say(words, rea);
    if ((told.reply?.facts.length ?? 0) > 1) several += 1;
    expect(told.text).toBe((await restarted.say(words, rea)).text);
  }
  expect(several).toBeGreaterThan(1);
});
