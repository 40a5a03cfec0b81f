import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { premised, verdictTo } from "#test/bench/ask/own.ts";
import { ROOT, session } from "#test/desk.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

// Kinds of questions that were answered wrongly, or refused although held, each over made-up talks.
let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  for (const name of ["dairy", "glacier"]) {
    const file = readFileSync(join(ROOT, "test/fixtures/packs", `${name}.yaml`), "utf8");
    const dry = await seat.call("facts import", { file });
    await seat.press(dry, "Import ");
  }
});

it.each([
  // A number in words or figures, and with a sign between its thousands.
  ["how many tonnes is the milk quota", "80,000"],
  ["is the milk quota eighty thousand tonnes", "80,000"],
  // A length in any unit.
  ["how many days did the glacier talks in istanbul last", "two days"],
  ["how much time did canada and mexico talk", "three hours"],
  // A slip in a short word.
  ["wht did quispe think of the closing session", "less than was promised"],
  ["whoo led the nepali side", "Bimala Thapa"],
  // Where a meeting to come will be, and not where the last one was.
  ["where is the next meeting of the dairy talks", "Mexico City"],
  // What comes before the question itself.
  ["hello, can you tell me who led the nepali side", "Bimala Thapa"],
  ["i heard brandt led the german side, how long did the dairy talks in geneva last", "three hours"],
  // Somebody by a post.
  ["how did the peruvian environment minister judge the closing session", "less than was promised"],
  // All but one.
  ["who led in geneva apart from pike and ortega", "Fontaine"],
  // The word before "of" is what is asked for.
  ["outcome of the ottawa visit", "joint panel"],
  // The talks by another word.
  ["length of the geneva discussions", "three hours"],
  ["march round location", "Geneva"],
  // Kinds of facts by other words for them.
  ["quispe's opinion of the closing session", "less than was promised"],
  ["how was the opening session of the glacier talks arranged", "closed session"],
  ["is germany prepared to give loans without interest", "loans without interest"],
  // Somebody's own words, of whatever kind they are asked for.
  ["what was quispe's reaction to the closing session", "less than was promised"],
  // The likeliest fact, where it lacks nothing.
  ["what is canada's beef with the border", "late inspections"],
  // Somebody by a post that no fact gives them.
  ["how did the peruvian negotiator judge the closing session", "less than was promised"],
  ["who is dana pike", "Deputy Trade Representative"],
  // Turns of speech say nothing of what is asked.
  ["what came out of the ottawa visit in the end", "joint panel"],
  ["how long did they talk in geneva in the first place", "three hours"],
  ["is it true that germany offers loans without interest at all", "loans without interest"],
  ["what did quispe make of the closing session", "less than was promised"],
  // What anybody else would call it.
  ["when do the specialists gather in mexico city", "September"],
  ["is germany prepared to give credit without interest", "loans without interest"],
  ["which mediator brokered in geneva", "World Trade Organization"],
  // Somebody's team is that of their party.
  ["who led ortegas team", "Raul Ortega"],
  ["who was in charge of quispe's delegation", "Rosa Quispe"],
  // A turn of speech is the one word for it.
  ["where did they sit down in geneva", "The talks were held in Geneva"],
  ["does mexico intend to give in on cheese names", "any new cheese names"],
  // What goes without saying.
  ["when was the fund supposed to open", "January"],
  ["where are they going after ottawa", "Mexico City"],
])("answers: %s", async (line, held) => {
  expect((await seat.say(line, rea)).text).toContain(held);
});

it.each([
  // The verb is the question.
  ["who seated the nepali delegation", "Bimala Thapa led"],
  ["who translated in lima", "Jonas Brandt led"],
  // What a host does, a fact that names it tells.
  ["what did turkey offer at the glacier talks", "Offered by the German side"],
  // A thing whose name looks like a form of a common word.
  ["what is the herring quota", "80,000"],
  // A name that is not held is no word of asking that a letter makes of it.
  ["what did Starter say in Ottawa", "began"],
  ["what did starmer say", "start"],
  ["when will the next dairy round be held", "18 June 2025"],
  // Moving from one place to another is nobody of theirs.
  ["whose idea was it to move from Canada to Mexico", "led"],
  // A later meeting has no place yet.
  ["where will the session after 1 september be held", "The talks were held in Lima"],
  // Who somebody is says nothing of what they did.
  ["what did the peruvian environment minister promise in istanbul", "led"],
  ["what did the trade minister sign in geneva", "led"],
  // A city says nothing of a room.
  ["which room in geneva did they use", "The talks were held in Geneva"],
  // What is to be done says nothing of how soon.
  ["how soon does the joint panel meet", "panel on powdered milk"],
])("does not answer %s by something else", async (line, other) => {
  expect((await seat.say(line, rea)).reply?.plain ?? "").not.toContain(other);
});

it.each([
  ["was pike there", /^Yes\b/u],
  ["were the nepalis at the opening session", /^Yes\b/u],
  ["was the wto in the room in geneva", /^Yes\b/u],
  // Nobody says that they were, and nobody that they were not.
  ["was adeyemi there", /^(?!Yes|No\b)/u],
  ["was brandt at the dairy talks", /^(?!Yes|No\b)/u],
])("tells whether somebody was there: %s", async (line, said) => {
  expect((await seat.say(line, rea)).reply?.plain ?? "").toMatch(said);
});

it.each([
  "did brandt lead the peruvian side",
  "was the closing session in istanbul",
  "did quispe lead for nepal",
  "is the milk quota 90,000 tonnes",
  "did canada refuse new cheese names",
  "did the glacier talks last three days",
  "is dana pike an ambassador",
  "was leblanc the head of the mexican delegation",
  "did peru offer loans without interest",
])("never says yes to %s", async (line) => {
  const { reply } = await seat.say(line, rea);
  expect(reply?.plain ?? "").not.toMatch(/^Yes\b/u);
});

it("never says yes to what is false on the shipped talks, nor no to what is true", async () => {
  const came = await Promise.all(
    premised("shipped").map(async (one) => ({ ...one, said: (await verdictTo(one.words, session)).said })),
  );
  expect(came.filter(({ isTrue, said }) => said === (isTrue ? "no" : "yes"))).toEqual([]);
});
