import { describe, expect, it } from "vitest";
import { ask } from "#core/request/call.ts";
import { memoryStore } from "#test/stores/memory-store.ts";
import { openStore } from "#stores/open.ts";
import { reader, say, siteOver, shipped } from "#test/desk.ts";
import { ada, ann, ben, cid, newSeat, rea, refusalOf, replied, type Seat, World } from "#test/moderation.ts";

const QUESTION = "ask did they agree on flights";
const NOTES = "Diplomatic notes were exchanged";

/** A desk where two people asked about flights and pressed the first outcome. */
async function pressed(seat?: Seat): Promise<Seat> {
  const here = seat ?? (await newSeat());
  for (const who of [rea, cid]) replied(await here.press(await here.say(QUESTION, who), "Outcome", who));
  return here;
}

describe.each([
  ["memory", async () => memoryStore()],
  ["SQLite", () => openStore({ home: ":memory:" })],
])("over %s", (_, store) => {
  it("learns a word: asked, near, pressed, seen, approved, answered, undone, near again", async () => {
    const seat = await (await World.open(undefined, await store())).seat();
    const near = await seat.say(QUESTION, rea);
    expect(refusalOf(near).message).toBe("The desk holds nothing about “flights”.");
    expect(replied(await seat.press(near, "Outcome", rea))).toContain(NOTES);
    await seat.press(near, "Outcome", cid);

    // Pressing alone changes no answer.
    await seat.refused(QUESTION, rea);
    const seen = await seat.say("facts misses");
    expect(seen.text).toMatch(/2× flights → .*Diplomatic notes were exchanged.*in “did they agree on flights”/u);

    expect(replied(await seat.press(seen, "Approve: flights"))).toContain("Words that ask for");
    const answered = await seat.told(QUESTION, rea);
    expect(answered).toContain(NOTES);
    expect(answered).toContain("“flights” → Outcomes (a spelling added here)");
    expect(await seat.told("ask did they agree on fligths", rea)).toContain(NOTES);
    expect(await seat.told("facts misses")).not.toContain("flights");

    await seat.told("facts undo");
    expect((await seat.refused(QUESTION, rea)).message).toBe("The desk holds nothing about “flights”.");
  });

  it("learns a misspelt name, and answers with it at once", async () => {
    const seat = await (await World.open(undefined, await store())).seat();
    const near = await seat.say("ask did darchyeff lead the delegation", rea);
    expect(refusalOf(near).hint).toContain("Did you mean Alexander Darchiev?");
    const led = "Alexander Darchiev, Russia's new ambassador to Washington, led";
    expect(replied(await seat.press(near, "Alexander Darchiev", rea))).toContain(led);
    await seat.refused("ask did darchyeff lead the delegation", rea);

    const seen = await seat.say("facts misses");
    expect(seen.text).toMatch(/1× darchyeff → Alexander Darchiev/u);
    expect(replied(await seat.press(seen, "Approve: darchyeff"))).toContain("Spellings of Alexander Darchiev");
    expect(await seat.told("ask did darchyeff lead the delegation", rea)).toContain(led);
    expect(await seat.told("who darchyeff", rea)).toContain("Alexander Darchiev");
    await seat.told("facts undo");
    await seat.refused("ask did darchyeff lead the delegation", rea);
  });
});

it("does by typing what the buttons do", async () => {
  const seat = await pressed();
  expect(replied(await seat.say("ask did they agree on flights meant:apr-outcome-banking", rea))).toContain("bank");
  const text = await seat.told("facts misses");
  expect(text).toContain("facts/apr-outcome-banking/flights");

  const two = await seat.refused("facts misses approve:flights");
  expect(two.message).toBe('"flights" was chosen for 2 things.');
  expect(await seat.told("facts misses dismiss:facts/apr-outcome-banking/flights")).not.toContain("banking");
  await seat.told("facts misses approve:flights");
  expect(await seat.told(QUESTION, rea)).toContain(NOTES);
  expect((await seat.refused("facts misses approve:flights")).kind).toBe("state");
});

