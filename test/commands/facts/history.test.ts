import { expect, it } from "vitest";
import { ada, ann, ben, newSeat } from "#test/moderation.ts";

it("tells each change with who, from where, when, what it was and why", async () => {
  const seat = await newSeat();
  await seat.told('facts correct apr-duration-around-six stated:"seven hours" why:misread', ann);
  seat.world.pass({ hours: 2 });
  await seat.told('facts retract apr-duration-around-six reason:"withdrawn"', ben);
  const text = await seat.told("facts history apr-duration-around-six");
  expect(text).toContain(
    "The library loaded the length of Second round, Istanbul, April 2025 apr-duration-around-six: Around six hours",
  );
  expect(text).toMatch(
    /#1 Ann corrected the length of .*: around six hours .* → seven hours .* Reason: misread\. 2026-11-20 10:00 UTC \(test\)/u,
  );
  expect(text).toMatch(
    /#2 Ben retracted the length of .*: Seven hours .* Reason: withdrawn\. 2026-11-20 12:00 UTC \(test\)/u,
  );
});

it("is there for a fact whose adding was undone", async () => {
  const seat = await newSeat();
  const id = await seat.add({ slot: "outcome", result: "a hotline was agreed on" });
  await seat.told("facts undo");
  const text = await seat.told(`facts history ${id}`);
  expect(text).toMatch(
    /added an outcome of .*: A hotline was agreed on\.[^]*took back revision \d+, about an outcome of .* → nothing left/u,
  );
});

it("names the outlets of what was taken back, and tells the history of an article", async () => {
  const seat = await newSeat();
  const id = await seat.add({ slot: "outcome", result: "a hotline was agreed on", source: "new: Zed" });
  await seat.told('facts correct zed title:"Talks end" reason:"as printed"');
  expect(await seat.told("facts history a1")).toMatch(
    /History of Zed, article a1\n[^]*corrected the article Zed, Talks end a1/u,
  );
  await seat.told("facts undo");
  const undone = await seat.told("facts undo");
  expect(undone).toContain("[Zed, ¶1]");
  expect(await seat.told(`facts history ${id}`)).toContain("[Zed, ¶1]");
  expect(await seat.told("facts history a1")).toMatch(/took back revision \d+, about the article Zed a1/u);
});

it("offers an admin the last change to take back, and a moderator a correction", async () => {
  const seat = await newSeat();
  await seat.told("facts retract apr-led-us withdrawn");
  const forAdmin = await seat.say("facts history apr-led-us", ada);
  expect(await seat.press(forAdmin, "Undo last", ada)).toMatchObject({ reply: {} });
  const forAnn = await seat.say("facts history apr-led-us", ann);
  expect(forAnn.text).not.toContain("Undo last");
  expect((await seat.press(forAnn, "Correct")).form?.title).toBe("Correct a fact");
});

it("refuses an id that the desk never held", async () => {
  expect((await (await newSeat()).refused("facts history apr-led-usa")).message).toContain(
    'No fact is exactly "apr-led-usa"',
  );
});
