import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

/** The shipped negotiation and one of ports, with some facts more. */
async function two(): Promise<Seat> {
  const seat = await newSeat();
  const file = readFileSync(join(ROOT, "test/fixtures/packs/harbour.yaml"), "utf8");
  await seat.call("facts import", { file, apply: "yes" });
  const at = { talks: "Second round, Rome, March 2025" };
  await seat.add({ ...at, slot: "next", step: "Norway will arrange the next round" });
  await seat.add({ ...at, slot: "format", stated: "in English" });
  await seat.add({ ...at, slot: "assessment", by: "Grace Wanjiru", words: "deeply moving" });
  return seat;
}

it("answers with no other negotiation's fact by a slip that is read as a word, where that is all that it has", async () => {
  const seat = await two();
  for (const question of ["who setaed the delegations", "deply the server please"]) {
    expect([question, (await seat.say(question, rea)).reply?.facts ?? []]).toEqual([question, []]);
  }
  for (const question of ["who will arange the next port round", "what was deeply moving", "was it deply moving"])
    expect([question, (await seat.say(question, rea)).reply?.facts.length]).toEqual([question, 1]);
});

it("tells no name where a fact has none, and a name where it has one", async () => {
  const seat = await two();
  for (const question of ["interpreter names", "the names of the interpreters"])
    expect([question, (await seat.say(question, rea)).reply?.facts ?? []]).toEqual([question, []]);
  expect((await seat.say("in what language were the port talks", rea)).text).toContain("in English");
  expect((await seat.say("the name of the kenyan leader", rea)).text).toContain("Grace Wanjiru");
  expect((await seat.say("name of the building in istanbul in february", rea)).text).toContain("residence");
});
