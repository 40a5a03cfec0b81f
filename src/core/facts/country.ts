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

const bySpelling = new Map<string, Country | undefined>();
for (const country of table.countries as readonly Country[]) {
  // A word that two countries share, such as an adjective, says neither.
  for (const word of country.spellings) bySpelling.set(fold(word), bySpelling.has(fold(word)) ? undefined : country);
}
for (const country of table.countries as readonly Country[]) bySpelling.set(fold(country.name), country);

/**
 * The country that a word is a name of, in English, Turkish or Russian; its adjective and its capital are names of it
 * too.
 */
export function countryOf(word: string): Country | undefined {
  return bySpelling.get(fold(word.replace(/^the /iu, "")));
}
