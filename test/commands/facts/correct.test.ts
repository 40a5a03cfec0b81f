import { expect, it } from "vitest";
import { ada, ann, ben, entries, formOf, newSeat, refusalOf, replied } from "#test/moderation.ts";

it("asks with the present values filled in, and shows old → new", async () => {
  const seat = await newSeat();
  const form = await seat.say("facts correct apr-duration-around-six");
  expect(entries(form)).toMatchObject({ stated: "around six hours", reason: "" });
  const done = await seat.fill(form, { stated: "seven hours", reason: "misread" });
  expect(replied(done)).toContain("Was: Around six hours passed from the U.S. delegation's arrival");
  expect(done.text).toContain("→ Now: Seven hours passed from");
  expect(await seat.told("facts history apr-duration-around-six")).toContain("Reason: misread");
});

it("takes values typed on the line, and leaves the others as they are", async () => {
  const seat = await newSeat();
  await seat.told('facts correct apr-duration-around-six stated:"seven hours" reason:"misread"');
  const text = await seat.told("fact apr-duration-around-six");
  expect(text).toContain("Seven hours passed from the U.S. delegation's arrival");
  expect(text).toContain("Revision: 1");
});

it("empties a field that need not be there", async () => {
  const seat = await newSeat();
  const form = await seat.say("facts correct apr-duration-around-six");
  expect(replied(await seat.fill(form, { span: "" }))).toContain("Now: The talks lasted around six hours.");
});

it("refuses a correction that changes nothing, or leaves a needed value out", async () => {
  const seat = await newSeat();
  const form = await seat.say("facts correct apr-duration-around-six");
  expect(refusalOf(await seat.fill(form)).message).toBe("Nothing is different from what the desk holds.");
  expect(refusalOf(await seat.fill(form, { stated: "" })).message).toContain('"stated" is missing');
});

it("keeps sources that worded it differently as a fact of their own", async () => {
  const seat = await newSeat();
  const text = await seat.told('facts correct apr-duration-tass stated:"5 hours"');
  expect(text).toContain("Was: The talks lasted 5½ hours. → Now: The talks lasted 5 hours.");
  expect(text).toContain("Türkiye Today worded it differently and still says so: kept as f2.");
  expect(await seat.told("fact f2")).toContain(
    "The talks lasted five and a half hours, according to Russian and US officials.",
  );
  expect(await seat.told("how-long")).toContain("5 hours (TASS); five and a half hours (Türkiye Today)");
});

it("corrects every source that worded it alike", async () => {
  const seat = await newSeat();
  const id = await seat.add({ slot: "outcome", result: "a hotlin was agreed on" });
  await seat.add({ slot: "outcome", result: "a hotlin was agreed on", source: "TASS" });
  const text = await seat.told(`facts correct ${id} result:"a hotline was agreed on"`);
  expect(text).toContain("2 outlets agree");
  expect(text).not.toContain("worded it differently");
});

it("refuses to make a second fact of one that is held", async () => {
  const seat = await newSeat();
  const id = await seat.add({ slot: "duration", talks: "second", stated: "4 hours" });
  const refusal = await seat.refused(`facts correct ${id} stated:"5.5 hours"`);
  expect(refusal).toMatchObject({ kind: "state", message: expect.stringContaining("(apr-duration-tass)") });
});

it("tells the second of two, shows the other's version, and loses no typed text", async () => {
  const seat = await newSeat();
  const anns = await seat.say("facts correct apr-duration-around-six", ann);
  const bens = await seat.say("facts correct apr-duration-around-six", ben);
  replied(await seat.fill(anns, { stated: "seven hours", span: "" }, ann));
  const told = await seat.fill(bens, { stated: "eight hours", reason: "I counted" }, ben);
  expect(formOf(told).problem).toMatchObject({
    kind: "conflict",
    message: "Ann changed it. It now says: The talks lasted seven hours.",
  });
  expect(entries(told)).toMatchObject({ stated: "eight hours", reason: "I counted" });
  expect(await seat.told("fact apr-duration-around-six")).toContain("seven hours");
  const again = replied(await seat.fill(told, { span: "" }, ben));
  expect(again).toContain("Was: The talks lasted seven hours. → Now: The talks lasted eight hours.");
  const history = await seat.told("facts history apr-duration-around-six");
  expect(history).toMatch(/Ann .*corrected[^]*Ben .*corrected/u);
});

it("tells a third who was first meanwhile, however often", async () => {
  const seat = await newSeat();
  const bens = await seat.say("facts correct apr-duration-around-six", ben);
  await seat.told('facts correct apr-duration-around-six stated:"seven hours"', ann);
  const once = await seat.fill(bens, { stated: "nine hours" }, ben);
  await seat.told('facts correct apr-duration-around-six stated:"eight hours"', ada);
  const twice = await seat.fill(once, {}, ben);
  expect(refusalOf(twice).message).toContain("Ada changed it");
  expect(entries(twice)).toMatchObject({ stated: "nine hours" });
});

