import { forms, type Directory, type Named, type Names } from "#core/facts/names.ts";
import { lazy, memoised } from "#core/text/lazy.ts";
import { regionCodes, regionNames } from "#core/text/regions.ts";
import { fold } from "#core/text/text.ts";
import type { Tongue } from "./tongue.ts";

/** A name of the desk's that words of another language are, and how many words they are. */
export interface NameHeard {
  readonly meant: string;
  readonly size: number;
}

/** The party that words of Turkish or Russian name by its country: `эфиопскую`, `Mısırlı`. */
export function countryHeard(
  words: readonly string[],
  at: number,
  tongue: Tongue,
  names: Names,
): NameHeard | undefined {
  const found = countriesOf(names.parties).filter(
    ({ of, words: stems }) => of === tongue && isCountry(stems, words.slice(at), tongue),
  );
  const [longest] = found.toSorted((a, b) => b.words.length - a.words.length);
  return longest === undefined ? undefined : { meant: longest.text, size: longest.words.length };
}

interface Country {
  readonly of: Tongue;
  /** Its words as they begin, whatever they end with. */
  readonly words: readonly string[];
  /** How the desk calls it. */
  readonly text: string;
}

const LANGUAGES = ["en", "tr", "ru"] as const;

/** Each country's names, as the runtime's Unicode data lists them. */
const regions = lazy(() => {
  const languages = LANGUAGES.map((of) => regionNames(of));
  return regionCodes()
    .map((code) => languages.map((of) => fold(of.of(code) ?? "")))
    .filter(([name]) => name !== "");
});

const countriesOf = memoised((parties: Directory<Named>): readonly Country[] =>
  parties.all.flatMap((party) => {
    const own = new Set(forms(party));
    const names = regions().find((of) => of.some((name) => own.has(name)));
    if (names === undefined) return [];
    return LANGUAGES.flatMap((of, i): readonly Country[] => {
      const name = names[i] ?? "";
      if (of === "en" || name === "") return [];
      return stemsOf(name.split(" "), of).map((words) => ({ of, words, text: fold(party.name) }));
    });
  }),
);

function stemsOf(words: readonly string[], tongue: Tongue): readonly (readonly string[])[] {
  if (tongue === "tr") return [words];
  if (words.length > 1) return [words.map((w) => (w.length > 5 ? w.slice(0, -2) : w))];
  const [word = ""] = words;
  const short = word.replace(/[аеиоуыюя]+$/u, "");
  const stem = short.length > 3 ? short : word.replace(/[аеиыюяь]$/u, "");
  // A vowel of the last syllable falls out: Египет, Египта.
  return [[stem], ...(/[^аеиоуыюя]е[^аеиоуыюя]$/u.test(word) ? [[word.slice(0, -2) + word.slice(-1)]] : [])];
}

const ENDINGS: Readonly<Record<Tongue, RegExp>> = {
  en: /^$/u,
  tr: /^(?:l[iu](?:l[ae]r)?)?(?:n?[dt][ae]n?(?:ki)?|n?[iu]n|[yns]?[aeiu]|y?l[ae]|l[ae]r)?$/u,
  ru: /^(?:\p{L}{0,3}|\p{L}{0,2}(?:ск|цк|ец|ц|ян|ан|ин)\p{L}{0,4})$/u,
};

function isCountry(stems: readonly string[], words: readonly string[], tongue: Tongue): boolean {
  return stems.every((stem, i) => {
    const word = words[i] ?? "";
    const isLast = i === stems.length - 1;
    if (stem.length < 4 || (tongue === "tr" && !isLast)) return word === stem;
    return word.startsWith(stem) && ENDINGS[tongue].test(word.slice(stem.length));
  });
}
