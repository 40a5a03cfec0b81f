import { expect, it } from "vitest";
import { ann, ben, entries, formOf, newSeat, refusalOf, replied } from "#test/moderation.ts";

const OUTCOME = 'facts add outcome result:"a hotline was agreed on"';

it("adds a fact with its source, and any reader finds it", async () => {
  const seat = await newSeat();
  const text = await seat.told(
    `${OUTCOME} talks:second source:"new: The Gazette" paragraph:3 title:"A hotline" address:https://gazette.example/1 published:2025-04-11 excerpt:"a hotline was agreed" according:"as told by an official"`,
  );
  expect(text).toContain("Added");
  expect(text).toContain("A hotline was agreed on, as told by an official.");
  expect(text).toContain("Source: The Gazette, 11 April 2025, ¶3");
  expect(await seat.told("outcomes")).toContain("A hotline was agreed on");
  expect(await seat.told("sources gazette")).toContain("https://gazette.example/1");
  expect(await seat.told("fact f2")).toContain("“a hotline was agreed”");
});

it("asks what kind of fact first, then that kind's fields and the source", async () => {
  const seat = await newSeat();
  const kind = await seat.say("facts add");
  expect(formOf(kind)).toMatchObject({ title: "Add a fact", partial: true });
  expect(formOf(kind).fields.map((f) => f.name)).toEqual(["slot", "source"]);
  const whole = await seat.fill(kind, { slot: "led" });
  expect(formOf(whole)).toMatchObject({ partial: false });
  expect(formOf(whole).problem).toBeUndefined();
  expect(formOf(whole).fields.map((f) => [f.name, f.required])).toEqual([
    ["side", false],
    ["person", true],
    ["post", false],
    ["scope", false],
    ["talks", false],
    ["source", true],
    ["paragraph", true],
    ["excerpt", false],
    ["according", false],
  ]);
  const done = await seat.fill(whole, { person: "Tammy Bruce", side: "us", source: "new: Zed", paragraph: "2" });
  expect(replied(done)).toContain("Tammy Bruce led the U.S. side.");
});

it("brings a refused form back filled in, and names what is wrong", async () => {
  const seat = await newSeat();
  const typed = { result: "a hotline was agreed on", source: "TASS", paragraph: "99", excerpt: "they agreed" };
  const back = await seat.fill(await seat.say("facts add outcome"), typed);
  expect(formOf(back).problem).toMatchObject({
    field: "paragraph",
    message: expect.stringMatching(/^TASS has \d+ notes/u),
  });
  expect(entries(back)).toMatchObject(typed);
  expect(replied(await seat.fill(back, { paragraph: "1" }))).toContain("A hotline was agreed on.");
});

it("asks a side where the slot needs one, and refuses one where it takes none", async () => {
  const seat = await newSeat();
  const values = { person: "Tammy Bruce", source: "TASS", paragraph: "1" };
  const back = await seat.fill(await seat.say("facts add led"), values);
  expect(formOf(back).problem).toMatchObject({ field: "side", message: '"Who led" needs a side.' });
  const date = await seat.call("facts add", {
    slot: "date",
    stated: "Friday",
    side: "us",
    source: "TASS",
    paragraph: "1",
  });
  expect(refusalOf(date).message).toBe('"When" takes no side.');
});

it("joins a fact that agrees as one more source, and says so", async () => {
  const seat = await newSeat();
  const text = await seat.told('facts add duration stated:"5.5 hours" source:Meduza paragraph:1');
  expect(text).toContain("Joined a fact that was held: one more source");
  expect(text).toContain("apr-duration-tass");
  expect(text).toContain("3 outlets agree");
});

it("says that a differing fact makes a disagreement in a one-valued slot, and shows both", async () => {
  const seat = await newSeat();
  const text = await seat.told('facts add led side:us person:"Marco Rubio" source:Meduza paragraph:1');
  expect(text).toContain("This is a disagreement. Sources differ: ");
  expect(text).toContain("Marco Rubio led the U.S. side.");
  expect(text).toContain(
    "Sonata Coulter, U.S. Deputy Assistant Secretary of State, led the discussions for the U.S. side.",
  );
  expect(await seat.told("disputes")).toContain("Marco Rubio (Meduza)");
});

it("says nothing of a disagreement where a slot holds many", async () => {
  const text = await (await newSeat()).told(`${OUTCOME} source:TASS paragraph:1`);
  expect(text).not.toContain("disagreement");
});

it("refuses what is held already from the same place", async () => {
  const seat = await newSeat();
  await seat.told(`${OUTCOME} source:TASS paragraph:1`);
  const refusal = await seat.refused(`${OUTCOME} source:TASS paragraph:1`, ben);
  expect(refusal).toMatchObject({ kind: "state", message: expect.stringContaining("from the same place") });
});

it("refuses what the desk retracted, and leads to its history", async () => {
  const seat = await newSeat();
  const id = await seat.add({ slot: "outcome", result: "a hotline was agreed on" });
  await seat.told(`facts retract ${id} reason:"misread"`);
  const again = await seat.say(`${OUTCOME} source:TASS paragraph:1`);
  expect(refusalOf(again)).toMatchObject({ kind: "conflict", message: expect.stringContaining("it was retracted") });
  expect(replied(await seat.press(again, "History"))).toContain("misread");
});

it("takes a near outlet or person for a slip unless it is typed as new", async () => {
  const seat = await newSeat();
  expect((await seat.refused(`${OUTCOME} source:TAS paragraph:1`)).hint).toContain('"new: TAS" for a new outlet');
  expect(await seat.told(`${OUTCOME} source:"new: TAS" paragraph:1`)).toContain("Source: TAS, ¶1");
  const slip = 'facts add attended person:"Sonata Coultar" source:TASS paragraph:1';
  expect((await seat.refused(slip)).message).toContain("knows Sonata Coulter");
  expect(await seat.told(slip.replace("Sonata", "new: Sonata"))).toContain("Sonata Coultar took part.");
});

it("keeps a person whom only a claim names, and finds them by name", async () => {
  const seat = await newSeat();
  await seat.told('facts add attended person:"Jane Doe" post:counsellor side:us source:TASS paragraph:1');
  expect(await seat.told("who jane doe")).toContain("Jane Doe, counsellor, took part for the U.S. side.");
});

it.each([
  ["javascript:alert(1)", "kind javascript:"],
  ["https://me:secret@example.com/", "user name in it"],
  ["file:///etc/passwd", "kind file:"],
  [`https://example.com/${"a".repeat(2048)}`, "over 2048 characters"],
])("refuses an address, whatever it is: %.30s…", async (address, why) => {
  const seat = await newSeat();
  const values = { slot: "note", remark: "x", source: "new: A", paragraph: "1", address };
  expect(refusalOf(await seat.call("facts add", values, ann)).message).toContain(why);
});

it("refuses an excerpt of over 300 characters", async () => {
  const seat = await newSeat();
  const values = { slot: "note", remark: "x", source: "TASS", paragraph: "1", excerpt: "a".repeat(301) };
  expect(refusalOf(await seat.call("facts add", values)).message).toContain("at most 300 fit here");
});

it("refuses a new outlet without a name, and words that nobody could tell from others", async () => {
  const seat = await newSeat();
  const values = { slot: "note", remark: "it rained", source: "new: ", paragraph: "1" };
  expect(refusalOf(await seat.call("facts add", values)).message).toBe("The new outlet has no name.");
  for (const remark of ["😀", "!!!", "—"])
    expect(refusalOf(await seat.call("facts add", { ...values, source: "TASS", remark })).field).toBe("remark");
});
