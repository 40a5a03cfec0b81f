import { expect, it } from "vitest";
import type { Talks } from "#core/facts/names.ts";
import { talksAsked } from "#core/lookup/which-talks.ts";
import type { TalksKnown } from "#core/lookup/talks-asked.ts";

const PLACES = ["aber", "corfa", "aber", "corfa", "aber"];
const known = PLACES.map((place, i): TalksKnown => {
  const talks: Talks = {
    id: `r${i + 1}`,
    name: `Round ${i + 1}`,
    aliases: [],
    negotiation: "lake",
    order: i + 1,
    parties: [],
  };
  const none: ReadonlySet<string> = new Set();
  return {
    talks,
    number: i + 1,
    of: PLACES.length,
    days: [],
    people: none,
    posts: [],
    made: new Set(),
    places: new Set([place]),
    called: none,
    lands: none,
  };
});

it.each([
  ["who came to the second round in corfa", ["r2"]],
  ["who came to the first meeting in corfa", ["r2"]],
  ["how long was the second meeting in aber", ["r3"]],
  ["what happened at the last round in corfa", ["r4"]],
  // The round of that number was there.
  ["when was the third round in aber", ["r3"]],
  // Fewer were there.
  ["when was the fourth round in aber", ["r4"]],
])("%s: of all rounds, or of those in that place", (question, ids) => {
  expect([...(talksAsked(question.split(" "), known).ids ?? [])]).toEqual(ids);
});
