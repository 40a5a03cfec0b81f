import { lazy } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import table from "./countries.json" with { type: "json" };

/** A country as people speak of it. */
export interface Country {
  readonly name: string;
  /** As sentences use it: `Iranian`. */
  readonly adjective: string;
  readonly capital: string;
  /** Other words for it: its name in Turkish and Russian, its adjective, its capital. */
  readonly spellings: readonly string[];
}

const bySpelling = lazy((): ReadonlyMap<string, Country | undefined> => {
  const countries: readonly Country[] = table.countries;
  const found = new Map<string, Country | undefined>();
  for (const country of countries) {
    // A word that two countries share, such as an adjective, says neither.
    for (const word of country.spellings.map(fold)) found.set(word, found.has(word) ? undefined : country);
  }
  for (const country of countries) found.set(fold(country.name), country);
  return found;
});

/**
 * The country that a word is a name of, in English, Turkish or Russian; its adjective and its capital are names of it
 * too.
 */
export function countryOf(word: string): Country | undefined {
  return bySpelling().get(fold(word.replace(/^the /iu, "")));
}
