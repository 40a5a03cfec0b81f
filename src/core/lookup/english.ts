import { lazy } from "#core/text/lazy.ts";
import { BASE_FORMS } from "./base-forms.ts";
import english from "#core/lookup/words/english.json" with { type: "json" };

const known = lazy(() => new Set(english.known.split(" ")));
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

/** Words that a typed one is likely a slip of where nothing else is near. */
export const usualWords = lazy((): readonly string[] => [...likeMeanings().keys()]);

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

/** Whether a sentence may have the word whatever it is about: "take", "really". */
export function isCommon(word: string): boolean {
  return common().has(word) || forms(word).some((form) => form.length > 2 && common().has(form));
}

/** Words of like meaning, the likeliest sense first: WordNet's synonyms and derived words. */
export function alike(word: string): readonly string[] {
  return likeMeanings().get(word) ?? forms(word).flatMap((form) => likeMeanings().get(form) ?? []);
}

/** What a word may be a form of: `moves`, `moved` and `moving` of `move`, `gave` of `give`. */
function forms(word: string): readonly string[] {
  const base = BASE_FORMS.get(word);
  if (base !== undefined) return [base];
  const [, start = "", ending] = /^([a-z]{2,}?)(s|es|d|ed|ing|ies|ied)$/u.exec(word) ?? [];
  if (ending === undefined) return [];
  if (ending === "ies" || ending === "ied") return [`${start}y`];
  // "confiscatd" and "acess" are slips, and no endings.
  if (ending === "d" && !start.endsWith("e")) return [];
  if (ending === "s" && start.endsWith("s")) return [];
  const single = start.replace(/([bdgklmnprtvz])\1$/u, "$1");
  return [...new Set([start, `${start}e`, single])];
}
