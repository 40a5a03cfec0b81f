import { expect, it } from "vitest";
import { FORMATS } from "#core/exchange/write.ts";
import { heldClaims } from "#test/held-claims.ts";
import { ada, fileOf, replied, World } from "#test/moderation.ts";

it.each(FORMATS)("keeps both of two claims of one paragraph that were joined by hand: %s", async (format) => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  const note = (remark: string) => one.add({ slot: "note", remark, source: "TASS", paragraph: "2", talks: "second" });
  const [first, other] = [await note("a"), await note("a =")];
  replied(await one.call("facts correct", { id: other, join: first }, ada));
  const file = fileOf(await one.say(`facts export ${format}`)).text;
  await two.press(await two.call("facts import", { file }), "Import ");
  expect(await heldClaims(two)).toEqual(await heldClaims(one));
  expect((await two.call("facts import", { file })).text).toContain("0 new facts, 0 more sources");
});

it.each(FORMATS)("carries what was corrected, joined and parted of the library: %s", async (format) => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  replied(await one.say('facts correct apr-duration-around-six stated:"seven hours" reason:misread'));
  replied(await one.say("facts correct apr-venue-tass of:TASS paragraph:4"));
  replied(await one.say('facts correct apr-duration-tass of:"Türkiye Today" stated:"four hours" reason:misread'));
  replied(await one.call("facts correct", { id: "apr-outcome-missions", join: "apr-outcome-notes-tass" }, ada));
  const file = fileOf(await one.say(`facts export ${format}`)).text;
  const fresh = await heldClaims(two);
  const dry = await two.call("facts import", { file });
  expect(dry.text).toContain(" corrected, ");
  expect((await one.call("facts import", { file })).text).toContain("0 new facts, 0 more sources");
  await two.press(dry, "Import ", ada);
  expect(await heldClaims(two)).toEqual(await heldClaims(one));
  expect((await two.call("facts import", { file })).text).toContain("0 new facts, 0 more sources");
  replied(await two.call("facts undo", {}, ada));
  expect(await heldClaims(two)).toEqual(fresh);
});

it.each(FORMATS)("knows again somebody who is described, however like a name it is: %s", async (format) => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  for (const speaker of ["new: b =", "a senior U.S. official"])
    await one.add({ slot: "quote", speaker, words: `so says ${speaker}`, source: "TASS", talks: "second" });
  const file = fileOf(await one.say(`facts export ${format}`)).text;
  expect((await one.call("facts import", { file })).text).toContain("0 new facts, 0 more sources");
  await two.press(await two.call("facts import", { file }), "Import ");
  expect(await heldClaims(two)).toEqual(await heldClaims(one));
});

it.each(FORMATS)("keeps what was joined by hand, cited without words and disputed: %s", async (format) => {
  const world = await World.open();
  const [one, two] = [await world.seat("one"), await world.seat("two")];
  const note = (remark: string, source: string) => one.add({ slot: "note", remark, source, talks: "second" });
  const [rain, never] = [await note("it rained all day", "new: Zed"), await note("no rain fell", "new: Yed")];
  const shower = await note("the day was wet", "new: Wed");
  replied(await one.call("facts correct", { id: shower, join: rain }, ada));
  replied(await one.call("facts source", { id: rain, source: "Meduza", paragraph: "4" }, ada));
  replied(await one.call("facts dispute", { id: rain, with: never, reason: "None" }, ada));
  const outcome = await one.add({
    slot: "outcome",
    result: "diplomatic notes were traded",
    source: "Zed",
    talks: "second",
  });
  replied(await one.call("facts correct", { id: outcome, join: "apr-outcome-notes-tass" }, ada));
  const file = fileOf(await one.say(`facts export ${format}`)).text;
  await two.press(await two.call("facts import", { file }), "Import ");
  expect(await heldClaims(two)).toEqual(await heldClaims(one));
  const told = await two.told('ask "it rained all day"');
  expect(told).toContain("(disputed)");
  expect(told).toContain("“it rained all day” (Zed); “the day was wet” (Wed)");
  expect(told).toContain("also: Meduza");
  expect(await two.told("fact apr-outcome-notes-tass")).toContain("“diplomatic notes were traded” (Zed)");
});
