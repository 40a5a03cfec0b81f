import { askedPart } from "./asked-part.ts";
import { isEnglish } from "./english.ts";
import { lazy } from "#core/text/lazy.ts";
import { isSlip } from "#core/text/slip.ts";
import { PATTERNS } from "./going-on-patterns.ts";
import { questionWords, wordsIn } from "./words-in.ts";
import phrases from "#core/lookup/words/going-on.json" with { type: "json" };

type Kind = keyof typeof phrases;

const lists = lazy(
  (): Readonly<Record<Kind, readonly (readonly string[])[]>> =>
    Object.fromEntries(
      Object.entries(phrases).map(([kind, all]) => [kind, all.map(wordsOf).toSorted((a, b) => b.length - a.length)]),
    ) as unknown as Readonly<Record<Kind, readonly (readonly string[])[]>>,
);

/** Most phrases are written as they are folded. There are hundreds, and the first line that is typed waits for them. */
function wordsOf(phrase: string): readonly string[] {
  return /^(?!.*\bus\b)[a-z ]+$/u.test(phrase) ? phrase.split(" ") : wordsIn(phrase);
}

// More words than these are a question of their own.
const WORDS_MAX = 9;

/** A question that may go on from the one before: what leads it in is apart. */
export interface Opened {
  /** It begins with "and", "what about", "peki", "а". */
  readonly led: boolean;
  readonly words: readonly string[];
}

/** How a question opens; undefined where it is too long to go on from another, or asks for a change. */
export function opened(question: string): Opened | undefined {
  const typed = withoutCourtesy(questionWords(askedPart(question).words));
  const lead =
    lists().lead.find((l) => l.length < typed.length && l.every((word, i) => typed[i] === word)) ?? again(typed);
  const words = typed.slice(lead?.length ?? 0);
  if (words.length === 0 || words.length > WORDS_MAX) return undefined;
  return words.slice(0, 3).some((word) => isOf("write", [word])) ? undefined : { led: lead !== undefined, words };
}

// "good progress?" says more than that something is good.
const MAY_SAY_MORE = /^(?:great|nice|perfect|good|right|fine|interesting|wait|oh|ah|hey)$/u;
const GOES_ON =
  /^(?:and|but|so|what|how|who|where|when|why|which|source|link|is|was|are|did|does|any|more|according|а|и|peki|ya)$/u;

/** The words without what is only polite around them: "thanks, and where". */
function withoutCourtesy(typed: readonly string[]): readonly string[] {
  const opening = lists().polite.find((l) => l.length < typed.length && l.every((word, i) => typed[i] === word));
  const next = typed[opening?.length ?? 0] ?? "";
  if (opening !== undefined && (!MAY_SAY_MORE.test(opening[0] ?? "") || GOES_ON.test(next)))
    return withoutCourtesy(typed.slice(opening.length));
  const ending = lists().tail.find(
    (l) => l.length < typed.length && l.every((word, i) => typed.at(i - l.length) === word),
  );
  return ending === undefined ? typed : withoutCourtesy(typed.slice(0, -ending.length));
}

/** "which one in May", "the same in the first round": the same of another one. */
function again(typed: readonly string[]): readonly string[] | undefined {
  const said = lists().again.find((l) => l.every((word, i) => typed[i] === word));
  return said !== undefined && /^(?:in|on|at|for|from|during)$/u.test(typed[said.length] ?? "") ? said : undefined;
}

/** Whether words are a phrase of a kind; a phrase may be misspelt, a short word may not. */
export function isOf(kind: Kind, words: readonly string[]): boolean {
  if (PATTERNS[kind]?.test(words.join(" ")) === true) return true;
  return lists()[kind].some(
    (phrase) =>
      phrase.length === words.length &&
      phrase.every((meant, i) => {
        const typed = words[i] ?? "";
        return (
          typed === meant ||
          (kind !== "write" && typed.length > 4 && meant.length > 4 && isSlip(typed, meant) && !isEnglish(typed))
        );
      }),
  );
}

/**
 * How a typed line goes on from the answer before: `asks` after what was told ("source?", "confirmed?"), or is a
 * `phrase` that may begin like a command ("why?", "who else"). Neither after a slash.
 */
export function goesOn(line: string): { readonly phrase: boolean; readonly asks: boolean } {
  const { led, words } = (/^\s*\//u.test(line) ? undefined : opened(line)) ?? { led: false, words: [] };
  if (words.length === 0) return { phrase: false, asks: false };
  const asks = (["source", "sure", "quote", "more", "others"] as const).some((kind) => isOf(kind, words));
  // "how-long" is written as a command is; "how long" is said.
  if (isOf("bare", words)) return { asks, phrase: !line.includes("-") };
  return { asks, phrase: isOf("else", words) || (led && asks) };
}

/** Whether a command's name alone is also said, "why". Most typed lines are such a name: they wait for no word list. */
export function isSaid(name: string): boolean {
  return [...phrases.bare, ...phrases.else].includes(name);
}

// "when was that", "what happened there", "how long did it last".
const BACK = /^(?:it|there|then|orada|там|тогда|это|он|она|они|ее|его|их)$/u;
const BACK_LAST = /^(?:that|this|bu)$/u;
const NOUN = /^(?:round|talks|meeting|session|day|time|one)$/u;

const END_MAX = 4;

/** Whether words are what a whole question ends with: "in which building", "for how long". */
export function isEnd(words: readonly string[]): boolean {
  const [first = "", second = ""] = words;
  return (
    words.length <= END_MAX &&
    !words.some((word) => /^(?:did|do|does|is|are|was|were|will)$/u.test(word)) &&
    /^(?:in|at|for|on|by|from|to|with|since|until|about)$/u.test(first) &&
    /^(?:which|what|how|whom)$/u.test(second)
  );
}

/** Whether words point back to what was told before: the talks, not a person. */
export function pointsBack(words: readonly string[]): boolean {
  return words.some((word, i) => {
    const next = words[i + 1];
    if (BACK.test(word)) return next !== "true" && next !== "possible" && next !== "said" && i > 0;
    if (!BACK_LAST.test(word) || i === 0) return BACK_LAST.test(word) && NOUN.test(next ?? "");
    return next === undefined || NOUN.test(next) || (words.length <= 5 && words[i + 2] === undefined);
  });
}
