import { expect, it } from "vitest";
import { dataWith, lineOf, mislineIn, swap } from "./folder.ts";

const FILE = "us-russia/articles/meduza.yaml";
const LED = `    slot: led
    side: us
    paragraph: 2
    says: { person: Sonata Coulter, post: Deputy Assistant Secretary of State, scope: the delegation }`;
const FIRST = "    paragraph: 1\n    says: { stated: 27 February 2025 }";

it.each<[what: string, from: string, to: string, mistake: string]>([
  ["a missing citation", "    paragraph: 1\n", "", "claims.0.paragraph: a claim cites its paragraph: write its number"],
  ["a citation that is words", "paragraph: 1", "paragraph: first", "claims.0.paragraph: a claim cites its paragraph"],
  ["paragraph 0", "paragraph: 1", "paragraph: 0", "claims.0.paragraph: paragraphs count from 1"],
  ["a paragraph too far", "paragraph: 1", "paragraph: 9", "claims.0.paragraph: the article has 8 paragraphs"],
  ["an unknown slot", "slot: date", "slot: day", "claims.0.slot: not a slot; the slots are date, venue, format"],
  ["an unknown round", "talks: istanbul-february", "talks: geneva", "claims.0.talks: no round has the id geneva"],
  [
    "an unknown field",
    "{ stated: 27 February 2025 }",
    "{ stated: x, day: y }",
    "says.day: date has no field day; it has stated",
  ],
  ["a field left out", "says: { stated: 27 February 2025 }", "says: {}", "claims.0.says: date needs stated"],
  [
    "a field of the wrong type",
    "{ stated: 27 February 2025 }",
    "{ stated: [1] }",
    "says.stated: write words or a number",
  ],
  ["nothing said", FIRST, "    paragraph: 1", "claims.0.says: write the slot's fields under says"],
  ["an empty field", "{ stated: 27 February 2025 }", '{ stated: "" }', "says.stated: That has no letter and no digit."],
  [
    "a side missing",
    LED,
    LED.replace("    side: us\n", "").replace(", scope: the delegation", ""),
    "claims.4: led needs a side: russia, us and both",
  ],
  ["a side where none is", "slot: date", "slot: date\n    side: us", "claims.0.side: date takes no side"],
  ["an unknown person", "person: Sonata Coulter", "person: Sonata Smith", "claims.4.says.person:"],
  [
    "an unknown place",
    "{ city: Istanbul }",
    "{ city: Ankara }",
    'says.city: "Ankara" is in no list of places in pack.yaml',
  ],
  ["a venue of nothing", "{ city: Istanbul }", "{}", "claims.1.says: give a place, a city, or both"],
  [
    "a key that reaches for the prototype",
    "{ stated: several hours }",
    '{ "__proto__": { a: 1 }, stated: x }',
    "__proto__",
  ],
  ["a made-up key", "slot: date", "slot: date\n    sure: yes", "claims.0.sure: there is no such field here"],
  ["an id in capitals", "id: feb-day-meduza", "id: Feb_Day", "claims.0.id: an id is lower-case letters"],
  [
    "an id of another file",
    "id: feb-day-meduza",
    "id: feb-day-tass",
    "the id feb-day-tass is taken in us-russia/articles/meduza.yaml",
  ],
  ["an id twice", "id: feb-city-meduza", "id: feb-day-meduza", "claims.1.id: the id feb-day-meduza is taken"],
  ["a javascript address", "address: https:", "address: javascript:", "address: write an http or https address"],
  [
    "an address with a password",
    "https://meduza.io",
    "https://a:b@meduza.io",
    "address: write an http or https address",
  ],
  ["a day that is none", "published: 2025-02-28", "published: yesterday", "published: write a day as YYYY-MM-DD"],
  ["a day there is not", "published: 2025-02-28", "published: 2025-02-30", "published: there is no such day"],
  ["a language that is none", "language: en", "language: English!", "language: write a language tag such as en"],
  ["another way of holding", "held: notes", "held: memory", "held: write text (the article was read whole) or notes"],
  ["claims that are words", "claims:\n", "claims: none\nrest:\n", "claims: write the list of claims"],
  [
    "an excerpt too long",
    "slot: date",
    `slot: date\n    excerpt: ${"x".repeat(301)}`,
    "claims.0.excerpt: an excerpt has at most 300",
  ],
  ["hearsay of no kind", "how: according to", "how: rumoured by", "claims.8.according.how:"],
])("refuses %s with file, line and field", (_, from, to, mistake) => {
  const found = mislineIn(dataWith({ [FILE]: swap(from, to) }));
  expect(found.join("\n")).toContain(mistake);
  for (const line of found) expect(line).toMatch(/^us-russia\/articles\/\w+\.yaml:\d+ [\w.]+: \S/u);
});

it("names the very line of the field", () => {
  const found = mislineIn(dataWith({ [FILE]: swap("stated: several hours", 'stated: " "') }));
  expect(found).toEqual([
    `${FILE}:${lineOf(FILE, "several hours")} claims.2.says.stated: That has no letter and no digit. Type at least one letter or digit.`,
  ]);
});
