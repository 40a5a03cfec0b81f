import { SLOT_NAMES, type SlotName } from "#core/facts/slot-names.ts";
import { expect, it } from "vitest";
import { ALL_SLOTS, SLOTS } from "#core/slots/index.ts";
import type { Fields } from "#core/facts/fact.ts";
import { eventOf } from "#core/reply/event.ts";
import { fold } from "#core/text/text.ts";
import { shipped } from "#test/desk.ts";

const SAY = {
  person: shipped.people.name.bind(shipped.people),
  place: shipped.places.name.bind(shipped.places),
  party: shipped.parties.name.bind(shipped.parties),
  slot: () => "Red lines",
  side: "the Russian side",
  adjective: "Russian",
  event: "the talks",
  were: "were",
};

it("knows each slot under its own name", () => {
  expect(ALL_SLOTS.map((s) => s.name)).toEqual([...SLOT_NAMES]);
});

const SENTENCES: readonly (readonly [SlotName, Fields, string])[] = [
  ["led", { person: "coulter" }, "Sonata Coulter led the Russian side."],
  ["led", { person: "coulter", scope: "the delegation" }, "Sonata Coulter led the Russian delegation."],
  ["led", { person: "coulter", scope: "the call" }, "Sonata Coulter led the call for the Russian side."],
  ["led", { person: "coulter", post: "envoy" }, "Sonata Coulter, envoy, led the Russian side."],
  ["attended", { person: "bruce", post: "spokesperson" }, "Tammy Bruce, spokesperson, took part for the Russian side."],
  ["venue", { city: "istanbul" }, "The talks were held in Istanbul."],
  ["venue", { place: "seattle", city: "istanbul" }, "The talks were held at Seattle, Istanbul."],
  ["date", { stated: "2025-04-10" }, "The talks were held on 10 April 2025."],
  ["date", { stated: "Thursday" }, "The talks were held on Thursday (the article gives no calendar date)."],
  ["date", { stated: "10 April" }, "The talks were held on 10 April (the article gives no year)."],
  ["date", { stated: "the tenth of April 2025" }, "The talks were held on 10 April 2025."],
  ["date", { stated: "after 10 April 2025" }, "The talks were held after 10 April 2025."],
  ["date", { stated: "April 2025" }, "The talks were held in April 2025 (the article gives no calendar date)."],
  ["note", { remark: "it is about the U.S." }, "It is about the U.S."],
  ["note", { remark: "who will pay?" }, "Who will pay?"],
  ["duration", { stated: "5½ hours" }, "The talks lasted 5½ hours."],
  ["duration", { stated: "two hours", span: "from lunch to tea" }, "Two hours passed from lunch to tea."],
  ["movement", { act: "left" }, "The Russian side left the venue."],
  ["movement", { act: "stayed", place: "seattle", time: "all day" }, "The Russian side stayed at Seattle (all day)."],
  ["purpose", { aim: "to talk" }, "The purpose of the talks was to talk."],
  ["purpose", { aim: "to talk", rank: "main goal" }, "The main goal of the talks was to talk."],
  ["agenda", { topic: "visas" }, "Raised by the Russian side: visas."],
  ["excluded", { topic: "war" }, "Not on the agenda: war."],
  [
    "excluded",
    { topic: "war", speaker: "bruce", until: "peace" },
    "Not on the agenda: war, said Tammy Bruce; first peace.",
  ],
  ["excluded", { topic: "war", speaker: "bruce", words: "no war" }, "War: “no war”, said Tammy Bruce."],
  ["grievance", { about: "delays" }, "A grievance of the Russian side: delays."],
  ["grievance", { about: "delays", when: "lately" }, "A grievance of the Russian side, lately: delays."],
  ["property", { kind: "property", count: 6, owner: "russia" }, "Russia: 6 properties."],
  ["property", { kind: "dacha", count: 2, owner: "russia" }, "Russia: dacha (2)."],
  ["property", { kind: "estate", place: "maryland", measure: "sold" }, "Estate in Maryland, sold."],
  [
    "quote",
    { speaker: "bruce", words: "no", post: "spokesperson", when: "then" },
    "Tammy Bruce, spokesperson, said then: “no”",
  ],
  ["format", { stated: "indirect" }, "Format: indirect."],
  ["session", { what: "the talks began", at: "noon" }, "The talks began (noon)."],
  ["role", { person: "bruce", as: "chair" }, "In the chair: Tammy Bruce."],
  ["role", { party: "russia", as: "host" }, "Host: Russia."],
  ["role", { party: "russia", as: "guarantor" }, "Guarantor: Russia."],
  ["role", { party: "russia", as: "note taker" }, "Note taker: Russia."],
  ["role", { person: "bruce", party: "us", as: "mediator" }, "Mediator: Tammy Bruce (United States)."],
  [
    "position",
    { topic: "visas", stance: "refuses", words: "a quota" },
    "Refused by the Russian side, on visas: a quota.",
  ],
  [
    "figure",
    { what: "visas a year", number: "over 500", unit: "visas", from: "Russia", to: "the mission", by: "May" },
    "Visas a year: over 500 visas, from Russia to the mission by May.",
  ],
  ["figure", { what: "the tariff", number: "30", unit: "%" }, "The tariff: 30%."],
  ["figure", { what: "the cost", number: "5 billion", unit: "$" }, "The cost: $5 billion."],
  ["figure", { what: "wounded", number: "hundreds" }, "Wounded: hundreds."],
  ["assessment", { by: "bruce", words: "useful" }, "Tammy Bruce on how it went: useful."],
  ["assessment", { by: "a senior official", words: "useful" }, "A senior official on how it went: useful."],
  ["outcome", { result: "notes were exchanged" }, "Notes were exchanged."],
  ["next", { step: "they meet again" }, "They meet again."],
  ["background", { event: "ties froze" }, "Ties froze."],
  ["note", { remark: "it rained" }, "It rained."],
  ["own", { kind: "red-lines", words: "no stop" }, "Red lines: no stop."],
];

