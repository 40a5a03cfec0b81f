import type { Fact } from "#core/facts/fact.ts";
import { says } from "./says.ts";

const PAPER =
  /^(?:documents?|papers?|texts?|agreements?|accords?|deals?|pacts?|treat(?:y|ies)|memorandums?|memoranda|memo|declarations?|protocols?|charters?|resolutions?|conventions?|communiques?|statements?|roadmaps?)$/u;
// Any of these words may be used of any paper; what a treaty is called, a memorandum is not.
const ANY_PAPER = /^(?:documents?|papers?|texts?|agreements?|accords?|deals?|pacts?)$/u;

/** Whether a word is a paper that is signed or adopted. */
export function isPaper(word: string): boolean {
  return PAPER.test(word);
}

/** Whether a fact has what a word is the sort of: a treaty, where a document is asked about. */
export function hasOfSort(word: string, fact: Fact): boolean {
  return ANY_PAPER.test(word) && says(fact, isPaper);
}
