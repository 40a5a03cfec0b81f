import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { followUps } from "#test/bench/ask/follow-ups.ts";
import { goesOn, talkIn, type Conversation } from "#test/bench/ask/going-on.ts";
import { ROOT } from "#test/desk.ts";
import { ben, newSeat, rea, World } from "#test/moderation.ts";

const seat = await newSeat();
const NILE = readFileSync(join(ROOT, "test/fixtures/packs/nile.yaml"), "utf8");
const IN_GENERAL = { ...rea, channel: "general" };

it.each(followUps())("$first → $next", async (asked) => {
  expect(await goesOn(asked, seat)).toEqual({ first: true, taken: asked.alone !== true });
});

async function told(talk: Conversation, ...lines: readonly string[]): Promise<string> {
  let text = "";
  for (const line of lines) text = (await talk(line)).text;
  return text;
}

it("goes on in another process on the same store, and after a restart", async () => {
  const one = await World.open();
  const other = await World.open(undefined, one.store);
  await told(talkIn(await one.seat(), IN_GENERAL), "who led the russian side");
  const next = await told(talkIn(await other.seat(), IN_GENERAL), "and in February?");
  expect(next).toContain("Taken from before: “who led the russian side”.");
  expect(next).toContain("feb-led-russia-hurriyet");
  expect(await told(talkIn(await one.seat(), IN_GENERAL), "and the US side?")).toContain("feb-led-us-hurriyet");
});

it("goes on from what goes on, and asks after a fact without losing the question", async () => {
  const talk = talkIn(await newSeat(), rea);
  expect(await told(talk, "who led the us side", "and the russian side?", "and in February?")).toContain(
    "Taken from before: “who led the russian side”.",
  );
  expect(await told(talk, "source?", "and in April?")).toContain("apr-led-russia");
});

it("shows what one negotiation answered to no other person, channel or desk", async () => {
  const world = await World.open();
  const [here, elsewhere] = [await world.seat(), await world.seat("two")];
  await told(talkIn(here, IN_GENERAL), "who led the russian side");
  for (const talk of [
    talkIn(here, { ...ben, channel: "general" }),
    talkIn(here, { ...rea, channel: "random" }),
    talkIn(here, { ...rea, channel: "general", platform: "other" }),
    talkIn(elsewhere, IN_GENERAL),
  ])
    expect(await told(talk, "and in February?")).not.toContain("Taken from before");
});

it("forgets it after ten minutes in a channel, after a day in a thread or a direct message", async () => {
  const world = await World.open();
  const here = await world.seat();
  const channel = talkIn(here, IN_GENERAL);
  const thread = talkIn(here, { ...IN_GENERAL, thread: "t1", apart: true });
  for (const talk of [channel, thread]) await told(talk, "who led the russian side");
  world.pass({ minutes: 9 });
  expect(await told(channel, "and in February?")).toContain("Taken from before");
  world.pass({ minutes: 11 });
  expect(await told(channel, "and in February?")).not.toContain("Taken from before");
  expect(await told(thread, "and in February?")).toContain("Taken from before");
  world.pass({ hours: 25 });
  expect(await told(thread, "and in February?")).not.toContain("Taken from before");
});

it("takes nothing where another negotiation is meant", async () => {
  const here = await newSeat();
  await here.press(await here.call("facts import", { file: NILE }), "Import");
  const talk = talkIn(here, rea);
  for (const next of ["and the Egyptian side?", "and the Nile dam talks?", "what about Ethiopia?"])
    expect(await told(talk, "who led the russian side", next)).not.toContain("Taken from before");
  expect(await told(talk, "who led the Egyptian side", "and in January 2020?")).not.toContain("istanbul");
});

it("asks whom is meant where the answer before names several", async () => {
  const talk = talkIn(await newSeat(), rea);
  const asked = await talk("who-led").then(() => talk("what is his post"));
  expect(asked.text).toContain("Say whom you mean: Alexander Darchiev or Sonata Coulter.");
  expect(asked.refusal?.buttons[1]?.call.values).toEqual({ question: "what is Sonata Coulter post" });
});

it("is shared as it was understood, by whoever shares it", async () => {
  const here = await newSeat();
  const talk = talkIn(here, rea);
  await talk("who led the russian side");
  const { call } = await talk("and in February?");
  expect((await here.make(call, ben)).text).toContain("feb-led-russia-hurriyet");
});

it("answers while the store keeps nothing, and then goes on from nothing", async () => {
  const { store } = await World.open();
  const stash = { ...store.stash, put: () => Promise.reject(new Error("the disk is full")) };
  const talk = talkIn(await (await World.open(undefined, { ...store, stash })).seat(), rea);
  expect(await told(talk, "who led the russian side")).toContain("apr-led-russia");
  expect(await told(talk, "and in February?")).not.toContain("Taken from before");
});

it("counts from the round that was told, again and again, and says where there is none before", async () => {
  const talk = talkIn(await newSeat(), rea);
  expect(await told(talk, "who led the us side in april", "and the round before that")).toContain(
    "feb-led-us-hurriyet",
  );
  const none = await told(talk, "and before that?");
  expect(none).toContain("The desk holds no round before First round, Istanbul, February 2025.");
  // What was not told leaves the question as it was.
  expect(await told(talk, "and the Russian side?")).toContain("feb-led-russia-hurriyet");
});

it("never tells one side's account as another's", async () => {
  const talk = talkIn(await newSeat(), rea);
  const russian = await told(talk, "what came out of the april meeting", "according to the russians?");
  expect(russian).toContain("as told by Alexander Darchiev");
  const american = await told(talk, "and the americans on that?");
  expect(american).toContain("The desk holds nothing on that from United States.");
  expect(american).toContain("Taken from before: Outcomes, Second round, Istanbul, April 2025.");
});

it("shows a list of sources again, for another round or outlet", async () => {
  const talk = talkIn(await newSeat(), rea);
  expect(await told(talk, "sources for april", "and for february")).toContain(
    "5 articles of 4 outlets tell of First round",
  );
  expect(await told(talk, "sources tass", "and meduza?")).toContain("Meduza says");
  expect(await told(talk, "sources", "link?")).toContain("https://tass.com/politics/1941799");
});

it("goes on from a summary and from what began like a command", async () => {
  const talk = talkIn(await newSeat(), rea);
  expect(await told(talk, "give me a summary of the april round", "and the february one?")).toContain("First round");
  expect(await told(talk, "how long did they meet in april", "who says around six")).toContain(
    "apr-duration-around-six",
  );
});

it("tells as somebody's deputy no deputy of another post", async () => {
  const coast = await newSeat();
  const file = readFileSync(join(ROOT, "test/fixtures/packs/salt.yaml"), "utf8");
  await coast.press(await coast.call("facts import", { file }), "Import ");
  const talk = talkIn(coast, rea);
  expect(await told(talk, "who led the varlandic side in may 2020")).toContain("Ida Brask");
  expect(await told(talk, "his deputy?")).not.toContain("Holm");
});