it("learns from a name that is pressed in place of one that no command knows", async () => {
  const seat = await newSeat();
  const near = await seat.say("who darchyeff", rea);
  expect(replied(await seat.press(near, "Alexander Darchiev", rea))).toContain("Alexander Darchiev");
  await seat.refused("who darchyeff", rea);
  const seen = await seat.say("facts misses");
  expect(seen.text).toMatch(/1× darchyeff → Alexander Darchiev \(in “who darchyeff”/u);
  await seat.press(seen, "Approve: darchyeff");
  expect(await seat.told("who darchyeff", rea)).toContain("Alexander Darchiev");
  // What is known by now is pressed for nothing.
  await seat.press(near, "Alexander Darchiev", rea);
  expect(await seat.desk.picks(9)).toEqual([]);
});

it("forgets what a moderator dismisses: it was nothing", async () => {
  const seat = await pressed();
  const left = await seat.press(await seat.say("facts misses"), "Dismiss: flights");
  expect(replied(left)).not.toContain("→");
  await seat.refused(QUESTION, rea);
  expect((await seat.refused("facts misses dismiss:flights")).message).toContain('"flights"');
});

it("lets only moderators approve", async () => {
  const seat = await pressed();
  expect((await seat.refused("facts misses approve:flights", cid)).kind).toBe("right");
  await seat.refused(QUESTION, rea);
});

it("tells who approved it, in the fact's history and in the audit", async () => {
  const seat = await pressed();
  await seat.told("facts misses approve:flights", ben);
  const line = /Ben.*“flights” also names apr-outcome-notes-tass/u;
  expect(await seat.told("facts history apr-outcome-notes-tass")).toMatch(line);
  expect(await seat.told("facts audit", ada)).toMatch(line);
});

it("keeps nothing of who asked or pressed", async () => {
  const seat = await pressed();
  expect(JSON.stringify(await seat.desk.picks(9))).not.toMatch(/Rea|Cid|u6|u4/u);
});

it("shows one desk's presses and words on no other", async () => {
  const world = await World.open();
  const mine = await pressed(await world.seat("one"));
  const other = await world.seat("two");
  expect(await other.told("facts misses")).toContain("Every question had an answer.");
  expect((await other.refused("facts misses approve:flights")).kind).toBe("state");
  await mine.told("facts misses approve:flights");
  await other.refused(QUESTION, rea);
  expect((await say(QUESTION)).refusal).toBeDefined();
});

it("remembers nothing where no desk is: there the fact is simply shown", async () => {
  const { refusal } = await say(QUESTION, reader, siteOver(shipped));
  expect(refusal?.buttons.map((b) => b.call)).toContainEqual(ask("fact", { id: "apr-outcome-notes-tass" }));
});

it("counts neither a share, nor a question about an earlier moment", async () => {
  const seat = await newSeat();
  const meant = { question: "did they agree on flights", meant: "apr-outcome-notes-tass" };
  await seat.call("talks ask", { ...meant, public: "true" }, rea);
  await seat.call("talks ask", { ...meant, "as-of": "2026-11-19" }, rea);
  expect(await seat.desk.picks(9)).toEqual([]);
});

it("counts nothing that was not offered", async () => {
  const seat = await newSeat();
  const refusal = await seat.refused("ask did they agree on flights meant:apr-led-us", rea);
  expect(refusal.hint).toContain("apr-outcome-notes-tass");
  await seat.refused("ask did they agree on flights meant:people/darchiev", rea);
  expect(await seat.desk.picks(9)).toEqual([]);
  // What is answered is answered, whatever was meant.
  expect(await seat.told("ask how long did they meet meant:apr-led-us", rea)).toContain("hours");
  expect(await seat.desk.picks(9)).toEqual([]);
});

it("approves nothing that /facts alias would refuse, or that leads nowhere any more", async () => {
  const seat = await newSeat();
  const press = { question: "q", of: "people", id: "darchiev" } as const;
  await seat.desk.countPick({ ...press, key: "people/darchiev/x", spelling: "Tammy Bruce" });
  expect((await seat.refused("facts misses approve:people/darchiev/x")).message).toBe(
    '"Tammy Bruce" is already a name of Tammy Bruce.',
  );
  await seat.desk.countPick({ ...press, key: "people/nobody/y", id: "nobody", spelling: "y" });
  expect((await seat.refused("facts misses approve:people/nobody/y")).message).toBe(
    "nobody is no longer on this desk.",
  );
  expect(await seat.told("facts misses")).not.toContain("nobody");
  await pressed(seat);
  await seat.told("facts retract apr-outcome-notes-tass reason:wrong");
  expect((await seat.refused("facts misses approve:flights")).kind).toBe("state");
});

it("is shown hostile words as words, and keeps them from every answer until they are approved", async () => {
  const seat = await newSeat();
  const hostile = 'did they agree on <!channel>"; --';
  const near = await seat.call("talks ask", { question: hostile }, rea);
  await seat.press(near, "Outcome", rea);
  const [pick] = await seat.desk.picks(9);
  expect(pick?.spelling).toMatch(/^[a-z ]+$/u);
  expect((await seat.desk.snapshot()).own.version).toBe(0);
  expect(await seat.told("facts misses")).toContain("<!channel>");
});

it("goes with the fact when two desks are linked", async () => {
  const world = await World.open();
  const here = await world.seat("one");
  const id = await here.add({ slot: "note", remark: "A hotline opens in Ankara", talks: "second" });
  await here.told(`facts alias add ${id} "red telephone"`);
  await (await world.seat("two", "other")).add({ slot: "note", remark: "Tea was served", talks: "second" });
  const there = await world.seat("two", "other");
  const code = /\/facts link ([A-Z0-9]+)/u.exec(await there.told("facts link", ada))?.[1] ?? "";
  await here.told(`facts link ${code}`, ada);
  expect(await there.told("ask red telephone", rea)).toContain("hotline opens in Ankara");
  expect(await there.told("ask red telephone", ann)).not.toContain("Tea");
});