it("has a sentence here for each slot", () => {
  expect(SLOT_NAMES.filter((name) => !SENTENCES.some(([slot]) => slot === name))).toEqual([]);
});

it.each(SENTENCES)("%s reads %j as: %s", (slot, fields, sentence) => {
  expect(SLOTS[slot].sentence(fields, SAY)).toBe(sentence);
});

it("tells of a call and of a summit as it tells of talks, and of nobody's side where all was led", () => {
  const call = { ...SAY, ...eventOf({ name: "Phone call of 12 February" }), side: "", adjective: "" };
  const told = (slot: SlotName, fields: Fields) => SLOTS[slot].sentence(fields, call);
  expect(told("duration", { stated: "90 minutes" })).toBe("The call lasted 90 minutes.");
  expect(told("date", { stated: "12 February 2025" })).toBe("The call was held on 12 February 2025.");
  expect(told("purpose", { aim: "to end it" })).toBe("The purpose of the call was to end it.");
  expect(told("led", { person: "bruce", scope: "the talks" })).toBe("Tammy Bruce led the talks.");
  const summit = { ...SAY, ...eventOf({ name: "Ceasefire summit, Anchorage" }) };
  expect(SLOTS.venue.sentence({ city: "istanbul" }, summit)).toBe("The summit was held in Istanbul.");
  expect(eventOf({ name: "Second round, Istanbul" })).toEqual({ event: "the talks", were: "were" });
});

it("needs no side of who led it as a whole", () => {
  expect(SLOTS.led.needsSide({ person: "bruce" })).toBe(true);
  expect(SLOTS.led.needsSide({ person: "bruce", scope: "the talks" })).toBe(false);
  expect(SLOTS.grievance.needsSide({ about: "delays" })).toBe(true);
  expect(SLOTS.note.needsSide({ remark: "x" })).toBe(false);
});

it.each(ALL_SLOTS.map((s) => [s.name, s] as const))(
  "%s has words to ask with, and fields with descriptions",
  (_, slot) => {
    // A desk says itself what asks for its own slots.
    expect(slot.ask.length > 0).toBe(slot.name !== "own");
    expect(slot.ask.every((phrase) => phrase === fold(phrase))).toBe(true);
    for (const field of Object.values(slot.fields)) expect(field.about.length).toBeLessThanOrEqual(100);
    for (const variant of slot.variants) expect(Object.keys(slot.fields)).toContain(variant);
    expect(Object.keys(slot.fields).length).toBeLessThanOrEqual(6);
  },
);

it("asks with each phrase for one slot; whether a thing was discussed is for what was and for what was not", () => {
  const phrases = ALL_SLOTS.flatMap((s) => s.ask.map((phrase) => ({ phrase, slot: s.name })));
  const shared = phrases.filter(({ phrase, slot }) => phrases.some((p) => p.phrase === phrase && p.slot !== slot));
  expect([...new Set(shared.map((p) => p.slot))]).toEqual(["agenda", "excluded"]);
});

