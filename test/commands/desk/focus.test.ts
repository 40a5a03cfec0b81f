import { expect, it } from "vitest";
import { ann, cid, type TestServer } from "#test/servers.ts";
import { nile } from "./nile.ts";

const C1 = { ...ann, channel: "C1" };
const reader = { ...cid, channel: "C1" };

/** A desk of two negotiations that both say how long they met; the newest round is of the second. */
async function two(id: string): Promise<TestServer> {
  const desk = await nile(id);
  const lines = [
    'facts add duration stated:"two hours" talks:"First round, Geneva" source:Gazette paragraph:6',
    'facts talks add "Doha meeting" negotiation:"Gulf talks" parties:"Qatar, Oman"',
    'facts add duration stated:"nine hours" talks:"Doha meeting" source:Gazette paragraph:7',
    'facts add date stated:"1 May 2026" talks:"Doha meeting" source:Gazette paragraph:8',
  ];
  for (const line of lines) expect((await desk.say(line)).refusal).toBeUndefined();
  return desk;
}

it("answers a question that names no talks from the negotiation that the channel follows", async () => {
  const desk = await two("T-focus");
  expect((await desk.say("how-long", reader)).text).toContain("nine hours");
  const set = await desk.say('facts focus talks:"Nile dam talks"', C1);
  expect(set.text).toContain("Questions in this channel mean Nile dam talks where they name nothing else.");
  expect((await desk.say("how-long", reader)).text).toContain("two hours");
  expect((await desk.say("how-long", { ...cid, channel: "C2" })).text).toContain("nine hours");
  for (const question of ["how long did they meet", "what was the duration"]) {
    const asked = await desk.say(question, reader);
    expect(asked.text).toContain("two hours");
    expect(asked.text).toContain("of the one that this channel follows: First round, Geneva");
    expect(asked.text.match(/\] Gulf talks/gu)).toHaveLength(1);
  }
});

it("asks which negotiation is meant where a channel follows none, and each button tells of one", async () => {
  const desk = await two("T-which");
  const asked = await desk.say("how long did they meet", { ...cid, channel: "C2" });
  expect(asked.text).toContain("2 negotiations hold an answer: which one is meant?");
  expect(asked.text).toContain("Gulf talks: The meeting lasted nine hours (Doha meeting). In Gazette.");
  expect(asked.text).toContain("Nile dam talks: The talks lasted two hours (First round, Geneva). In Gazette.");
  expect((await desk.press(asked, /^Gulf talks/u)).text).toContain("nine hours");
  expect((await desk.press(asked, /^Nile dam talks/u)).text).toContain("two hours");
});

it("gives way to what a question names", async () => {
  const desk = await two("T-focus-named");
  await desk.say('facts focus "First round, Geneva"', C1);
  expect((await desk.say('how-long talks:"Doha meeting"', reader)).text).toContain("nine hours");
  for (const question of ["how long did qatar and oman meet", "how long was the doha meeting", "how long in may 2026"])
    expect((await desk.say(question, reader)).text).toContain("nine hours");
});

it("gives way to a round that an option or a button names", async () => {
  const desk = await two("T-focus-option");
  await desk.say('facts focus "Nile dam talks"', C1);
  const question = 'ask "how long did they meet"';
  const asked = await desk.say(question, reader);
  expect(asked.text).toContain("two hours");
  expect((await desk.say(`${question} talks:"Doha meeting"`, reader)).text).toContain("nine hours");
  expect((await desk.press(asked, /^Gulf talks$/u, reader)).text).toContain("nine hours");
});

it("is what the reads of several rounds tell by default, and says how to read the others", async () => {
  const desk = await two("T-focus-reads");
  await desk.say('facts talks add "Second Gulf round" negotiation:"Gulf talks"');
  await desk.say('facts focus "Nile dam talks"', C1);
  for (const line of ["list", "timeline"]) {
    const told = await desk.say(line, reader);
    expect(told.text).toContain("First round, Geneva");
    expect(told.text).not.toContain("Doha meeting");
    const others = await desk.press(told, /^Gulf talks$/u, reader);
    expect(others.text).toContain("Doha meeting");
    expect(others.text).not.toContain("First round, Geneva");
  }
  expect((await desk.say("compare", reader)).text).toContain("First round, Geneva · Second round, Cairo");
  expect((await desk.say("compare", { ...cid, channel: "C2" })).text).toContain("Doha meeting");
  expect((await desk.say("disputes", reader)).text).toContain("First round, Geneva");
  await desk.say('facts focus "Gulf talks"', C1);
  expect((await desk.say("disputes", reader)).text).toContain("No sources differ.");
});

it("keeps a timeline within one negotiation where none is meant", async () => {
  const desk = await two("T-focus-one");
  const told = await desk.say("timeline", reader);
  expect(told.text).toContain("Doha meeting");
  expect(told.text).not.toContain("Geneva");
});

it("is what a digest of the channel and a follower are offered", async () => {
  const desk = await two("T-focus-digest");
  const room = { ...ann, channel: "C0123456789" };
  await desk.say('facts focus "Nile dam talks"', room);
  const subscribed = await desk.say("digest subscribe C0123456789 every:daily timezone:vienna", C1);
  expect(subscribed.text).toContain("Nile dam talks");
  expect((await desk.say("digest subscribe C0123456780 every:daily timezone:vienna", C1)).text).not.toContain(
    "Nile dam talks",
  );
  const follow = await desk.say("follow", room);
  expect((await desk.press(follow, /^Follow Nile dam talks$/u, room)).text).toMatch(/Following: Nile dam talks/u);
});

it("can be cleared where its negotiation is retired, and is not set and cleared at once", async () => {
  const desk = await two("T-focus-retired");
  await desk.say('facts focus "Gulf talks"', C1);
  expect((await desk.say('facts focus "Gulf talks" clear:yes', C1)).text).toContain("set and cleared at once");
  await desk.say('facts negotiation retire "Gulf talks" reason:over');
  expect((await desk.say("facts focus clear:yes", C1)).text).toContain("No negotiation is meant here");
  expect((await desk.say("facts focus clear:yes", C1)).text).toContain("It is set so already");
});

it("is told, cleared and taken back, and is in the history", async () => {
  const desk = await two("T-focus-undo");
  expect((await desk.say("facts focus", C1)).text).toContain("Nothing is set for this channel.");
  await desk.say('facts focus "Nile dam talks"', C1);
  expect((await desk.say("facts focus", C1)).text).toContain("mean Nile dam talks");
  expect((await desk.say("facts audit", C1)).text).toContain("changed what is meant in channel C1: Nile dam talks");
  await desk.say("facts focus clear:yes", C1);
  expect((await desk.say("how-long", reader)).text).toContain("nine hours");
  await desk.say("facts undo", C1);
  expect((await desk.say("how-long", reader)).text).toContain("two hours");
});

it("asks for a negotiation that is held, and for a channel", async () => {
  const desk = await two("T-focus-none");
  const asked = await desk.say('facts focus "Moon talks"', C1);
  expect(asked.text).toContain('No negotiation here is called "Moon talks".');
  expect((await desk.press(asked, /^Gulf talks/u, C1)).text).toContain("mean Gulf talks");
  expect((await desk.say('facts focus "Gulf talks"')).text).toContain("There is no channel here.");
});
