import type { Names } from "#core/facts/names.ts";
import { distance } from "#core/text/slip.ts";
import { isAsking } from "./asking-words.ts";
import { corrected, isWord } from "./corrected.ts";
import type { FactLayers } from "./desk-index.ts";
import { isEnglish, rankOf } from "./english.ts";
import { countWord } from "./held.ts";
import { isNameWord } from "./name-index.ts";
import type { Token } from "./token.ts";

const SHORT = new Set("a i am an as at be by do go he if in is it me my no of on or so to up us we".split(" "));
// Shorter ones than this may be a name that is not held, as "amit" may, …
const JOINED_MIN = 6;
// … unless they are two words that often stand together.
const TOGETHER =
  /^(?:in|on|of|to|at|by|for|from|with|is|was|did|do|does|are|were|has|had|and|or)(?:the|they|it|he|she|this|that|may|june|july)$|^(?:in|on|of|to|for|was|with|from)a$/u;
// A name or a word that facts have is about as likely as the thousandth of English.
const HELD = 1000;
// A rarer part that no fact has and that asks for nothing is one by chance: "muskat" may be a name.
const RARE = 1500;
// Two words this likely are meant although one word is one slip away, or two: "theround", "buildingwas".
const LIKELY = [12, 24] as const;

/** The words of a question, and what was read with other spaces than it was typed with. */
export interface Spaced {
  readonly tokens: readonly Token[];
  readonly moved: readonly (readonly [typed: string, meant: string])[];
}

/**
 * The words of a question with their spaces in the right places: "whowas", "th eround", "ceas efire", "round3". What is
 * a word as it stands is left alone.
 */
export function spaced(tokens: readonly Token[], names: Names, layers: FactLayers): Spaced {
  const isHeld = (word: string): boolean => isNameWord(word, names) || countWord(word, layers) > 0;
  const isOne = (word: string): boolean =>
    word.length < 3 ? SHORT.has(word) || /^\d+$/u.test(word) || isHeld(word) : isWord(word, names, layers);
  const rarity = (word: string): number => {
    if (/^\d{1,4}$/u.test(word)) return Math.log2(HELD);
    if (word.length < 2) return SHORT.has(word) ? LIKELY[0] : Infinity;
    if (word.length < 3) return SHORT.has(word) ? Math.log2((rankOf(word) ?? 0) + 2) : Infinity;
    const rank = rankOf(word) ?? Infinity;
    if (isHeld(word) || isAsking(word)) return Math.log2(Math.min(rank, HELD) + 2);
    return rank < RARE ? Math.log2(rank + 2) : Infinity;
  };
  const isWhole = (word: string): boolean =>
    word.length > 4 && /^[a-z]+$/u.test(word) && (isHeld(word) || isAsking(word) || isEnglish(word));
  // Two pieces as one word, or as two whose space was struck a letter too early or too late.
  const moved = (one: string, next: string): readonly string[] | undefined => {
    const whole = one + next;
    if (!/^[a-z]+\d{0,4}$/u.test(whole)) return undefined;
    return isWhole(whole) ? [whole] : cut(whole, rarity, Infinity, [one.length - 1, one.length + 1]);
  };
  const all: Token[] = [];
  const told: (readonly [string, string])[] = [];
  // Each word that was found is one by itself: a fact may have one and lack the other.
  const put = (typed: string, at: number, words: readonly string[]): void => {
    const [only, ...others] = words;
    if (only !== undefined && others.length === 0) all.push({ text: only, typed, at });
    else {
      all.push(...words.map((text) => ({ text, typed: text, at })));
      told.push([typed, words.join(" ")]);
    }
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const [one, next] = [tokens[i], tokens[i + 1]];
    if (one === undefined) continue;
    const text = corrected(one.text, names, layers);
    // "irans" is a name's.
    const own = isOne(one.text) || one.text === `${text}s`;
    const after = next === undefined || isOne(next.text);
    const lost = !own && text === one.text;
    const third = tokens[i + 2];
    // "for th ousand": what is a word already is left where the next two make one.
    const later = own && next !== undefined && !after && third !== undefined && isWhole(next.text + third.text);
    if (next !== undefined && !(own && after) && !later) {
      const pieces = moved(one.text, next.text);
      const then = after ? next.text : corrected(next.text, names, layers);
      // One that could be a slip by itself is moved where both agree: "roun done", "enrichmen tin".
      const apart = lost || (!own && !after) || (!after && then === next.text);
      if (pieces !== undefined && (apart || pieces.length === 1 || pieces[0] === text || pieces[1] === then)) {
        put(`${one.typed} ${next.typed}`, one.at, pieces);
        i += 1;
        continue;
      }
    }
    const counts = WITH_NUMBER.test(one.text);
    const may = counts || (!own && (one.text.length >= JOINED_MIN || TOGETHER.test(one.text)));
    const most = lost || counts ? Infinity : LIKELY[distance(one.text, text, 1) > 1 ? 1 : 0];
    put(one.typed, one.at, (may ? cut(one.text, rarity, most) : undefined) ?? [text]);
  }
  return { tokens: all, moved: told };
}

const WITH_NUMBER = /^(?:[a-z]{2,}\d{1,4}|\d{1,4}[a-z]{3,})$/u;

/** The likeliest two words that these letters are, cut at one of these places. */
function cut(
  letters: string,
  rarity: (word: string) => number,
  most: number,
  places: readonly number[] = [...letters].keys().toArray(),
): readonly string[] | undefined {
  let best: { readonly parts: readonly string[]; readonly off: number } | undefined;
  for (const at of places) {
    if (at < 1 || at >= letters.length) continue;
    const parts = [letters.slice(0, at), letters.slice(at)];
    const off = parts.reduce((sum, part) => sum + rarity(part), 0);
    if (off < Infinity && off <= most && off < (best?.off ?? Infinity)) best = { parts, off };
  }
  return best?.parts;
}
