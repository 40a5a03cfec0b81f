import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

// Questions as people type them in a hurry, over made-up talks of three sides.
let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  const file = readFileSync(join(ROOT, "test/fixtures/packs/trawlers.yaml"), "utf8");
  await seat.press(await seat.call("facts import", { file }), "Import ");
  await seat.call("talks here", { talks: "trawlers" });
});

it.each([
  // What people say of themselves and of their hurry.
  ["my cousin sails from there, did borrin initial the text?", "Borrin alone"],
  ["on deadline, who led the arvelian team in orvane", "Mira Holt"],
  ["who led for borrin in orvane? need it for my article", "Dan Kesh"],
  ["sorry to bother, when did they meet in kelm", "9 June"],
  // A tag makes a question of a statement.
  ["i heard the orvane talks were planned for two days, right?", "three days"],
  ["holt led the arvelians in orvane, correct?", "Yes"],
  ["kesh led for borrin in orvane right?", "Yes"],
  // One of those who negotiate.
  ["which of the three countries initialled the orvane text", "Borrin alone"],
  ["which of them initialled the text in orvane", "Borrin alone"],
  // Those who met are told of the round, and not of its place and day.
  ["where did holt meet kesh", "Salt House"],
  ["where in orvane did holt receive kesh", "Salt House"],
  ["what day were holt and kesh in orvane", "4 to 6 April"],
  ["was vasko at the april meeting with kesh", "Yes"],
  ["who did holt bring along to orvane", "Tom Vasko"],
  ["what did kesh offer holt in april 2022", "trawlers"],
  ["where did the ministers meet in april 2022", "Salt House"],
  ["did holt spend more than two days with kesh in orvane", "three days"],
  // A round of its year; talks that are compared by their places.
  ["when was the second round of 2023", "18 September"],
  ["was the kelm round longer than the one in orvane", "five hours"],
  ["was orvane longer than the june round", "five hours"],
  ["did the head of arvels team change between orvane and kelm", "Tom Vasko"],
  // A deadline, in no such word.
  ["what was the deadline set in orvane", "until 1 May"],
  // Whether a side sent somebody.
  ["did the sea bank send anyone to orvane", "Yes"],
  ["did the sea bank have an observer there in april 2022", "Yes"],
  // What somebody who is named does with words.
  ["what did prine warn of", "no fish left"],
  ["what did ola prine predict", "no fish left"],
  ["how did the cestran spokesman see borrin", "good faith"],
  ["was cestra against the plan for joint inspectors", "which Cestra backs"],
  ["what did borrin promise about its trawlers", "out in spring"],
  ["who does arvel blame for the collapse in tessal", "Cestra's doing"],
  // How many years: a number of them, and not "every year".
  ["how many years did they want for the change of nets", "three to five years"],
  ["what is cestra after in orvane", "joint inspectors"],
  ["what did prine insist on", "no fish left"],
  ["which inspectors did cestra have in mind", "joint inspectors"],
  // A reason, in whatever verb.
  ["why does arvel keep raising the points that were settled", "went back on points"],
  // All but one word of many, which is not what is asked for.
  ["how many tonnes of herring may the boats land in the first season", "3,000"],
  // A name of several words is one word between others.
  ["what did ola prine say in kelm", "no fish left"],
])("answers: %s", async (line, held) => {
  expect((await seat.say(line, rea)).reply?.plain ?? "").toContain(held);
});

it.each([
  // What one of them did is not what the round was.
  ["which hotel did holt sleep at in orvane", "Salt House"],
  ["when did holt land in orvane", "4 to 6 April"],
  ["where did holt stay in kelm", "The talks were held"],
  // Somebody who was not there.
  ["where did prine meet kesh in orvane", "Salt House"],
  ["was prine at the april meeting with kesh", "Yes"],
  ["when was the third round of 2023", "18 September"],
  ["what was the deadline set in orvane", "schedule"],
  ["how long did holt and kesh meet alone in orvane", "three days"],
  ["what did kesh warn of", "no fish left"],
  ["which herring may the boats land in the first season", "3,000"],
  ["who was holts interpreter in orvane", "3,000"],
])("does not answer %s by something else", async (line, other) => {
  expect((await seat.say(line, rea)).reply?.plain ?? "").not.toContain(other);
});
