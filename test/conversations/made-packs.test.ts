import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LABEL_MAX } from "#core/request/call.ts";
import { shorten } from "#core/text/text.ts";
import { expect, it } from "vitest";
import type { View } from "#core/facts/view.ts";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { talkIn } from "#test/bench/ask/going-on.ts";
import { ROOT } from "#test/desk.ts";
import { heldClaims } from "#test/held-claims.ts";
import { ann, fileOf, newSeat, rea, World, type Seat } from "#test/moderation.ts";

// Negotiations that are made up: in the shipped one's city and month, with one of its parties, of three equal parties.
const MADE = ["dairy", "glacier", "harbour"].map((name) => join(ROOT, "test/fixtures/packs", `${name}.yaml`));

/** Four negotiations of one desk. */
async function four(): Promise<Seat> {
  const seat = await newSeat();
  for (const path of MADE) {
    const dry = await seat.call("facts import", { file: readFileSync(path, "utf8") });
    expect(dry.text).toContain(", 0 refused.");
    await seat.press(dry, "Import ");
  }
  return seat;
}

/** Each question with the claim that answers it, and with nothing where the answer is that none is held. */
const MIXED: readonly (readonly [question: string, claim: string | undefined])[] = [
  ["who led the canadian side", "d-led-ca"],
  ["who led the mexican delegation", "d-led-mx"],
  ["who led the us delegation in geneva", "d-led-us"],
  ["who did dana pike lead for", "d-led-us-2"],
  ["who led in lima", "g-led-de"],
  ["who is rosa quispe", "g-led-pe"],
  ["who is darchiev", "apr-led-russia"],
  ["what did brandt lead", "g-led-de"],
  ["how long did canada and mexico talk", "d-time-1"],
  ["how long did russia and the us talk", "apr-duration-around-six"],
  ["how long was the first round with canada", "d-time-1"],
  ["how long did peru and germany talk", "g-time"],
  ["how long was the second round with mexico", undefined],
  ["when did peru and nepal meet", "g-day-2"],
  ["when were the talks in ottawa", "d-day-2"],
  ["when did russia and the us meet in april", "apr-day-tass"],
  ["where did germany and peru meet", "g-city-2"],
  ["where was the last round with peru", "g-city-2"],
  ["where did canada and the us meet first", "d-city-1"],
  ["where did canada and germany meet", undefined],
  ["did mexico and russia meet", undefined],
  ["who mediated between canada and mexico", "d-role"],
  ["who mediated the us russia talks", undefined],
  ["who hosted the glacier talks", "g-host"],
  ["who hosted the dairy talks", undefined],
  ["what is the milk quota", "d-figure"],
  ["how much money is in the fund", "g-figure"],
  ["what came out of the milk talks", "d-outcome"],
  ["what came out of the glacier fund talks", "g-outcome"],
  ["what comes next for canada", "d-next"],
  ["what does mexico refuse", "d-wants"],
  ["what does germany offer", "g-offer"],
  ["what did canada complain about", "d-gripe"],
  ["what did nepal complain about", undefined],
  ["what are the rules of origin", "d-own"],
  ["were the talks in closed session", "g-format"],
  ["embassy property in canada", undefined],
  ["are there consulates in peru", undefined],
  ["what did lavrov say about the milk quota", undefined],
  ["did both sides agree on milk in istanbul", undefined],
  ["who led the talks on 23 april 2025", "g-led-pe"],
  ["who led the talks on 3 march 2025", "d-led-us"],
  ["who led the talks on 10 april 2025", "apr-led-russia"],
  ["who led the talks on 10 april 2024", undefined],
  ["what was the purpose of the dairy talks", "d-aim"],
  ["who led for djibouti in july", "h3-led-dj"],
  ["where did djibouti and ethiopia meet last", "h3-city"],
  ["how long did kenya and djibouti talk in rome", "h2-time"],
  ["when did addis ababa and nairobi first meet", "h1-day"],
  ["when were the rome talks with kenya", "h2-day"],
  ["who chaired the port talks", "h1-chair"],
  ["where was the third round of the port talks", "h3-city"],
  ["what did nairobi complain about", "h1-gripe"],
  ["what came out of the red sea port talks", "h2-out"],
  ["where did they talk about the glacier", "g-city-2"],
  ["did darchiev lead the talks on milk", undefined],
  ["how many hours did oslo take", undefined],
  ["how many days was rome", "h2-time"],
  ["where was the october meeting", "h3-next"],
  ["where was the december meeting", undefined],
  ["what did djibouti refuse", "h2-refuse"],
  ["what comes next for ethiopia", "h3-next"],
  ["who led the kenyan side in oslo", undefined],
  ["what did kenya say about the milk quota", undefined],
  ["where did kenya and russia meet", undefined],
  ["how long did the oslo round last", undefined],
  ["erik solberg", undefined],
  ["how long did the nairobi round last", "h1-time"],
  ["what was the purpose of the talks between canada and the us", "d-aim"],
];

