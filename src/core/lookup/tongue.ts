import { lazy } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import { isSlip } from "#core/text/slip.ts";
import { isEnglish } from "./english.ts";
import russian from "#core/lookup/words/russian.json" with { type: "json" };
import turkish from "#core/lookup/words/turkish.json" with { type: "json" };

/** A word of a question as it is read: in English, corrected, and where it stood among the words that were typed. */
export interface Token {
  readonly text: string;
  readonly typed: string;
  readonly at: number;
}

/** What words of another language mean: whole words and phrases, and beginnings of words whose endings change. */
class WordList {
  readonly #whole = new Map<string, string>();
  // By their first letter, the longest first.
  readonly #begun: ReadonlyMap<string, readonly (readonly [string, string])[]>;

  readonly #words: readonly string[];

  constructor(list: Readonly<Record<string, string>>) {
    this.#words = [...new Set(Object.keys(list).flatMap((words) => fold(words.replace(/-$/u, "")).split(" ")))];
    const begun: (readonly [string, string])[] = [];
    for (const [words, meant] of Object.entries(list)) {
      const folded = fold(words);
      if (words.endsWith("-") || folded.includes(" ")) begun.push([folded, meant]);
      if (!words.endsWith("-")) this.#whole.set(folded, meant);
    }
    begun.sort((a, b) => b[0].length - a[0].length);
    this.#begun = Map.groupBy(begun, ([words]) => words[0] ?? "");
  }

  /** The meaning of the words that begin here, and how many they are. */
  read(words: readonly string[], from: number): { readonly meant: string; readonly size: number } | undefined {
    const begun = this.#begun.get(words[from]?.[0] ?? "") ?? [];
    for (const size of [3, 2]) {
      const said = words.slice(from, from + size);
      if (said.length < size) continue;
      const joined = said.join(" ");
      const phrase =
        this.#whole.get(joined) ?? begun.find(([b]) => b.split(" ").length === size && joined.startsWith(b))?.[1];
      if (phrase !== undefined) return { meant: phrase, size };
    }
    const word = words[from] ?? "";
    const meant = this.#whole.get(word) ?? begun.find(([b]) => !b.includes(" ") && word.startsWith(b))?.[1];
    return meant === undefined ? undefined : { meant, size: 1 };
  }

  /** The word of the list's phrases that a typed one is a slip of; itself where there is none. */
  spelt(word: string): string {
    if (word.length < 4) return word;
    return this.#words.find((known) => known.length > 3 && isSlip(word, known)) ?? word;
  }

  /** The same for a word with a slip in it. */
  readSlip(word: string): string | undefined {
    if (word.length < 5) return undefined;
    for (const [known, meant] of this.#whole)
      if (known.length > 4 && !known.includes(" ") && isSlip(word, known)) return meant;
    return [...this.#begun.values()]
      .flat()
      .find(([b]) => b.length > 3 && !b.includes(" ") && isSlip(word.slice(0, b.length), b))?.[1];
  }
}

const lists = { tr: lazy(() => new WordList(turkish)), ru: lazy(() => new WordList(russian)) } as const;

export type Tongue = "en" | "tr" | "ru";

/** The language of a question: Russian by its letters, Turkish where more words are Turkish than English. */
export function tongueOf(words: readonly string[]): Tongue {
  if (words.some((w) => /\p{Script=Cyrillic}/u.test(w))) return "ru";
  const [turkish, english] = [
    words.filter((w, i) => lists.tr().read(words, i) !== undefined && !isEnglish(w)),
    words.filter(isEnglish),
  ];
  return turkish.length > 0 && turkish.length * 2 > english.length ? "tr" : "en";
}

/**
 * The words of a question in English. What no list has stays as it is: it may be a name. What is one in another case is
 * no slip of a word.
 */
export function inEnglish(
  words: readonly string[],
  tongue: Tongue,
  isName: (word: string) => boolean,
  isInCase: (word: string) => boolean,
): readonly Token[] {
  if (tongue === "en") return words.map((typed, at) => ({ text: typed, typed, at }));
  const list = lists[tongue]();
  const tokens: Token[] = [];
  const spelt = words.map((word, at) =>
    isName(word) || list.read(words, at) !== undefined || isInCase(word) ? word : list.spelt(word),
  );
  for (let at = 0; at < words.length; at += 1) {
    const typed = words[at] ?? "";
    const found = isName(typed) ? undefined : list.read(spelt, at);
    const meant = found?.meant ?? (isName(typed) || isInCase(typed) ? undefined : list.readSlip(typed)) ?? typed;
    for (const text of meant.split(" ")) if (text !== "") tokens.push({ text, typed, at });
    at += (found?.size ?? 1) - 1;
  }
  return tokens;
}
