import { lazy } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import { soundOf } from "#core/values/transliteration.ts";
import { monthOf, ordinalOf } from "./calendar-words.ts";
import { isCommon, isEnglish } from "./english.ts";
import { asWritten } from "./spoken.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Token } from "./token.ts";
import { SHORTENED, USUAL } from "./usual-slips.ts";
import { WordList } from "./word-list.ts";
import { BEFORE, isAfter, placeBefore, questionFirst } from "./word-order.ts";
import russian from "#core/lookup/words/russian.json" with { type: "json" };
import turkish from "#core/lookup/words/turkish.json" with { type: "json" };

const lists = {
  tr: lazy(() => new WordList(turkish)),
  ru: lazy(() => new WordList(russian)),
  // Russian in Latin letters, by its sound.
  latin: lazy(() => new WordList(longer(russian), inSounds)),
} as const;

const CYRILLIC = /\p{Script=Cyrillic}/u;

function inSounds(words: string): string {
  return fold(words)
    .split(" ")
    .map((word) => soundOf(word) ?? word)
    .join(" ");
}

/** Without words of one letter or two: in Latin letters they are words of other languages too. */
function longer(list: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(list).filter(([words]) => words.length > 2));
}

export type Tongue = "en" | "tr" | "ru";

/** The language of a question: Russian by its letters or its sound, Turkish where most words are Turkish. */
export function tongueOf(words: readonly string[]): Tongue {
  if (words.some((w) => CYRILLIC.test(w))) return "ru";
  // "Ida Ray kim": who that is. English has Kim as a name.
  if (words.length > 1 && words.at(-1) === "kim" && !words.slice(0, -1).some((w) => STOP_WORDS.has(w) || isCommon(w)))
    return "tr";
  const english = words.filter(isEnglish).length;
  const sounds = words.map(inSounds);
  const [turkish, russian] = [
    countIn(words, (i) => lists.tr().isSure(words, i, TURKISH_ENDING)),
    countIn(words, (i) => lists.latin().isSure(sounds, i)),
  ];
  // One word may be a name that sounds like one of the list.
  // Many words of Russian are those of English: one that only English has tells, however badly the others are typed.
  const isPlain = words.some((w) => ENGLISH.test(w));
  if (!isPlain && russian.own > 1 && russian.own > turkish.own && russian.sure > english) return "ru";
  return turkish.own > 0 && turkish.sure > english ? "tr" : "en";
}

const ENGLISH = /^(?:the|of|was|were|did|does|what|who|how|when|where|which|are|with|about|and|for|from)$/u;

const TURKISH_ENDING =
  /^(?:[dt][iu]|l[ae]r|[iu]n|[iu]l|y?[ae]c[ae]k|[iu]?yor|m[iu]s|m[ae]|s[iu]|[iu]?[rz]|y?[aeiu]|[dt][ae]n?|k[iu]?|[iu]?[mp]|[ae]n)*$/u;

/** How many words a list has: `own` that English does not, and how `sure` it is of them. */
function countIn(
  words: readonly string[],
  isIn: (i: number) => boolean,
): { readonly own: number; readonly sure: number } {
  const found = words.filter((_, i) => isIn(i));
  const own = found.filter((word) => !isEnglish(word) && !USUAL.has(word) && !SHORTENED.has(word)).length;
  return { own, sure: own * 2 + found.length - own };
}

const PARTICLE =
  /^(?:ли|ль|li|m[iu](?:yd[iu]l?[ae]?r?|ym[iu]s|d[iu]r|s[iu]n|s[iu]n[iu]z)?)$|(?:[dt][iu]|d[iu]l[ae]r|m[iu]s|yor|var|yok|c[ae]k)m[iu]$/u;
const ASKS = /^(?:who|whom|whose|what|where|when|why|how|which|tell|show|list|give|compare|summary|or)$/u;

/**
 * Whether a question of Turkish or Russian is answered by yes or no: by its particle, or as it has a mark and none of
 * the words that ask for something.
 */
export function isClosedIn(asked: string, words: readonly string[], tokens: readonly Token[]): boolean {
  if (tokens.some((t) => ASKS.test(t.text))) return false;
  return words.some((word) => PARTICLE.test(word)) || (words.length > 2 && /\?\s*$/u.test(asked));
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
  heard: (at: number) => { readonly meant: string; readonly size: number } | undefined = () => undefined,
): readonly Token[] {
  if (tongue === "en") return words.map((typed, at) => ({ text: typed, typed, at }));
  const isLatin = tongue === "ru" && !words.some((w) => CYRILLIC.test(w));
  const list = lists[isLatin ? "latin" : tongue]();
  const heardAs = isLatin ? words.map(inSounds) : words.map((word) => asWritten(word, tongue));
  const tokens: Token[] = [];
  const spelt = heardAs.map((word, at) =>
    isName(words[at] ?? "") || list.read(heardAs, at) !== undefined || isInCase(word) ? word : list.spelt(word),
  );
  for (let at = 0; at < words.length; at += 1) {
    const typed = words[at] ?? "";
    const isPost = tongue === "tr" && isAfter(words, at);
    const read = heard(at) ?? (isPost && typed === "once" ? BEFORE : (dayOf(words, at) ?? list.read(spelt, at)));
    // What is a name here and in English has more names in English: "Mısır", and the Egyptian port.
    // "kabul etti" accepted, and the city of that name did nothing.
    const isPhrase = (read?.size ?? 0) > 1 && !words.slice(at + 1, at + (read?.size ?? 0)).some(isName);
    const found = !isName(typed) || isPhrase || read?.meant.split(" ").every(isName) === true ? read : undefined;
    const meant =
      found?.meant ?? (isName(typed) || isInCase(typed) ? undefined : list.readSlip(heardAs[at] ?? "")) ?? typed;
    const said = meant
      .split(" ")
      .filter((text) => text !== "")
      .map((text): Token => ({ text, typed, at }));
    // Turkish says "Russia about".
    tokens.splice(isPost ? placeBefore(tokens, isName) : tokens.length, 0, ...said);
    at += (found?.size ?? 1) - 1;
  }
  return tongue === "tr" ? questionFirst(tokens) : tokens;
}

/** The day of a month that a word is: "второго июня". */
function dayOf(words: readonly string[], at: number): { readonly meant: string; readonly size: number } | undefined {
  const word = words[at] ?? "";
  if (!/(?:ого|его|ое|ье)$/u.test(word) || monthOf(words[at + 1] ?? "") === undefined) return undefined;
  const number = ordinalOf(lists.ru().read([word], 0)?.meant ?? "");
  return number === undefined ? undefined : { meant: String(number), size: 1 };
}
