import { expect, it } from "vitest";
import { propose } from "#core/propose/propose.ts";
import { shipped } from "#test/desk.ts";

const told = (sentence: string): readonly string[] =>
  propose(["The delegations of Chile and Norway held talks in Lisbon.", sentence], shipped)
    .filter((p) => p.paragraph === 2)
    .map((p) => p.slot);

it.each([
  "The talks, which were to take place in Geneva on Monday, were cancelled.",
  "Plans for the two sides to meet in Cairo on Sunday were shelved.",
  "A meeting in Bern on Monday fell through.",
  "Talks were to open in Bern on Monday under the chairmanship of Ana Rojas.",
  "The Chilean delegation, to be led by Ana Rojas, leaves on Monday.",
  "The delegation leader, Ana Rojas, was absent.",
  "It took a storm to keep the sides from meeting in Bern on Monday.",
  "The talks were meant to last nine hours.",
])("proposes nothing of what was planned and did not happen: %s", (sentence) => {
  expect(told(sentence)).toEqual([]);
});

it.each([
  "They had met on June 6 and had agreed to disengage at multiple locations.",
  "India will ask China to honour the commitment given during June 6 talks to disengage completely.",
  "The ministers last met in Rome in 2019, when they signed a protocol on fishing.",
  "In March, the sides met in Oslo and agreed to exchange prisoners.",
  "Unlike in May, when the sides met in Bern for nine hours, there was no handshake.",
  "The deal of 2015, under which both sides agreed to cut quotas, has lapsed.",
  "The 2019 talks in Bern were attended by Minister Ana Rojas and Judge Bo Lin.",
])("proposes nothing of an earlier round: %s", (sentence) => {
  expect(told(sentence)).toEqual([]);
});

it.each([
  "The sides all but agreed to open a consulate.",
  "The sides almost agreed to open a consulate.",
  "Both sides are believed to have agreed to a swap of prisoners.",
  "The sides pretended to have agreed to a truce.",
  "The parties were reported to have agreed to a truce, but denied it.",
  "The sides agreed to neither a truce nor a swap.",
  "The parties agreed to disagree.",
  "Until the sides agree to a truce, nobody will come.",
])("proposes no result that is none: %s", (sentence) => {
  expect(told(sentence)).toEqual([]);
});

it.each([
  ["The ministers said that the sides had agreed to open a consulate.", "outcome"],
  ["By dusk they had agreed to open a consulate.", "outcome"],
  ["The meeting in Oslo on Monday ended without a deal, and a dinner was cancelled.", "venue"],
  ["Minister Ana Rojas was to speak, and Judge Bo Lin attended the talks.", "attended"],
])("still proposes what happened beside it: %s", (sentence, slot) => {
  expect(told(sentence)).toContain(slot);
});
