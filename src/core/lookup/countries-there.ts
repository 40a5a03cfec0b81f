import type { Fact } from "#core/facts/fact.ts";
import { countryOf } from "#core/facts/country.ts";
import type { Question } from "./question.ts";
import { says, valuesIn } from "./says.ts";

const COUNTRIES = /^(?:countr(?:y|ies)|nations?|states|powers|governments)$/u;
const OTHER = /^(?:foreign|other|outside|third)$/u;
const THERE =
  /^(?:there|present|room|table|attend(?:ed|ing)?|part|represented|people|envoys?|witness(?:ed|es)?|observ(?:e|ed|ers?)|guests?|sat|sent|ceremony|signing|joined|took)$/u;

/** Whether it is asked which countries were there. */
export function asksWhichCountries({ tokens }: Question): boolean {
  const at = tokens.findIndex((t) => t.text === "which" || t.text === "what");
  const of = OTHER.test(tokens[at + 1]?.text ?? "") ? at + 2 : at + 1;
  return at >= 0 && COUNTRIES.test(tokens[of]?.text ?? "") && tokens.slice(of + 1).some((t) => THERE.test(t.text));
}

/** Words by which that is asked, and no fact need say. */
export function isOfPresence(word: string): boolean {
  return COUNTRIES.test(word) || OTHER.test(word) || THERE.test(word);
}

/** Whether a fact says that two countries or more were there. */
export function countriesThere(fact: Fact): boolean {
  return namesCountries(fact) && says(fact, (w) => THERE.test(w));
}

/** Whether it names two countries or more, as far as the list of countries knows them. */
export function namesCountries(fact: Fact): boolean {
  const all = valuesIn(fact).flat();
  return new Set(all.flatMap((word) => countryOf(word)?.name ?? [])).size > 1;
}