it("answers what mixes the words of four negotiations from the one that is meant, or not at all", async () => {
  const seat = await four();
  const { facts, talks } = await seat.desk.view();
  const ofFact = (id: string | undefined) => facts.find((f) => f.id === id || f.claims.some((c) => c.id === id));
  const wrong: string[] = [];
  for (const [question, claim] of MIXED) {
    const { reply, text } = await seat.say(question, rea);
    const told = reply?.facts.map(({ id }) => ofFact(id)) ?? [];
    const meant = ofFact(claim);
    const of = (id: string | undefined) => talks.get(id ?? "")?.negotiation;
    const right =
      claim === undefined
        ? told.length === 0
        : told.includes(meant) && told.every((fact) => of(fact?.talks) === of(meant?.talks));
    if (!right) wrong.push(`${question}\n${text.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
});

it("goes whole to a desk that held nothing, which answers alike", async () => {
  const from = await four();
  const there = await (await World.open(EMPTY_LIBRARY)).seat();
  const file = fileOf(await from.say("facts export yaml")).text;
  const done = await there.call("facts import", { file, apply: "yes", "new-names": "yes" });
  expect(done.text).toContain(", 0 refused.");
  const [one, other] = [await from.desk.view(), await there.desk.view()];
  expect(await heldClaims(there)).toEqual(await heldClaims(from));
  for (const [question] of MIXED) {
    const [said, again] = [await from.say(question, rea), await there.say(question, rea)];
    const claims = ({ reply }: typeof said, view: View) =>
      (reply?.facts ?? []).map(({ id }) =>
        view.facts.find((f) => f.id === id)?.claims.map((c) => c.citation.paragraph),
      );
    expect([question, claims(again, other)]).toEqual([question, claims(said, one)]);
  }
});

it("asks which of them is meant where several hold an answer, and says where none has all that are named", async () => {
  const seat = await four();
  for (const question of [
    "who led the american side",
    "how long was the first round",
    "how long were the istanbul talks",
  ]) {
    const { refusal } = await seat.say(question, rea);
    expect(refusal?.message).toMatch(/^\d negotiations hold an answer: which one is meant\?$/u);
    expect(refusal?.buttons.length).toBeGreaterThan(1);
    // Each says whose answer it is, and none is told as the answer.
    expect(refusal?.lines?.map((line) => shorten(line.split(": ")[0] ?? "", LABEL_MAX))).toEqual(
      refusal?.buttons.map(({ label }) => label),
    );
  }
  for (const line of ["who-led", "how long", "quotes"])
    expect((await seat.say(line, rea)).text).toMatch(/\d negotiations hold an answer: which one is meant\?/u);
  const led = await seat.press(await seat.say("who-led", rea), "Red Sea port talks", rea);
  expect(led.text).toContain("Who led: Red Sea port talks · Third round, Oslo, July 2025 (of 3; the newest)");
  expect(led.text).not.toContain("Geneva");
  const apart = await seat.say("where did canada and germany meet", rea);
  expect(apart.text).toContain("No talks between Canada and Germany are held.");
  expect(apart.text).toContain("Dairy quota talks: Canada; Glacier fund talks: Germany.");
  expect((await seat.press(apart, "Dairy quota talks", rea)).text).toContain("First round, Geneva");
});

it("tells a summary and a course of events of the negotiation that is named, and else asks which", async () => {
  const seat = await four();
  for (const question of [
    "give me a summary",
    "what is the difference between the rounds",
    "summary of the second round",
  ])
    expect((await seat.say(question, rea)).text).toContain("fit: which one is meant?");
  const pressed = await seat.press(await seat.say("summary of the second round", rea), "Red Sea port talks", rea);
  expect(pressed.text).toContain("Red Sea port talks · Second round, Rome, March 2025");
  expect((await seat.say("summary of the milk talks", rea)).text).toContain("Dairy quota talks · Second round, Ottawa");
  const events = await seat.say("timeline of the talks with peru", rea);
  expect(events.text).toContain("Timeline of Glacier fund talks");
  expect(events.text).not.toContain("Ottawa");
  expect((await seat.say("how many rounds did kenya and ethiopia hold", rea)).text).toContain(
    "The desk knows 3 rounds of talks of Red Sea port talks.",
  );
});

it("goes on in the negotiation that was told, and takes no other where it asked which", async () => {
  const talk = talkIn(await four(), { ...rea, channel: "ports" });
  await talk("where was the third round of the port talks");
  expect((await talk("and the second?")).text).toContain("Red Sea port talks · Second round, Rome, March 2025");
  await talk("where was the first round");
  expect((await talk("and the second?")).text).toContain("hold an answer: which one is meant?");
});

it("keeps what is compared, listed and counted within one negotiation", async () => {
  const seat = await four();
  const two = await seat.say('compare "First round, Geneva" "Closing session, Lima"', rea);
  expect(two.refusal?.message).toBe(
    "First round, Geneva is of Dairy quota talks; Closing session, Lima is of Glacier fund talks.",
  );
  const within = await seat.press(two, "Compare Dairy quota talks", rea);
  expect(within.text).toContain("First round, Geneva · Second round, Ottawa");
  // The other one is counted in the negotiation of the one that is named.
  const counted = await seat.say('compare "First round, Geneva" second', rea);
  expect(counted.text).toContain("First round, Geneva · Second round, Ottawa");
  // A negotiation that is named alone: its last two rounds, or the other one beside a round.
  const told = async (line: string) => (await seat.say(line, rea)).text;
  expect(await told('compare "Red Sea port talks"')).toContain(
    "Second round, Rome, March 2025 · Third round, Oslo, July 2025 of Red Sea port talks",
  );
  expect(await told('compare a:"Red Sea port talks" b:first')).toContain(
    "Third round, Oslo, July 2025 · First round, Nairobi, January 2025",
  );
  expect(await told('compare "berth talks" "milk talks"')).toContain("Compare two rounds of one negotiation.");
  const bare = await seat.say("who-led talks:second", rea);
  expect(bare.refusal?.message).toContain('No round of talks here is called "second".');
  const channel = { ...ann, channel: "C1" };
  await seat.say('facts focus "Glacier fund talks"', channel);
  expect((await seat.say("who-led talks:second", { ...rea, channel: "C1" })).text).toContain("Jonas Brandt");
  expect((await seat.say("compare first second", { ...rea, channel: "C1" })).text).toContain("Closing session, Lima");
  expect((await seat.say("timeline", { ...rea, channel: "C1" })).text).not.toContain("Geneva");
});

it("tells of a person without facts as what the name is known, and of what is held without an answer that it is", async () => {
  const seat = await four();
  for (const line of ["who is erik solberg", "erik solberg", "who Erik Solberg"]) {
    const { refusal } = await seat.say(line, rea);
    expect(refusal?.message).toBe("No fact tells of Erik Solberg.");
    expect(refusal?.hint).toBe("The desk knows the name: of Norway and a mediator in Red Sea port talks.");
  }
  const message = async (line: string) => (await seat.say(line, rea)).refusal?.message;
  expect(await message("who led the kenyan side in oslo")).toBe("What the desk holds about “Kenya” does not say that.");
  expect(await message("what did rosa quispe say about zinc")).toContain("The desk holds nothing about “zinc”");
});
