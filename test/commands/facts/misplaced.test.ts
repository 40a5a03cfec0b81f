import { expect, it } from "vitest";
import { newSeat } from "#test/moderation.ts";

it.each([
  ["published:2025-04-12", "published: is an article's, and apr-city is a fact."],
  ['title:"Another title"', "title: is an article's"],
  ["language:fr", "language: is an article's"],
  ["address:https://example.org/x outlet:Zed", "outlet: and address: are an article's"],
  // Which article it is put to does not make these its own.
  ["source:TASS language:fr", "language: is an article's"],
])("drops nothing of a correction of a fact: %s is refused, with the article to correct", async (typed, says) => {
  const seat = await newSeat();
  const { refusal } = await seat.say(`facts correct apr-city city:Ankara ${typed}`);
  expect(refusal?.message).toContain(says);
  expect(refusal?.buttons.map((b) => b.label)[0]).toContain("Correct ln24SA");
  expect((await seat.desk.snapshot()).own.version).toBe(0);
});

it("corrects the article by the button that is offered, with what was typed", async () => {
  const seat = await newSeat();
  const shown = await seat.say('facts correct apr-day-tass title:"A new title" reason:"as printed"');
  const corrected = await seat.press(shown, "Correct TASS");
  expect(corrected.text).toContain("A new title");
  expect((await seat.desk.view()).articles.get("tass")?.title).toBe("A new title");
});

it.each(["paragraph:3", "talks:first", "according:ministry", 'excerpt:"so it was"', "source:Meduza", "join:apr-venue"])(
  "drops nothing of a correction of an article: %s is refused",
  async (typed) => {
    const seat = await newSeat();
    const refusal = await seat.refused(`facts correct tass title:"A new title" ${typed}`);
    expect(refusal.message).toContain("is a fact's, and TASS is an article.");
    expect((await seat.desk.snapshot()).own.version).toBe(0);
  },
);

it("keeps what is said of the new article that a citation is put to", async () => {
  const seat = await newSeat();
  const shown = await seat.say(
    'facts correct apr-city source:"new: The Invented Herald" paragraph:2 published:2025-04-11 title:"At the consulate"',
  );
  const sent = shown.form === undefined ? shown : await seat.fill(shown);
  expect(sent.text).toContain("Corrected");
  const { articles } = await seat.desk.view();
  expect([...articles.values()].find((a) => a.outlet === "The Invented Herald")).toMatchObject({
    published: "2025-04-11",
    title: "At the consulate",
  });
});