it("gives a typed correction back as a form where somebody was first within the same moment", async () => {
  const seat = await newSeat();
  const line = (stated: string) => `facts correct apr-duration-around-six stated:"${stated}"`;
  const both = await Promise.all([seat.say(line("seven hours"), ann), seat.say(line("eight hours"), ben)]);
  const back = both.find((one) => one.form !== undefined);
  expect(both.filter((one) => one.reply !== undefined)).toHaveLength(1);
  expect(formOf(back ?? both[0]).problem?.message).toMatch(/^(?:Ann|Ben) changed it/u);
  expect(entries(back ?? both[0])["stated"]).toMatch(/^(?:seven|eight) hours$/u);
});

it("refuses an older revision given as seen", async () => {
  const seat = await newSeat();
  await seat.told('facts correct apr-duration-around-six stated:"seven hours"', ann);
  const late = await seat.say('facts correct apr-duration-around-six stated:"eight hours" seen:0', ben);
  expect(refusalOf(late).message).toContain("Ann changed it");
});

it("refuses a fact that there is not, with near ids", async () => {
  const refusal = await (await newSeat()).refused("facts correct apr-duration-tas stated:x");
  expect(refusal.message).toBe('No fact is exactly "apr-duration-tas". These are near.');
  expect(refusal.lines?.[0]).toContain("The talks lasted 5½ hours.");
  expect(refusal.buttons[0]?.call).toEqual({
    path: ["facts", "correct"],
    values: { id: "apr-duration-tass", stated: "x" },
  });
});

it.each([
  ["correct", "how long", "apr-duration-tass", { path: ["facts", "correct"], values: { id: "apr-duration-tass" } }],
  ["retract", "how lng", "apr-duration-tass", { path: ["facts", "retract"], values: { id: "apr-duration-tass" } }],
  ["dispute", "where", "apr-venue", { path: ["facts", "dispute"], values: { id: "apr-venue" } }],
  ["retract", "venue", "apr-venue", { path: ["facts", "retract"], values: { id: "apr-venue" } }],
  ["retract", "which city", "apr-venue", { path: ["facts", "retract"], values: { id: "apr-venue" } }],
])("offers to %s a fact by its kind, the latest round first: %s", async (name, words, id, call) => {
  const refusal = await (await newSeat()).refused(`facts ${name} "${words}"`);
  expect(refusal.kind).toBe("choice");
  expect(refusal.lines?.[0]).toContain("Second round");
  expect(refusal.buttons.find((b) => b.call.values["id"] === id)?.call).toEqual(call);
});

it("offers no two facts by one label", async () => {
  const { buttons } = await (await newSeat()).refused("facts retract venue");
  const labels = buttons.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels).toContain("Second round: Istanbul");
});

it("offers facts of a kind of the desk's own by its name", async () => {
  const seat = await newSeat();
  await seat.told('desk slot-add "Red lines"');
  const id = await seat.add({ slot: "Red lines", talks: "second", words: "no visas without reciprocity" });
  const other = await seat.add({
    slot: "Red lines",
    talks: "second",
    words: "no flights over the pole",
    paragraph: "2",
  });
  const refusal = await seat.refused('facts retract "red lines"');
  expect(refusal.kind).toBe("choice");
  expect(refusal.buttons.map((b) => b.call.values["id"])).toEqual([id, other]);
});

it.each([
  ["facts correct ln24sa title:@@", "What you typed for title was not taken. That has no letter and no digit."],
  ["facts correct ln24sa published:soon", '"soon" is not a calendar day.'],
  ["facts correct ln24sa published:\u200bsoon", "What you typed for published has invisible characters (U+200B)."],
  ["desk here title:Late", "What you typed for title describes an article, and none is named."],
])("says in a sentence what was not taken, of which option: %s", async (line, said) => {
  expect((await (await newSeat()).refused(line)).message).toBe(said);
});

it.each([
  ["how long did it last", "2 facts answer", "apr-duration-tass"],
  ["where was it in february", "2 facts answer", "feb-venue-hurriyet"],
  ["who was in charge of the american side", "fact", "apr-led-us"],
  ["flights agreement", "No fact is exactly", "apr-outcome-notes-tass"],
])("offers what a question leads to, and takes none of it: %s", async (words, said, id) => {
  const refusal = await (await newSeat()).refused(`facts correct ${words}`);
  expect(refusal.message).toContain(said);
  expect(refusal.buttons.map((b) => b.call.values["id"])).toContain(id);
});

it.each(["facts retract apr-venue", "facts resolve apr-venue", "facts dispute apr-venue"])(
  "shows the fact, its round and its sources in the form of %s",
  async (line) => {
    const asked = await (await newSeat()).say(line, ann);
    const note = asked.form?.note;
    expect(note).toContain("The talks were held at the Russian consulate building in Istanbul.");
    expect(note).toContain("Second round, Istanbul, April 2025");
    expect(note).toContain("TASS, note 5");
  },
);

it("offers the other fact to join, not the one that is corrected", async () => {
  const refusal = await (await newSeat()).refused('facts correct apr-duration-tass join:"how long"');
  expect(refusal.buttons[0]?.call.values).toHaveProperty("join");
  expect(refusal.buttons[0]?.call.values["id"]).toBe("apr-duration-tass");
});
