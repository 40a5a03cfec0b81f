import { expect, it } from "vitest";
import { propose } from "#core/propose/propose.ts";
import { shipped } from "#test/desk.ts";

const told = (text: string): readonly string[] =>
  propose([text], shipped).flatMap((p) =>
    Object.entries(p.fields).map(([field, { text: words }]) => `${p.slot} ${field}: ${words}`),
  );

it.each([
  ["New Delhi, Mar 14 (IANS): Chile and Norway held talks in Oslo on Monday.", "date stated: Monday"],
  ["The meeting of the two envoys started at around 11:30 am at Storskog.", "venue city: Storskog"],
  ["The talks between the two sides got over after around 11 hours, sources said.", "duration stated: around 11 hours"],
  ["The meeting between Commander Ida Ray and her Chilean counterpart ended at noon.", "attended person: Ida Ray"],
  [
    "The meeting began at 11:30 in a tent on the Norwegian side of the river to defuse the tensions over salmon.",
    "purpose aim: to defuse the tensions over salmon",
  ],
  ["The talks provided an opportunity to review fishing rights.", "agenda topic: fishing rights"],
  [
    "The parties continued discussing fishing rights and addressed a number of procedural matters.",
    "agenda topic: fishing rights",
  ],
  [
    "The union and the yard have agreed a tentative contract on pay.",
    "outcome result: agreed a tentative contract on pay",
  ],
  [
    "The contract must be ratified by the union's members.",
    "next step: The contract must be ratified by the union's members",
  ],
  [
    "Norway released a statement saying that they will resume talks in Lima next month, in response to a letter.",
    "next step: they will resume talks in Lima next month",
  ],
])("hears what wires tell: %s", (text, line) => {
  expect(told(text)).toContain(line);
});

it("takes nobody as a leader who is named next without an “and”", () => {
  const all = told("Speaking with a delegation headed by envoy Bo Lin, Minister Ida Ray announced a truce.");
  expect(all.filter((line) => line.startsWith("led person"))).toEqual(["led person: Bo Lin"]);
});

it.each([
  ["The union went on strike on Monday when talks broke down.", "date"],
  ["The negotiations are happening in the wake of a trade deal struck over the weekend.", "date"],
  ["The talks brought down tariffs after a war of words sparked by President Bo Lin.", "attended"],
  ["The sides discussed the war in Gaza. The talks in Gaza's favour drag on, and talks on aid in Gaza go on.", "venue"],
  ["Along with meetings at the border, the sides agreed on using other towns.", "next"],
  ["The meeting came two days after the latest summit hosted by President Bo Lin in Oslo.", "attended"],
  ["In the past, the rounds lasted only a day.", "duration"],
  ["Both delegations want to use the talks to push the date back further.", "purpose"],
])("takes no other thing's day, people or aim: %s", (text, slot) => {
  expect(told(text).filter((line) => line.startsWith(slot))).toEqual([]);
});
