import { lazy } from "#core/text/lazy.ts";
import { cueWords } from "./asked-slots.ts";

// Of the words that ask for a kind, those that stand for something: a fact is about them, or it is not what was asked
// for.
const THINGS = new Set(
  (
    "expert experts prisoner prisoners exchange swap hotel embassy residence memorandum document roadmap consulate consulates deputy " +
    "convoy motorcade car plane breakthrough guarantee guarantees concession concessions proposal proposals property properties estate " +
    "prime compound dacha dachas houses buildings treaty deputies sign signed gift gifts"
  ).split(" "),
);
const asking = lazy(() => new Set(cueWords().filter((word) => !THINGS.has(word))));

/** Whether a word stands for something that a fact can be about, although it also asks for a kind of fact. */
export function isThing(word: string): boolean {
  return THINGS.has(word) || THINGS.has(word.replace(/s$/u, ""));
}

// A treaty is not an agreement of another sort, but a swap is an exchange. "How high" asks for a height.
const SAME: ReadonlyMap<string, readonly string[]> = new Map([
  ["swap", ["exchange"]],
  ["exchange", ["swap"]],
  ["trade", ["exchange", "swap"]],
  ["prisoner", ["detainee", "captive", "pow"]],
  ["detainee", ["prisoner", "captive"]],
  ["captive", ["prisoner", "detainee"]],
  ["plane", ["aircraft"]],
  ["car", ["vehicle"]],
  ["treaty", ["pact"]],
  ["motorcade", ["convoy"]],
  ["convoy", ["motorcade"]],
  ["high", ["height"]],
  ["deep", ["depth"]],
  ["wide", ["width"]],
  ["heavy", ["weight"]],
  ["old", ["age"]],
  ["fast", ["speed"]],
  ["far", ["distance"]],
  ["big", ["size"]],
  ["large", ["size"]],
]);

/** Other words for the same thing. */
export function sameThings(word: string): readonly string[] {
  return SAME.get(word.replace(/s$/u, "")) ?? [];
}

/** Whether a word only asks: "describe", "lasted". */
export function isAsking(word: string): boolean {
  return asking().has(word);
}
