import type { Weighted } from "./best.ts";
import { questionWords } from "./words-in.ts";
import type { RowIndex } from "./row-index.ts";
import { hintsOf, inPhrase } from "./phrases.ts";
import { rarityIn } from "./rarity.ts";
import { variants, type Variant } from "./spelling.ts";
import { termOf } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { synonyms } from "./synonyms.ts";
import { Vocabulary } from "./vocabulary.ts";

/** One word of a question that can find something: the terms that it may stand for, and how rare it is. */
export interface QuestionWord {
  readonly typed: string;
  /**
   * Terms that may stand for it, the surest first; `weight` 1 is the word itself. Empty: no held fact has anything like
   * it.
   */
  readonly terms: readonly Weighted[];
  readonly rarity: number;
  readonly correction: string | undefined;
}

export interface ParsedQuestion {
  readonly words: readonly QuestionWord[];
  /** All of the question's words, with slips of little words corrected. */
  readonly all: readonly string[];
  /**
   * What phrases of the question stand for: "how big" asks for an area. Nobody typed them, so none of them is ever
   * missing.
   */
  readonly hints: readonly QuestionWord[];
  /** Terms of the kinds of row that it asks for, see kinds.ts. */
  readonly kinds: readonly Weighted[];
}

/** All that rows are looked for: the words, and what phrases of them stand for. */
export function sought({ words, hints }: ParsedQuestion): readonly QuestionWord[] {
  return [...words, ...hints];
}

/**
 * How surely a word stands for a synonym; what is less likely than that to be meant is not taken for what was asked.
 */
export const SYNONYM = 0.4;
const HINT = 0.7;
/** How surely the words that ask for a kind of row stand for it. */
export const KIND = 0.9;
// One common slip away: "flight" is not "might".
const SURE = 0.82;
// People who type keywords leave little words out. So in a question without any, a slip is less likely to be of one.
const BARE = 0.05;
// Two words that no fact has, and that are one slip away from one that is held: "raod map".
const JOINED = 0.6;
const JOINED_MIN = 5;
const JOINED_SLIP_MIN = 7;
// A word that is likelier a slip of a held one is not two words without their space.
const SPLIT = 0.45;
const LITTLE = new Vocabulary();
// Little words are in every sentence, so a slip is most often of one of them.
for (const word of STOP_WORDS) if (word.length > 1) LITTLE.add(word, 1000);

/**
 * Reads a question against what is held: little words aside, slips corrected, compounds split and joined, synonyms
 * beside.
 */
export function parseQuestion(question: string, indexes: readonly RowIndex[]): ParsedQuestion {
  const typed = questionWords(question);
  const vocabularies = indexes.map((i) => i.vocabulary);
  const held = (w: string): boolean => vocabularies.some((v) => v.count(w) > 0);
  // "th" and "ar" are in some fact or other, and nobody asks for them.
  const scarce = (w: string): boolean => w.length < 4 && vocabularies.reduce((n, v) => n + v.count(w), 0) * 1000 < rows;
  const rows = indexes.reduce((n, i) => n + i.size, 0);
  const rarityOf = rarityIn(indexes);
  const bare = typed.some((w) => STOP_WORDS.has(w) && w.length > 1) ? 0 : BARE;
  const words: QuestionWord[] = [];
  const all: string[] = [];
  for (let i = 0; i < typed.length; i += 1) {
    const word = typed[i] ?? "";
    const joined = word + (typed[i + 1] ?? "");
    if (STOP_WORDS.has(word)) {
      all.push(word);
      continue;
    }
    const known = held(word);
    const meant = known && !scarce(word);
    const near = variants(word, vocabularies, meant);
    const whole = known || held(typed[i + 1] ?? "") ? undefined : compound(joined, vocabularies, near.length === 0);
    if (whole !== undefined) {
      words.push(meaning(joined, [whole], rarityOf));
      all.push(joined);
      i += 1;
      continue;
    }
    const little = meant ? undefined : variants(word, [LITTLE], false, 1)[0];
    if (
      little !== undefined &&
      little.weight >= SURE &&
      little.weight >= bare + (near.find((v) => v.word !== word)?.weight ?? 0)
    ) {
      all.push(little.word);
      continue;
    }
    all.push(word);
    const halves = known || (near[0]?.weight ?? 0) > SPLIT ? undefined : split(word, held);
    for (const part of halves ?? [])
      if (!STOP_WORDS.has(part)) words.push(meaning(part, [{ word: part, weight: 1 }], rarityOf));
    if (halves === undefined) words.push(meaning(word, near, rarityOf));
  }
  return { words, all, hints: hinted(all, words, held, rarityOf), kinds: [] };
}

function meaning(typed: string, near: readonly Variant[], rarityOf: (term: string) => number): QuestionWord {
  const terms = new Map<string, number>();
  const own = termOf(typed);
  // The stem may be held where the word is not: "arrivals" in facts that say "arrived".
  const all = near[0]?.weight === 1 ? near : [{ word: typed, weight: 1 }, ...near];
  for (const { word, weight } of all) {
    const term = termOf(word);
    terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    for (const other of synonyms().get(term) ?? []) terms.set(other, Math.max(terms.get(other) ?? 0, weight * SYNONYM));
  }
  const most = rarityOf("");
  const found = [...terms].map(([term, weight]) => ({ term, weight })).filter(({ term }) => rarityOf(term) < most);
  const sorted = found.toSorted((a, b) => b.weight - a.weight);
  const best = sorted[0];
  const correction = near[0] !== undefined && near[0].word !== typed && best?.term !== own ? near[0].word : undefined;
  return { typed, terms: sorted, rarity: best === undefined ? most : rarityOf(best.term), correction };
}

function hinted(
  all: readonly string[],
  words: readonly QuestionWord[],
  held: (word: string) => boolean,
  rarityOf: (term: string) => number,
): readonly QuestionWord[] {
  const terms = new Map(words.map((w) => [w.typed, w.terms.filter((t) => t.weight > SYNONYM).map((t) => t.term)]));
  const said = all.map((w) => [termOf(w), ...(terms.get(w) ?? []), ...(held(w) ? [] : inPhrase(w))]);
  const most = rarityOf("");
  return hintsOf(said)
    .flat()
    .map((term) => ({ typed: "", terms: [{ term, weight: HINT }], rarity: rarityOf(term), correction: undefined }))
    .filter((w) => w.rarity < most);
}

/** The held word that two typed ones are without their space; a slip of it only where neither is a slip of another. */
function compound(joined: string, vocabularies: readonly Vocabulary[], slips: boolean): Variant | undefined {
  if (joined.length < JOINED_MIN) return undefined;
  if (vocabularies.some((v) => v.count(joined) > 0)) return { word: joined, weight: 1 };
  const [best] = slips && joined.length >= JOINED_SLIP_MIN ? variants(joined, vocabularies, false) : [];
  return best !== undefined && best.weight >= JOINED ? best : undefined;
}

function split(word: string, held: (w: string) => boolean): readonly [string, string] | undefined {
  for (let at = 3; at <= word.length - 3; at += 1) {
    const [a, b] = [word.slice(0, at), word.slice(at)];
    if (held(a) && held(b)) return [a, b];
  }
  return undefined;
}
