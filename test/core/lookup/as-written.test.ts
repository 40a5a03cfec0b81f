import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { talkIn } from "#test/bench/ask/going-on.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

// Facts in whose own words a side or a place is named, over made-up talks of three sides.
let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  const file = readFileSync(join(ROOT, "test/fixtures/packs/trawlers.yaml"), "utf8");
  await seat.press(await seat.call("facts import", { file }), "Import ");
  await seat.call("talks here", { talks: "trawlers" });
  const talks = "trawlers-orvane";
  const add = (fields: Readonly<Record<string, string>>) => seat.add({ talks, ...fields });
  await add({ slot: "figure", what: "Arvelians at the inter-Arvelian assembly", number: "60", unit: "people" });
  await add({
    slot: "figure",
    what: "Borrinese patrol boats that stay on",
    number: "12",
    unit: "boats",
    side: "borrin",
  });
  await add({ slot: "figure", what: "inspectors in Kelm when the protocol was signed", number: "41", unit: "people" });
  await add({
    slot: "outcome",
    result: "Borrin undertakes that its crews keep off the spawning ground",
    side: "borrin",
  });
  await add({ slot: "quote", speaker: "Mira Holt", words: "put the nets away", when: "on Twitter", side: "arvel" });
  await add({
    slot: "attended",
    person: "new: Lena Marsh",
    post: "general commanding the coast guard",
    side: "cestra",
  });
});

it.each([
  ["how many people were at the inter arvelian assembly", "60"],
  ["how many borrinese boats stay on", "12"],
  ["what did borrin promise about the spawning ground", "undertakes"],
  ["what did borrin pledge about the spawning ground", "undertakes"],
  ["holts tweet about the nets", "put the nets away"],
  ["what was lena marshs command", "general commanding"],
])("answers: %s", async (line, held) => {
  expect((await seat.say(line, rea)).text).toContain(held);
});

it("tells the day and place of the round that is called the signing, and of no paper to come", async () => {
  await seat.add({
    slot: "outcome",
    result: "boats are out within a year of a deal being signed",
    talks: "trawlers-orvane",
  });
  await seat.say(
    'facts talks add "Signing, Kelm, 9 May 2023" negotiation:"Trawler talks" parties:"Arvel, Borrin, Cestra"',
  );
  await seat.add({ slot: "date", stated: "9 May 2023", talks: "Signing, Kelm, 9 May 2023" });
  expect((await seat.say("when was the deal signed", rea)).text).toContain("9 May 2023");
});

it("goes on to another side by who is for it, and to the words of whom was asked about", async () => {
  const channel = { ...rea, channel: "goes on" };
  const talk = talkIn(seat, channel);
  await talk("who led the arvelian team in orvane");
  expect((await talk("and who for borrin?")).text).toContain("Dan Kesh");
});

it.each([
  ["who signed the protocol", "41"],
  ["when had they met before 2023", "2023"],
  ["where was the protocol signed", "41"],
  ["how many cestran boats stay on", "12 boats."],
  ["did borrin's prime minister take part", "took part"],
])("does not answer %s by something else", async (line, other) => {
  expect((await seat.say(line, rea)).reply?.plain ?? "").not.toContain(other);
});

it.each([
  ["which commands are there", "/talks"],
  ["command", "/talks"],
])("still tells what it can do: %s", async (line, held) => {
  expect((await seat.say(line, rea)).text).toContain(held);
});
