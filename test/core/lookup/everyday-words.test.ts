import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

// What people ask in words of their own, over made-up talks whose source has others.
let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  const file = readFileSync(join(ROOT, "test/fixtures/packs/valley.yaml"), "utf8");
  await seat.press(await seat.call("facts import", { file }), "Import ");
  await seat.call("talks here", { talks: "valley" });
});

it.each([
  // Words of like meaning.
  ["do the rebels intend to give up their guns", "to hand over its weapons"],
  ["how many inmates does the front hold", "120"],
  ["which countries vouch for the truce", "Malta"],
  ["when did the lights come back on", "6 May"],
  // Turns of speech.
  ["when does the truce kick in", "3 August"],
  ["was anything put in writing on the prisoners", "declaration"],
  ["can the two staffs ring each other up", "hotline"],
  ["where did they sit down in tarn", "Corn Exchange"],
  ["where did the first cycle of the valley talks take place", "Corn Exchange"],
  // What comes after, by any verb.
  ["where are they going after odell", "in Tarn in November"],
  ["is there another cycle after odell", "November"],
  // A time, where the fact has all but the verb of beginning.
  ["what day did the july review get going", "29 July"],
  // Somebody's team is that of their party.
  ["who was in charge of dovans team in tarn", "Dovan"],
  // What somebody said of another side is theirs all the same.
  ["what did marek say that upset the rebels", "lost its way"],
  // A role as its source words it.
  ["tarn observers", "Ana Ruiz"],
  // A verb that ends like an adverb.
  ["whose law should apply on the valley road", "under Kestrian law"],
  // A share of what is named, and two countries where countries are asked for.
  ["which countries act as guarantors", "Malta"],
  // Who was kept out says that they were not there.
  ["was norland at the table in tarn", "not invited"],
])("answers: %s", async (line, held) => {
  expect((await seat.say(line, rea)).reply?.plain ?? "").toContain(held);
});

it.each([
  ["what did the army chief promise", "led"],
  ["who travelled to tarn for kestria", "arrived"],
  ["which room in the corn exchange did they use", "The talks were held"],
  ["how did the kestrians get to tarn", "arrived"],
  // The verb is what is asked.
  ["what did both sides ratify on the prisoners", "signed a declaration"],
  // A number of something else.
  ["was anything big achieved in tarn", "120"],
  ["how soon do the rebels have to hand over their weapons", "to hand over"],
])("does not answer %s by something else", async (line, other) => {
  expect((await seat.say(line, rea)).reply?.plain ?? "").not.toContain(other);
});
