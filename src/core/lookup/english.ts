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

// The closed classes of English (R. Quirk and others, A Comprehensive Grammar of the English Language, 1985): however
// seldom one of them is spoken, it says nothing of what a question is about.
const CLOSED = new Set(
  (
    "aboard across against along alongside amid among amongst around behind below beneath beside besides between beyond concerning considering " +
    "despite during except excluding following given including inside near onto opposite outside past per regarding round since " +
    "throughout till towards toward under underneath unlike until upon versus via whereas whereby wherein whether within without " +
    "already again almost also altogether always apparently apart barely basically certainly clearly currently definitely directly entirely especially eventually " +
    "exactly finally formally fully generally hardly immediately initially instead jointly lately later likely literally mainly maybe merely mostly namely nearly " +
    "nonetheless nowhere occasionally officially once originally otherwise partly perhaps personally possibly precisely presumably previously primarily probably properly " +
    "quickly quite rather reportedly respectively roughly separately shortly simply slightly somehow soon specifically supposedly supposed together totally truly " +
    "twice ultimately usually whole facing straight"
  ).split(" "),
);

/** Whether a sentence may have the word whatever it is about: "take", "really". */
export function isCommon(word: string): boolean {
  return CLOSED.has(word) || common().has(word) || forms(word).some((form) => form.length > 2 && common().has(form));
}

const verbal = lazy(() => new Set(english.verbal.split(" ")));

/** Whether a word is more often a verb, an adjective or an adverb than a noun or a name. */
export function isVerbal(word: string): boolean {
  return verbal().has(word) || forms(word).some((form) => form.length > 2 && verbal().has(form));
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
