import { expect, it } from "vitest";
import { ada, ann, ben, entries, formOf, newSeat, World, type Seat } from "#test/moderation.ts";

const room = { ...ann, channel: "C1" };

async function desk(): Promise<Seat> {
  return (await World.open()).seat();
}

it("sets the round and the article for an hour, so that a fact is three values", async () => {
  const seat = await desk();
  const set = await seat.told('facts here talks:first source:"TASS"', room);
  expect(set).toContain("Talks: First round, Istanbul, February 2025. Article: TASS");
  const added = await seat.told('facts add attended russia "Ivan Petrov" paragraph:2', room);
  expect(added).toContain("Added to First round, Istanbul, February 2025");
  expect(added).toMatch(/Ivan Petrov .*Russian side/u);
  expect(added).toContain("TASS, 10 April 2025, note 2");
});

it("keeps it in the store: another process knows it, and after an hour nobody does", async () => {
  const world = await World.open();
  const seat = await world.seat();
  await seat.told("facts here talks:first source:TASS", room);
  const other = await (await World.open(undefined, world.store, "2026-11-20T10:59:00Z")).seat();
  expect(await other.told("facts here", room)).toContain("First round, Istanbul, February 2025");
  const later = await (await World.open(undefined, world.store, "2026-11-20T11:01:00Z")).seat();
  expect(await later.told("facts here", room)).toContain("Nothing is set here");
});

it("keeps both of two values that two processes set at once", async () => {
  const world = await World.open();
  const [one, other] = [await world.seat(), await (await World.open(undefined, world.store)).seat()];
  await Promise.all([one.told("facts here talks:first", room), other.told("facts here source:TASS", room)]);
  expect(await one.told("facts here", room)).toContain("Talks: First round, Istanbul, February 2025. Article: TASS");
});

it("drops nothing that is typed", async () => {
  const seat = await desk();
  const lone = await seat.say("facts here talks:first address:https://example.com/one", room);
  expect(lone.text).toContain("What you typed for address describes an article, and none is named.");
  expect(await seat.told("facts here", room)).toContain("Nothing is set here");
  await seat.told("facts here talks:first source:TASS", room);
  const again = await seat.told("facts here talks:second clear:yes", room);
  expect(again).toContain("Second round");
  expect(again).not.toContain("TASS");
});

it("is of one person in one channel", async () => {
  const seat = await desk();
  await seat.told("facts here talks:first source:TASS", room);
  expect(await seat.told("facts here", { ...room, channel: "C2" })).toContain("Nothing is set here");
  expect(await seat.told("facts here", { ...ben, channel: "C1" })).toContain("Nothing is set here");
});

it("is shown above a form, which does not ask it again", async () => {
  const seat = await desk();
  await seat.told("facts here talks:first source:TASS", room);
  const form = formOf(await seat.say("facts add attended", room));
  expect(form.note).toContain("Set here: Talks: First round, Istanbul, February 2025. Article: TASS");
  expect(form.fields.map((f) => f.name)).toEqual(expect.not.arrayContaining(["talks", "source"]));
  const filled = await seat.fill(
    await seat.say("facts add attended", room),
    { person: "Ivan Petrov", side: "russia", paragraph: "3" },
    room,
  );
  expect(filled.text).toContain("Added to First round, Istanbul, February 2025");
});

it("gives way to what a call says itself, and is cleared", async () => {
  const seat = await desk();
  const set = await seat.say("facts here talks:first source:TASS", room);
  const added = await seat.told(
    'facts add outcome "a hotline was agreed on" talks:second source:Meduza paragraph:1',
    room,
  );
  expect(added).toContain("Added to Second round");
  expect(added).toContain("Meduza");
  expect((await seat.press(set, "Clear", room)).text).toContain("Nothing is set here");
  expect((await seat.say('facts add outcome "a line was agreed on" paragraph:1', room)).form).toBeDefined();
});

it("makes an article that is not held, once, and the undo takes it away", async () => {
  const seat = await desk();
  const made = await seat.say(
    'facts here talks:first source:"new: Gazette" title:"They met" published:2025-02-28',
    room,
  );
  expect(made.text).toContain("Added an article: Gazette");
  expect(made.text).toContain("Undo");
  const added = await seat.told("facts add venue Istanbul paragraph:1", room);
  expect(added).toMatch(/Gazette, 28 February 2025, ¶1/u);
  await seat.told("facts undo", room);
  await seat.told("facts undo", room);
  expect((await seat.desk.view()).articles.size).toBe((await seat.desk.snapshot()).beneath.articles.size);
  expect(await seat.told("facts here", room)).not.toContain("Gazette");
});

it("takes the words in order: a side only where the first word names one, then what is needed", async () => {
  const seat = await desk();
  await seat.told("facts here talks:second source:TASS", { ...ada, channel: "C1" });
  const say = (line: string) => seat.told(line, { ...ada, channel: "C1" });
  expect(await say("facts add outcome a hotline was agreed on paragraph:3")).toContain("A hotline was agreed on.");
  expect(await say('facts add note "Russia agreed to a hotline" paragraph:4')).toContain("Russia agreed to a hotline");
  const spoken = await seat.call(
    "facts add",
    { slot: "attended", says: 'us "Jane Roe"', paragraph: "5" },
    { ...ada, channel: "C1" },
  );
  expect(spoken.text).toMatch(/Jane Roe .*U\.S\. side/u);
});

it.each(["address:https://example.org/9", "published:2025-04-12", 'title:"Another article"'])(
  "does not put another article under the outlet that is set: %s",
  async (typed) => {
    const seat = await desk();
    await seat.told("facts here talks:first source:TASS", room);
    const came = await seat.say(`facts add attended russia "Ivan Petrov" paragraph:2 ${typed}`, room);
    expect(came.form?.fields.map((f) => f.name)).toContain("source");
    expect((await seat.desk.snapshot()).own.version).toBe(0);
  },
);

it("asks in the form nothing that describes another article than the one that is set", async () => {
  const seat = await newSeat();
  await seat.told("desk here source:ln24sa talks:second");
  expect(Object.keys(entries(await seat.say("facts add note")))).toEqual([
    "remark",
    "side",
    "paragraph",
    "excerpt",
    "according",
  ]);
  const other = await seat.say(
    'facts add note remark:"no questions were taken" paragraph:2 address:https://other.example/x',
  );
  expect(Object.keys(entries(other))).toContain("source");
});
