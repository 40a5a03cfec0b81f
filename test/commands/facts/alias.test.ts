import { expect, it } from "vitest";
import { formOf, newSeat, replied } from "#test/moderation.ts";

it("adds a spelling by which the person is then found", async () => {
  const seat = await newSeat();
  await seat.refused("who Quillfeather");
  expect(await seat.told('facts alias add "Sonata Coulter" "Quillfeather"')).toContain("Quillfeather");
  expect(await seat.told("who Quillfeather")).toContain("Sonata Coulter");
});

it("removes a shipped spelling, and adds it again", async () => {
  const seat = await newSeat();
  expect(await seat.told('facts alias remove "Sergey Lavrov" "Sergei Lavrov"')).not.toContain("• Sergei Lavrov");
  expect(await seat.told('facts alias add "Sergey Lavrov" "Sergei Lavrov"')).toContain("• Sergei Lavrov");
});

it("finds places, sides and rounds by a new spelling too", async () => {
  const seat = await newSeat();
  await seat.told('facts alias add "Second round, Istanbul, April 2025" "the embassy round"');
  await seat.told("facts alias add Russia Rossiya");
  expect(await seat.told('who-led talks:"the embassy round" side:rossiya')).toContain("Darchiev");
});

it("asks for what is missing", async () => {
  const seat = await newSeat();
  const form = await seat.say("facts alias");
  expect(formOf(form).fields.map((f) => f.name)).toEqual(["action", "name", "spelling"]);
  expect(replied(await seat.fill(form, { action: "add", name: "Istanbul", spelling: "Stambul" }))).toContain("Stambul");
});

it.each([
  ['add "Nobody At All" x', 'Nothing here is called "Nobody At All".'],
  ['add "Sonata Coulter" "Tammy Bruce"', '"Tammy Bruce" is already a name of Tammy Bruce.'],
  ['add "Sergey Lavrov" "sergei lavrov"', '"sergei lavrov" is already a spelling of Sergey Lavrov.'],
  ['remove "Sonata Coulter" "Sonata Coulter"', '"Sonata Coulter" is the name itself.'],
  ['remove "Sonata Coulter" Sonja', '"Sonja" is not a spelling of Sonata Coulter.'],
  ['add "Sonata Coulter" "!!!"', "What you typed for spelling was not taken. That has no letter and no digit."],
])("refuses: %s", async (line, message) => {
  expect((await (await newSeat()).refused(`facts alias ${line}`)).message).toBe(message);
});

it("is taken back by undo", async () => {
  const seat = await newSeat();
  const shown = await seat.say('facts alias add "Sonata Coulter" "Quillfeather"');
  replied(await seat.press(shown, "Undo"));
  await seat.refused("who Quillfeather");
});
