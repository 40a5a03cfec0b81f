import { lazy } from "#core/text/lazy.ts";
import { cueWords } from "./asked-slots.ts";
import { termOf } from "./stem.ts";

// Of the words that ask for a kind, those that stand for something: a fact is about them, or it is not what was asked
// for.
const THINGS = new Set(
  (
    "expert experts prisoner prisoners exchange swap hotel embassy residence memorandum document roadmap consulate consulates deputy " +
    "convoy motorcade car plane breakthrough guarantee guarantees concession concessions proposal proposals property properties estate " +
    "compound dacha dachas houses buildings treaty deputies"
  ).split(" "),
);
const asking = lazy(() => new Set(cueWords().filter((word) => !THINGS.has(word))));

/** Whether a word stands for something that a fact can be about, although it also asks for a kind of fact. */
export function isThing(word: string): boolean {
  return THINGS.has(word);
}

const thingTerms = lazy(() => new Set([...THINGS, "trade"].map(termOf)));

/** The same of a term. */
export function isThingTerm(term: string): boolean {
  return thingTerms().has(term);
}

/** Whether a word only asks: "describe", "lasted". */
export function isAsking(word: string): boolean {
  return asking().has(word);
}
