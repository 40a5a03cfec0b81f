import { beforeAll, expect, it } from "vitest";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

const ORCHARD = `negotiation: { id: orchard, name: Orchard talks }
parties:
  - { id: georgia, name: Georgia, adjective: Georgian, role: party }
  - { id: armenia, name: Armenia, adjective: Armenian, role: party }
  - { id: austria, name: Austria, adjective: Austrian, role: host }
talks:
  - { id: orchard-one, name: "First round, Graz, 2 March 2024", order: 1, aliases: [first round], parties: [georgia, armenia, austria] }
people:
  - { id: lomidze, name: Nino Lomidze, party: georgia }
  - { id: petrosyan, name: Aram Petrosyan, party: armenia }
  - { id: haas, name: Lena Haas, party: austria }
articles:
  - id: grove
    outlet: Grove Weekly
    language: en
    claims:
      - { id: o1, talks: orchard-one, slot: movement, side: georgia, paragraph: 1, says: { act: arrived, place: Graz, time: at dawn } }
      - { id: o2, talks: orchard-one, slot: position, side: georgia, paragraph: 2, says: { topic: seedlings, stance: wants, words: Armenia to hand over the rare seedlings } }
      - { id: o3, talks: orchard-one, slot: assessment, side: georgia, paragraph: 3, says: { by: a Georgian official, words: slow and sour } }
      - { id: o4, talks: orchard-one, slot: duration, paragraph: 4, says: { stated: three hours } }
      - { id: o5, talks: orchard-one, slot: note, side: armenia, paragraph: 5, says: { remark: Belgium had lent the ladders } }
      - { id: o6, talks: orchard-one, slot: figure, side: armenia, paragraph: 6, says: { what: seedlings in the cold store, number: 400, unit: seedlings } }
      - { id: o7, talks: orchard-one, slot: role, paragraph: 7, says: { person: Lena Haas, as: host } }
      - { id: o8, talks: orchard-one, slot: background, paragraph: 8, says: { event: Lomidze and Petrosyan wrote to each other in winter } }
`;

let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  const done = await seat.call("facts import", { paste: ORCHARD, apply: "yes" });
  expect(done.text).toContain(", 0 refused.");
});

it.each([
  // Another movement.
  "when did the Georgian delegation leave Graz",
  // What was wanted was not done by that.
  "did Armenia hand over the rare seedlings",
  "were the rare seedlings handed over in Graz",
  // Another speaker.
  "how did Lomidze describe the first round",
  // How long one of them stayed.
  "how long did Haas stay in Graz",
  // What another one wants of whom the fact has the name alone.
  "what does Belgium want",
  "what did Belgium demand",
  // Another thing done with what is counted.
  "how many seedlings has Armenia burnt",
  // They wrote, and did not meet.
  "did Lomidze meet Petrosyan",
  // A thing that no fact is about, and a doer whom none names.
  "what colour were the ladders",
  "which documents were signed in Graz",
  "whose idea was the cold store",
  "who lent the seedlings",
  "were women on the Armenian team",
  // Another role.
  "who led the observers from Austria",
])("has no exact answer: %s", async (line) => {
  expect((await seat.say(line, rea)).text).toMatch(/^No exact answer|^Nothing held/u);
});

it("says yes to all of a question, or not at all", async () => {
  expect((await seat.say("are there 400 seedlings in the cold store", rea)).text).toMatch(/^Yes/u);
  expect((await seat.say("were the 400 seedlings sold", rea)).text).not.toMatch(/^Yes/u);
});

it.each([
  ["when did the Georgian delegation arrive in Graz", "at dawn"],
  ["does Georgia want the rare seedlings", "rare seedlings"],
  ["how did a Georgian official describe the first round", "slow and sour"],
  ["how long did they talk in Graz", "three hours"],
  ["did Belgium lend the ladders", "ladders"],
  ["how many seedlings are in the cold store", "400"],
  ["who hosted the first round", "Lena Haas"],
])("answers: %s", async (line, held) => {
  const [first = ""] = (await seat.say(line, rea)).text.split("\n");
  expect(first).toContain(held);
});
