import { forms, type Directory, type Named, type Names } from "#core/facts/names.ts";
import { memoised } from "#core/text/lazy.ts";
import { distance } from "#core/text/slip.ts";
import { soundOf } from "#core/values/transliteration.ts";
import type { FactLayers } from "./desk-index.ts";
import { isEnglish, mayBeName } from "./english.ts";
import { countWord } from "./held.ts";
import { nameInCase } from "./name-index.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Tongue } from "./tongue.ts";
import { wordsIn } from "./words-in.ts";

interface Sounding {
  readonly word: string;
  readonly sound: string;
}

const soundingOf = memoised((directory: Directory<Named>): ReadonlyMap<string, readonly Sounding[]> => {
  const words = new Set(directory.all.flatMap((item) => forms(item).flatMap(wordsIn)));
  const all = [...words].flatMap((word): readonly Sounding[] => {
    const may = word.length > 2 && !STOP_WORDS.has(word) && (CYRILLIC.test(word) || /^[a-z]+$/u.test(word));
    const sound = may && mayBeName(word) ? soundOf(word) : undefined;
    return sound === undefined ? [] : [{ word, sound }];
  });
  return Map.groupBy(all, ({ sound }) => sound[0] ?? "");
});

const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
const CASE = /(?:ами|ого|ому|ыми|ой|ою|ом|ем|ым|ами|ах|ов|[аеиоуыюя])$/u;
// The same by their sound, of Russian in Latin letters.
const CASE_IN_LATIN = /(?:ami|ogo|omu|oi|om|em|im|ah|ov|[aeiou])$/u;
// Cases change it, and English writes one that is not heard.
const VOWEL_LAST = /(?<=.{2})[aeiou]$/u;
const HEARD = ["people", "places", "parties"] as const;
// A shorter word in Latin letters may be one of another language.
const LATIN_LEAST = 5;

/** The word of a name that one of another language is: in a case of its own, or in other letters. */
export function nameInOther(word: string, names: Names, tongue: Tongue): string | undefined {
  return nameInCase(word, names) ?? nameBySound(word, names, tongue);
}

/** The word of a name that one of another language sounds like, in whatever case it stands: `Женевой`, `stambule`. */
function nameBySound(word: string, names: Names, tongue: Tongue): string | undefined {
  const isLatin = tongue === "ru" && word.length >= LATIN_LEAST && /^[a-z]+$/u.test(word) && !isEnglish(word);
  if (word.length < 3 || !(isLatin || CYRILLIC.test(word))) return undefined;
  const typed = [...new Set([word, word.replace(isLatin ? CASE_IN_LATIN : CASE, "")])].flatMap((w) =>
    w.length < 3 ? [] : (soundOf(w) ?? []),
  );
  let best: { readonly word: string; readonly off: number } | undefined;
  for (const of of HEARD)
    for (const sound of typed)
      for (const known of soundingOf(names[of]).get(sound[0] ?? "") ?? []) {
        const off =
          unlike(sound, known.sound) ?? unlike(sound.replace(VOWEL_LAST, ""), known.sound.replace(VOWEL_LAST, ""));
        if (off !== undefined && (best === undefined || off < best.off)) best = { word: known.word, off };
      }
  return best?.word;
}

/** How much two sounds differ in their vowels; undefined where it is more. */
function unlike(a: string, b: string): number | undefined {
  if (a === b) return 0;
  const most = Math.min(a.length, b.length) < 4 ? 0 : Math.min(a.length, b.length) < 6 ? 1 : 2;
  const consonants = (s: string): string => s.replace(/[aeiouy]/gu, "").replace(/f$/u, "v");
  if (most === 0 || consonants(a) !== consonants(b)) return undefined;
  const off = distance(a, b, most);
  return off <= most ? off : undefined;
}

// How names are written in Latin letters: the usual way of each letter, and those of other languages.
const WRITTEN: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v|w",
  г: "g|h",
  д: "d",
  е: "e|ye|ie",
  ж: "zh|j|g",
  з: "z|s",
  и: "i|y",
  к: "k|c|ck",
  л: "l|ll",
  м: "m",
  н: "n|nn",
  о: "o",
  п: "p",
  р: "r|rr",
  с: "s|c|ss",
  т: "t|tt|th",
  у: "u|w|ou",
  ф: "f|ff|ph",
  х: "kh|h|ch",
  ц: "ts|z|tz|c",
  ч: "ch|c",
  ш: "sh|sch",
  щ: "shch",
  ъ: "",
  ы: "y|i",
  ь: "",
  э: "e",
  ю: "yu|u|iu",
  я: "ya|ia",
};
// Of a long word only the usual ways of its last letters are tried.
const WAYS_MOST = 400;

/**
 * The word of the facts that a Cyrillic one may be, in whatever case it stands: somebody whom a fact names and no
 * directory does, `Мерца`. Words of English are not names.
 */
export function heldBySound(word: string, layers: FactLayers): string | undefined {
  if (word.length < 4 || !CYRILLIC.test(word)) return undefined;
  for (const stem of new Set([word, word.replace(CASE, "")])) {
    if (stem.length < 4) continue;
    let ways: readonly string[] = [""];
    for (const letter of stem) {
      const of = (WRITTEN[letter] ?? letter).split("|");
      ways = ways.flatMap((way) => (ways.length * of.length > WAYS_MOST ? of.slice(0, 1) : of).map((w) => way + w));
    }
    const found = ways.find((way) => countWord(way, layers) > 0 && mayBeName(way));
    if (found !== undefined) return found;
  }
  return undefined;
}
