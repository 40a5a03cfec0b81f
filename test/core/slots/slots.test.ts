import { SLOT_NAMES, type SlotName } from "#core/facts/slot-names.ts";
import { expect, it } from "vitest";
import { ALL_SLOTS, SLOTS } from "#core/slots/index.ts";
import type { Fields } from "#core/facts/fact.ts";
import { fold } from "#core/text/text.ts";
import { shipped } from "#test/desk.ts";

const SAY = {
  person: shipped.people.name.bind(shipped.people),
  place: shipped.places.name.bind(shipped.places),
  party: shipped.parties.name.bind(shipped.parties),
  side: "the Russian side",
  adjective: "Russian",
};

it("knows each slot under its own name", () => {
  expect(ALL_SLOTS.map((s) => s.name)).toEqual([...SLOT_NAMES]);
});

const SENTENCES: readonly (readonly [SlotName, Fields, string])[] = [
  ["led", { person: "coulter" }, "Sonata Coulter led the Russian delegation."],
  ["led", { person: "coulter", post: "envoy" }, "Sonata Coulter, envoy, led the Russian delegation."],
  ["attended", { person: "bruce", post: "spokesperson" }, "Tammy Bruce, spokesperson, took part for the Russian side."],
  ["venue", { city: "istanbul" }, "The talks were held in Istanbul."],
  ["venue", { place: "seattle", city: "istanbul" }, "The talks were held at Seattle, Istanbul."],
  ["date", { stated: "2025-04-10" }, "The talks were held on 10 April 2025."],
  ["date", { stated: "Thursday" }, "The talks were held on Thursday (the article gives no calendar date)."],
  ["date", { stated: "10 April" }, "The talks were held on 10 April (the article gives no year)."],
  ["duration", { stated: "5½ hours" }, "The talks lasted 5½ hours."],
  ["duration", { stated: "two hours", span: "from lunch to tea" }, "Two hours passed from lunch to tea."],
  ["movement", { act: "left" }, "The Russian delegation left the venue."],
  [
    "movement",
    { act: "stayed", place: "seattle", time: "all day" },
    "The Russian delegation stayed at Seattle (all day).",
  ],
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
  ["property", { kind: "estate", place: "maryland", measure: "sold" }, "Estate in Maryland, sold."],
  [
    "quote",
    { speaker: "bruce", words: "no", post: "spokesperson", when: "then" },
    "Tammy Bruce, spokesperson, said then: “no”",
  ],
  ["outcome", { result: "notes were exchanged" }, "Notes were exchanged."],
  ["next", { step: "they meet again" }, "They meet again."],
  ["background", { event: "ties froze" }, "Ties froze."],
  ["note", { remark: "it rained" }, "It rained."],
];

it("has a sentence here for each slot", () => {
  expect(SLOT_NAMES.filter((name) => !SENTENCES.some(([slot]) => slot === name))).toEqual([]);
});

it.each(SENTENCES)("%s reads %j as: %s", (slot, fields, sentence) => {
  expect(SLOTS[slot].sentence(fields, SAY)).toBe(sentence);
});

it.each(ALL_SLOTS.map((s) => [s.name, s] as const))(
  "%s has words to ask with, and fields with descriptions",
  (_, slot) => {
    expect(slot.ask.length).toBeGreaterThan(0);
    expect(slot.ask.every((phrase) => phrase === fold(phrase))).toBe(true);
    for (const field of Object.values(slot.fields)) expect(field.about.length).toBeLessThanOrEqual(100);
    for (const variant of slot.variants) expect(Object.keys(slot.fields)).toContain(variant);
    expect(Object.keys(slot.fields).length).toBeLessThanOrEqual(5);
  },
);

it("asks with each phrase for one slot; whether a thing was discussed is for what was and for what was not", () => {
  const phrases = ALL_SLOTS.flatMap((s) => s.ask.map((phrase) => ({ phrase, slot: s.name })));
  const shared = phrases.filter(({ phrase, slot }) => phrases.some((p) => p.phrase === phrase && p.slot !== slot));
  expect([...new Set(shared.map((p) => p.slot))]).toEqual(["agenda", "excluded"]);
});

it("wants a venue's place or city", () => {
  expect(SLOTS.venue.check({})).toBe("give a place, a city, or both");
  expect(SLOTS.venue.check({ city: "istanbul" })).toBeUndefined();
});

it.each<[SlotName, Fields, Fields, boolean]>([
  ["duration", { stated: "six hours" }, { stated: "5½ hours" }, true],
  ["duration", { stated: "around six hours" }, { stated: "six hours" }, true],
  ["duration", { stated: "several hours" }, { stated: "5½ hours" }, false],
  ["venue", { city: "istanbul" }, { place: "seattle" }, false],
  ["venue", { place: "seattle" }, { place: "maryland" }, true],
  ["date", { stated: "Thursday" }, { stated: "10 April 2025" }, false],
  ["date", { stated: "Friday" }, { stated: "10 April 2025" }, true],
  ["led", { person: "coulter" }, { person: "bruce" }, true],
])("%s: whether %j and %j differ is %s", (slot, a, b, differ) => {
  expect(SLOTS[slot].differ(a, b)).toBe(differ);
  expect(SLOTS[slot].differ(b, a)).toBe(differ);
});
