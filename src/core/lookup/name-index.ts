import { forms, NAME_KINDS, type Directory, type Named, type Names } from "#core/facts/names.ts";
import { fold } from "#core/text/text.ts";
import { wordsIn } from "./words-in.ts";
import { isFrame } from "./frame-words.ts";
import { placesOf } from "./places-of.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { Vocabulary } from "./vocabulary.ts";

const WORDS_MAX = 6;

export interface NameFound {
  readonly of: keyof Names;
  readonly id: string;
  /** Where its words stand among the question's. */
  readonly from: number;
  readonly size: number;
}

type Entry = { readonly id: string; readonly words: readonly string[] };

interface Index {
  readonly byFirst: ReadonlyMap<string, readonly Entry[]>;
  readonly words: Vocabulary;
  /** Words without the vowel or sign that they end with, which Russian cases change. */
  readonly stems: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<Directory<Named>, Index>();

// Of a name's own words, these are in many names.
const FRAME = new Set("the a an of in at on de al side house".split(" "));

function indexOf(directory: Directory<Named>): Index {
  const known = indexes.get(directory);
  if (known !== undefined) return known;
  const byFirst = new Map<string, Entry[]>();
  const words = new Vocabulary();
  const stems = new Map<string, string>();
  for (const item of directory.all) {
    for (const form of [...forms(item), ...("adjective" in item ? [fold(String(item.adjective))] : [])]) {
      const parts = wordsIn(form).slice(0, WORDS_MAX);
      const [first] = parts;
      if (first === undefined) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { id: item.id, words: parts }]);
      for (const part of parts) {
        if (FRAME.has(part)) continue;
        words.add(part);
        if (/\p{Script=Cyrillic}/u.test(part)) stems.set(part.replace(/[аеиоуыюяьй]$/u, ""), part);
      }
    }
  }
  const made = { byFirst, words, stems };
  indexes.set(directory, made);
  return made;
}

/** The names that a question's words are, longer ones first; of equal words, all that they name. */
export function namesIn(words: readonly string[], names: Names, taken: ReadonlySet<number>): readonly NameFound[] {
  const all = NAME_KINDS.filter((of) => of !== "talks").flatMap((of) =>
    words.flatMap((word, from) =>
      (indexOf(names[of]).byFirst.get(word) ?? [])
        .filter((entry) => entry.words.every((w, i) => words[from + i] === w && !taken.has(from + i)))
        .map((entry): NameFound => ({ of, id: entry.id, from, size: entry.words.length })),
    ),
  );
  const used = new Map<number, number>();
  return all
    .toSorted((a, b) => b.size - a.size)
    .filter(({ from, size }) => {
      const places = Array.from({ length: size }, (_, i) => from + i);
      if (places.some((at) => (used.get(at) ?? size) !== size)) return false;
      for (const at of places) used.set(at, size);
      return true;
    });
}

/** The places of longer names of which a word is taken: "addis" of "addis ababa" names the round that was there. */
export function longerNames(words: readonly string[], taken: ReadonlySet<number>, names: Names): ReadonlySet<number> {
  const found = namesIn(words, names, new Set()).filter((n) => n.of === "places" && n.size > 1);
  return placesOf(found.filter((n) => !placesOf([n]).isDisjointFrom(taken)));
}

const TALKS = /^(?:talks?|negotiations?|meetings?|process)$/u;
const ROUND = /^(?:rounds?|cycles?|sessions?)$/u;
const TALKED = /^(?:talk(?:s|ed|ing)?|negotiat(?:e|ed|ing|ions?)|meet(?:ings?)?|met|rounds?|sessions?)$/u;

/** Whether a word says which talks: "the grain talks", "the last grain round", "the talks on the grain". */
function saysWhich(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? "";
  if (TALKS.test(next) || ROUND.test(next)) return true;
  const before = words[at - 1] === "the" ? at - 2 : at - 1;
  return /^(?:on|about|over)$/u.test(words[before] ?? "") && TALKED.test(words[before - 1] ?? "");
}

/** Negotiations that a word of theirs alone calls: "the grain talks" of Black Sea grain talks, if no other has it. */
export function negotiationsIn(
  words: readonly string[],
  names: Names,
  found: readonly NameFound[],
): readonly NameFound[] {
  if (names.negotiations.all.length < 2) return [];
  return words.flatMap((word, from): readonly NameFound[] => {
    if (STOP_WORDS.has(word) || word.length < 3) return [];
    if (!saysWhich(words, from) || TALKS.test(word) || /\d/u.test(word) || isFrame(word)) return [];
    if (found.some((n) => n.from <= from && from < n.from + n.size)) return [];
    if (isNameWord(word, names, ["talks", "parties", "people", "places"])) return [];
    const [only, ...others] = names.negotiations.all.filter((n) =>
      [n.name, ...n.aliases].some((spelling) => wordsIn(spelling).includes(word)),
    );
    return only === undefined || others.length > 0 ? [] : [{ of: "negotiations", id: only.id, from, size: 1 }];
  });
}

/** Whether a word is in a name, of these kinds. */
export function isNameWord(word: string, names: Names, kinds: readonly (keyof Names)[] = NAME_KINDS): boolean {
  return kinds.some((of) => indexOf(names[of]).words.count(word) > 0);
}

/** Whether a word alone is a name. */
export function isWholeName(word: string, names: Names): boolean {
  return NAME_KINDS.some((of) =>
    indexOf(names[of])
      .byFirst.get(word)
      ?.some((entry) => entry.words.length === 1),
  );
}

/** The name's word that this one is in another case of: `romada` of Roma, `Риме` of Рим. */
export function nameInCase(word: string, names: Names): string | undefined {
  for (let size = word.length - 1; size >= Math.max(3, word.length - 6); size -= 1) {
    const [start, rest] = [word.slice(0, size), word.slice(size)];
    for (const of of NAME_KINDS) {
      const { words, stems } = indexOf(names[of]);
      if (/^[a-z]+$/u.test(start) && TURKISH_CASE.test(rest) && words.count(start) > 0) return start;
      if (rest.length <= 3 && stems.has(start)) return stems.get(start);
    }
  }
  return undefined;
}

const TURKISH_CASE = /^(?:n?[dt][ae]n?(?:ki)?|n?[iu]n|[yn]?[aeiu]|l[ae]r(?:[ae]|i|in)?|l[ae]|ki)$/u;

/** Words of names that are near a typed one. */
export function nameWordsNear(word: string, names: Names, each: (near: string) => void): void {
  for (const of of NAME_KINDS) indexOf(names[of]).words.near(word, each);
}
