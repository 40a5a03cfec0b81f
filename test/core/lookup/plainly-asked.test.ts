import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

// Kinds of questions that a word of theirs kept from the likeliest fact, or that got another one, over made-up talks.
let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  const file = readFileSync(join(ROOT, "test/fixtures/packs/salt.yaml"), "utf8");
  await seat.press(await seat.call("facts import", { file }), "Import ");
  await seat.call("talks here", { talks: "salt" });
});

const first = async (line: string): Promise<string> => (await seat.say(line, rea)).reply?.plain ?? "";

it.each([
  // Somebody of a party that is named alone.
  ["which american ran the talks in may 2020", "Ruth Hale"],
  ["who was the american in valletta", "Ruth Hale"],
  ["which varlander headed the team in october 2022", "Ida Brask"],
  // A paper by any word for papers.
  ["which 1974 document gave the waters to nobody", "A treaty of 1974"],
  ["what paper of 1974 dealt with the fishing waters", "A treaty of 1974"],
  ["does the agreement lift the ban on lena marsh", "which the text does not lift"],
  ["was the ban on marsh lifted in reykjavik", "which the text does not lift"],
  ["what is the october 2022 accord about", "tolls and lighthouses"],
  // Which one is meant, by what was done with it.
  ["how many articles has the memorandum they signed", "9"],
  ["how many articles are in the memorandum that was signed", "9"],
  // Countries that were there, and what some of them do.
  ["which foreign countries were in the room in reykjavik", "Norway, Chile, Peru and Malta"],
  ["which countries had people at the signing in october 2022", "Norway, Chile, Peru and Malta"],
  ["what role do chile and peru play", "stand by the talks"],
  ["whose side is chile on", "Chile at the Varlandic side"],
  ["which side does peru stand by", "Peru at the League"],
  // Another time than the one that is asked about.
  ["did varland arrive a week before the talks in june 2021", "the day before the talks"],
  ["did the june 2021 round last a week", "two days"],
  // Who may be there.
  ["were reporters in the room in 2020 or was it closed", "behind closed doors"],
  ["did they meet in private in the first round", "behind closed doors"],
  ["what deadline did the league get for its locks", "the end of August"],
  ["did brask find it a promising start", "a promising beginning"],
  // A word for a thing that only another kind is asked for with.
  ["which country is the mediator in may 2020", "Ruth Hale"],
  ["can disqualified captains sail according to varland", "no captain whom the court has banned"],
  ["who said the sea has no owner", "Ida Brask said"],
  // Turns of speech of a source, by words like theirs.
  ["were any sailors freed after the signing", "6 sailors"],
  // A post of whatever words.
  ["what did the harbour master say about charity", "We need nobody's charity"],
  ["who acted as go-between in 2020", "Ruth Hale"],
  ["which organisation runs the harbour fund", "United Nations"],
  ["were the first two rounds both in valletta", "Fort Manoel"],
])("answers: %s", async (line, held) => {
  expect(await first(line)).toContain(held);
});

it.each([
  ["who was varland's deputy foreign minister", "Holm"],
  ["how much of the fishing waters does the league want", "memorandum"],
  ["which hotel did they meet in in reykjavik", "a hotel"],
  ["what did brask promise in may 2020", "promising"],
  ["what did okon promise", "charity"],
  ["can you fix my pay", "pay of pilots"],
])("does not answer %s by something else", async (line, other) => {
  expect(await first(line)).not.toContain(other);
});
