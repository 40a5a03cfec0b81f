import { fold } from "#core/text/text.ts";
import { countryOf } from "#core/facts/country.ts";

// "United Nations", "World Trade Organization", "Bank of England".
const NAME = /\p{Lu}[\p{L}’'-]+(?:\s+(?:(?:of|for|and|the|on)\s+)*\p{Lu}[\p{L}’'-]+)+/gu;
const LONGEST = 6;

/** Other words for what a text names: the initials of a name of several words (`un`), `usa` for the United States. */
export function alsoSaid(text: string): readonly string[] {
  const names = [...text.matchAll(NAME)].map(([name]) => name.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word)));
  const initials = names
    .filter((words) => words.length <= LONGEST)
    .map((words) => fold(words.map((word) => word[0] ?? "").join("")));
  const words = fold(text).split(" ");
  const isAmerican = words.some(
    (word, i) => countryOf(word)?.name === AMERICA || (word === "united" && words[i + 1] === "states"),
  );
  return [...new Set([...initials, ...(isAmerican ? ["usa"] : [])])];
}

const AMERICA = "United States";
