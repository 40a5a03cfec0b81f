import { countryOf } from "#core/facts/country.ts";
import { fold } from "#core/text/text.ts";
import { sameThings } from "./asking-words.ts";
import type { Weighted } from "./best.ts";
import type { FactLayers } from "./desk-index.ts";
import { alike, alikeInNews } from "./english.ts";
import { numberOf, numberWords } from "./calendar-words.ts";
import { isFrame } from "./frame-words.ts";
import { countHaving } from "./held.ts";
import { termOf } from "./stem.ts";
import { turnTerm } from "./turns-of-speech.ts";

const LIKE = { news: 0.65, any: 0.5 } as const;
const DERIVED = 0.8;
const BESIDE_OWN = 0.5;
/** How surely a word stands for another one for the same thing. */
export const SAME = 0.9;
// Words that the desk's own sentences are made of: "took part", "as told by". They say nothing of what is like them.
const SENTENCE = new Set("told part took led said held according side talks round went".split(" ").map(termOf));

/** A word's own term, and those of like meaning that facts have. */
export function termsOf(word: string, layers: FactLayers): readonly Weighted[] {
  const own = termOf(word);
  const found = new Map([
    [own, 1],
    [turnTerm(word), SAME],
  ]);
  for (const other of [...sameThings(word), ...countryWords(word)])
    if (!found.has(termOf(other))) found.set(termOf(other), SAME);
  const number = numberOf(word);
  if (number !== undefined) for (const other of numberWords(number)) if (other !== own) found.set(other, SAME);
  // One country is not another one, whatever a lexicon holds of both: "Taiwan" is not "China".
  if (!isFrame(word) && countryOf(word) === undefined) {
    // Where facts have the very word, another one is less likely what is meant.
    const less = countHaving(own, layers) > 0 ? BESIDE_OWN : 1;
    const add = (others: readonly string[], weight: number): void => {
      for (const term of others.map(termOf))
        if (!found.has(term) && !SENTENCE.has(term)) found.set(term, isDerived(own, term) ? DERIVED : weight * less);
    };
    add(alikeInNews(word), LIKE.news);
    for (const other of alikeInNews(word))
      if (!found.has(turnTerm(other))) found.set(turnTerm(other), LIKE.news * less);
    add(alike(word), LIKE.any);
  }
  return [...found].map(([term, weight]) => ({ term, weight })).filter(({ term }) => countHaving(term, layers) > 0);
}

/** "agreement" of "agree": one says what the other does. */
function isDerived(own: string, other: string): boolean {
  const [short, long] = own.length < other.length ? [own, other] : [other, own];
  return short.length > 3 && long.startsWith(short);
}

/** The country of a capital that stands for it: "what did Washington allow". */
export function landTerms(word: string, layers: FactLayers): readonly Weighted[] {
  const country = countryOf(word);
  // "Washington D.C."
  if (country === undefined || !`${fold(country.capital)} `.startsWith(`${word} `) || fold(country.name) === word)
    return [];
  const own = [fold(country.name), fold(country.adjective), ...(country.name === "United States" ? ["usa"] : [])];
  return own
    .filter((w) => !w.includes(" "))
    .map((w) => ({ term: termOf(w), weight: SAME }))
    .filter(({ term }) => countHaving(term, layers) > 0);
}

/** "Oman" and "Omani": a country and its people; not its capital, which is a place too. */
function countryWords(word: string): readonly string[] {
  const country = countryOf(word);
  if (country === undefined) return [];
  const own = [fold(country.name), fold(country.adjective)];
  return own.includes(word) ? own.filter((w) => w !== word && !w.includes(" ")) : [];
}
