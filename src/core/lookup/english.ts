import { lazy, remembered } from "#core/text/lazy.ts";
import { BASE_FORMS } from "./base-forms.ts";
import classes from "#core/lookup/words/closed.json" with { type: "json" };
import english from "#core/lookup/words/english.json" with { type: "json" };
import news from "#core/lookup/words/alike.json" with { type: "json" };
import rare from "#core/lookup/words/rare.json" with { type: "json" };

// The most spoken first.
const known = lazy(() => new Set(english.known.split(" ")));
const ranks = lazy(() => new Map([...known()].map((word, i) => [word, i])));
/** Words that any sentence may have, whatever it is about: they never say which fact is meant. */
export const commonWords = lazy((): readonly string[] => english.common.split(" "));
const common = lazy(() => new Set(commonWords()));
const likeMeanings = lazy(
  () =>
    new Map(
      english.alike.split(" ").map((pair) => {
        const [word = "", others = ""] = pair.split(":");
        return [word, others.split(",")] as const;
      }),
    ),
);

const names = lazy(() => new Set(english.names.split(" ")));

/** How many words are spoken more often than this one; undefined where it is none. */
export function rankOf(word: string): number | undefined {
  const all = [word, ...forms(word)].filter((form) => form === word || form.length > 2);
  return all.map((form) => ranks().get(form)).find((rank) => rank !== undefined);
}

/** Words that a typed one is likely a slip of where nothing else is near. */
export const usualWords = lazy((): readonly string[] => [...known()].filter((word) => !names().has(word)));

/**
 * Whether a word is the name of somebody or some place, as far as a list of English can say: also any word that is not
 * in it.
 */
export function mayBeName(word: string): boolean {
  return names().has(word) || !isEnglish(word);
}

/** Whether it is a word of English, folded. Such a word is never a slip of another. */
export function isEnglish(word: string): boolean {
  return known().has(word) || forms(word).some((form) => form.length > 2 && known().has(form));
}

const rarely = lazy(() => new Set(rare.words.split(" ")));

/** Whether it is a word of English that is seldom spoken and near one that questions are asked with: "staid". */
export function isRare(word: string): boolean {
  return rarely().has(word);
}

// However seldom a word of a closed class is spoken, it says nothing of what a question is about.
const closed = lazy(() => new Set(classes.words.split(" ")));

/** Whether a sentence may have the word whatever it is about: "take", "really". */
export function isCommon(word: string): boolean {
  if (closed().has(word) || common().has(word)) return true;
  // Only a verb has such endings: "herring" does not come from "her".
  const isDone = /(?:ing|ed)$/u.test(word);
  return forms(word).some((form) => form.length > 2 && common().has(form) && (!isDone || verbal().has(form)));
}

const verbal = lazy(() => new Set(english.verbal.split(" ")));

/** Whether a word is more often a verb, an adjective or an adverb than a noun or a name. */
export function isVerbal(word: string): boolean {
  return verbal().has(word) || forms(word).some((form) => form.length > 2 && verbal().has(form));
}

// But not "apply" and "rely".
const DONE = /^(?:apply|comply|fly|imply|multiply|rally|rely|reply|supply|family|assembly|ally|july|italy|sicily)$/u;

/** Whether a word says in what way: "legally". */
export function isManner(word: string): boolean {
  return word.length > 4 && word.endsWith("ly") && !DONE.test(word) && isEnglish(word) && !names().has(word);
}

const inNews = lazy(() => {
  const all = new Map<string, string[]>();
  for (const group of news.groups.map((g) => g.split(" ")))
    for (const word of group) all.set(word, [...(all.get(word) ?? []), ...group.filter((other) => other !== word)]);
  return all;
});

/** All that such news use in several words. */
export const newsWords = lazy((): readonly string[] => [...inNews().keys()].filter((word) => word.length > 4));

/** Words that news of talks use for one thing: "captive" and "prisoner". */
export function alikeInNews(word: string): readonly string[] {
  return listed(inNews(), word);
}

/** Words of like meaning, the likeliest sense first: WordNet's synonyms and derived words. */
export function alike(word: string): readonly string[] {
  return listed(likeMeanings(), word);
}

function listed(list: ReadonlyMap<string, readonly string[]>, word: string): readonly string[] {
  return list.get(word) ?? forms(word).flatMap((form) => list.get(form) ?? []);
}

/** What a word may be a form of: `moves`, `moved` and `moving` of `move`, `gave` of `give`. */
const forms = remembered(2000, (word: string): readonly string[] => {
  const base = BASE_FORMS.get(word);
  if (base !== undefined) return [base];
  const [, start = "", ending] = /^([a-z]{2,}?)(s|es|d|ed|ing|ies|ied)$/u.exec(word) ?? [];
  if (ending === undefined) return [];
  if (ending === "ies" || ending === "ied") return [`${start}y`];
  // "confiscatd" and "acess" are slips, and no endings.
  if (ending === "d" && !start.endsWith("e")) return [];
  if (ending === "s" && start.endsWith("s")) return [];
  // "doees" is a slip too.
  if (ending === "es" && !/(?:[sxzo]|[cs]h)$/u.test(start)) return [`${start}e`];
  // "actualls" has no ending that doubles a letter.
  const single = /^(?:ed|ing)$/u.test(ending) ? start.replace(/([bdgklmnprtvz])\1$/u, "$1") : start;
  return [...new Set([start, `${start}e`, single])];
});
