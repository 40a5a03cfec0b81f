import { expect, it } from "vitest";
import { formOf, newSeat, replied } from "#test/moderation.ts";

it("adds one more citation from an article that the desk holds", async () => {
  const text = await (await newSeat()).told("facts source apr-venue source:Meduza paragraph:1");
  expect(text).toContain("Source added");
  expect(text).toMatch(/outlets agree.*Meduza[^;]* 1$/mu);
});

it("asks for the source, and takes a new article", async () => {
  const seat = await newSeat();
  const form = await seat.say("facts source apr-venue");
  expect(formOf(form).title).toBe("Add a source");
  const done = await seat.fill(form, { source: "new: The Gazette", paragraph: "4", title: "At the consulate" });
  expect(replied(done)).toContain("The Gazette, ¶4");
  expect(await seat.told("sources gazette")).toContain("At the consulate");
});

it("refuses a place that the fact cites already", async () => {
  const seat = await newSeat();
  await seat.told("facts source apr-venue source:Meduza paragraph:1");
  expect((await seat.refused("facts source apr-venue source:Meduza paragraph:1")).message).toBe(
    "apr-venue already cites that place.",
  );
});

it("refuses an article's id that the desk does not hold", async () => {
  expect((await (await newSeat()).refused("facts source apr-venue source:a77 paragraph:1")).message).toBe(
    "The desk holds no article a77.",
  );
});