it("wants a venue's place or city", () => {
  expect(SLOTS.venue.check({})).toBe("lack.placeOrCity");
  expect(SLOTS.venue.check({ city: "istanbul" })).toBeUndefined();
  expect(SLOTS.role.check({ as: "host" })).toBe("lack.partyOrPerson");
});

it.each<[SlotName, Fields, Fields, boolean]>([
  ["duration", { stated: "six hours" }, { stated: "5½ hours" }, true],
  ["duration", { stated: "around six hours" }, { stated: "six hours" }, false],
  ["duration", { stated: "over five hours" }, { stated: "5½ hours" }, false],
  ["duration", { stated: "five to six hours" }, { stated: "7 hours" }, true],
  ["date", { stated: "Feb. 27" }, { stated: "27 February" }, false],
  ["property", { kind: "estate", measure: "seized" }, { kind: "estate", measure: "restricted" }, true],
  ["duration", { stated: "several hours" }, { stated: "5½ hours" }, false],
  ["venue", { city: "istanbul" }, { place: "seattle" }, false],
  ["venue", { place: "seattle" }, { place: "san-francisco" }, true],
  // Whether a state has the city is not known.
  ["venue", { place: "seattle" }, { place: "maryland" }, false],
  ["venue", { place: "istanbul" }, { place: "russian-consulate" }, false],
  ["venue", { place: "us-residence", city: "istanbul" }, { place: "russian-consulate" }, true],
  ["venue", { place: "seattle" }, { place: "russian-consulate" }, true],
  ["venue", { city: "istanbul" }, { city: "Ankara" }, true],
  ["venue", { city: "istanbul" }, { city: "Türkiye" }, false],
  ["venue", { city: "Türkiye" }, { city: "Oman" }, true],
  ["venue", { city: "Ankara" }, { city: "Turkey" }, false],
  ["venue", { city: "Rome" }, { city: "Oman" }, true],
  ["venue", { place: "a diplomatic mission" }, { place: "russian-consulate" }, false],
  ["date", { stated: "Thursday" }, { stated: "10 April 2025" }, false],
  ["date", { stated: "Friday" }, { stated: "10 April 2025" }, true],
  ["led", { person: "coulter" }, { person: "bruce" }, true],
  ["figure", { what: "the list", number: "339" }, { what: "The list", number: "over 500" }, true],
  ["figure", { what: "the list", number: "around 45" }, { what: "the list", number: "48" }, false],
  ["figure", { what: "the list", number: "hundreds" }, { what: "the list", number: "339" }, false],
  ["figure", { what: "the list", number: "3", unit: "%" }, { what: "the list", number: "4", unit: "people" }, false],
  [
    "figure",
    { what: "returned", number: "9", from: "Russia" },
    { what: "returned", number: "8", from: "Japan" },
    false,
  ],
  ["figure", { what: "the cut", number: "9", by: "2 May" }, { what: "the cut", number: "9", by: "9 May" }, true],
  ["format", { stated: "indirect" }, { stated: "both direct and indirect" }, true],
  ["format", { stated: "two separate rooms" }, { stated: "the same room at the embassy" }, true],
  ["format", { stated: "indirect" }, { stated: "indirect, notes passed by a mediator" }, false],
  ["format", { stated: "not direct" }, { stated: "direct" }, false],
  ["format", { stated: "behind closed doors" }, { stated: "direct" }, false],
  ["session", { what: "the talks began", at: "noon" }, { what: "the meeting started", at: "2:30 p.m." }, true],
  ["session", { what: "the talks began", at: "noon" }, { what: "the talks ended", at: "2:30 p.m." }, false],
  ["session", { what: "the talks began", at: "noon" }, { what: "it began", at: "9.00 Moscow time" }, false],
  ["session", { what: "talks began", at: "shortly after 2:30 p.m." }, { what: "talks began", at: "14.45" }, false],
  ["role", { party: "us", as: "host" }, { party: "us", as: "mediator" }, false],
  [
    "position",
    { topic: "visas", stance: "refuses", words: "a quota" },
    { topic: "visas", stance: "wants", words: "a quota" },
    false,
  ],
])("%s: whether %j and %j differ is %s", (slot, a, b, differ) => {
  expect(SLOTS[slot].relate(a, b, shipped) === "differs").toBe(differ);
  expect(SLOTS[slot].relate(b, a, shipped) === "differs").toBe(differ);
});
