import { fold } from "#core/text/text.ts";
import { exactAfterTypography, typographyKey } from "#core/values/typography.ts";

/** One word of a comparison: `both` have it, only the `held` quotation, or only what was `given`. */
export interface Compared {
  readonly word: string;
  readonly in: "both" | "held" | "given";
  /** No space stands before it: a character of a script that is written without spaces. */
  readonly tight?: true;
}

/**
 * How a text compares with a held quotation. `exact`: the same words. `part`: an unbroken part of them.
 * `altered`: a similar text, with the words that differ; `only`: where they differ in nothing else. `likeness` is from
 * 0 to 1: twice the words in common over the words of both (Dice).
 */
export interface Comparison {
  readonly kind: "exact" | "part" | "altered";
  readonly likeness: number;
  readonly words: readonly Compared[];
  readonly only?: "punctuation" | "capitals";
}

// A part of one or two words is in many quotations by chance.
const PART_WORDS = 3;
const ALIKE = 0.5;

/**
 * Compares words as they are written. Typography counts for nothing: kinds of quotation marks, dashes, spaces.
 * Undefined where they are not alike; that is judged by the folded words, so that a letter's case or mark never hides a
 * quotation.
 */
export function compareQuotation(given: string, held: string): Comparison | undefined {
  for (const bare of unwrapped(given)) if (exactAfterTypography(bare, held)) return exactly(held);
  const [a, b] = [spoken(given), spoken(held)];
  if (a.length === 0 || b.length === 0) return undefined;
  const [typed, kept] = [joined(a), joined(b)];
  const words = difference(a, b);
  const likeness = likenessOf(given, held);
  if (a.length >= (a.some((w) => w.tight) ? 2 * PART_WORDS : PART_WORDS) && kept.includes(typed))
    return { kind: "part", likeness, words };
  return likeness >= ALIKE ? { kind: "altered", likeness, words, ...onlyIn(a, b) } : undefined;
}

function exactly(held: string): Comparison {
  return { kind: "exact", likeness: 1, words: spoken(held).map((said) => compared(said, "both")) };
}

const PAIRS = [
  "“”",
  '""',
  "„“",
  "„”",
  "«»",
  "»«",
  "‹›",
  "›‹",
  "‘’",
  "''",
  "‚‘",
  "‚’",
  "「」",
  "『』",
  "``",
  "”“",
  "””",
  "’’",
];

/** The text, and without each pair of quotation marks that stands around the whole: people quote what they check. */
function unwrapped(text: string): readonly string[] {
  const all = [text.trim()];
  for (let bare = inner(text.trim()); bare !== undefined; bare = inner(bare)) all.push(bare);
  return all;
}

function inner(text: string): string | undefined {
  // What follows the closing mark is the sentence of the person who quotes.
  const whole = text.replace(/(?<=["”“»«›‹’‘'」』`])[.,;:!?…]+$/u, "");
  const pair = PAIRS.find(([open = "", close = ""]) => whole.startsWith(open) && whole.endsWith(close));
  return pair === undefined || whole.length < 3 ? undefined : whole.slice(1, -1).trim();
}

/** Marks at the ends of words alone: a sign, a percent and an apostrophe within a word say something. */
function onlyIn(given: readonly Spoken[], held: readonly Spoken[]): Pick<Comparison, "only"> {
  const bare = (all: readonly Spoken[]): string =>
    all
      .map(({ key }) => key.replace(/^[("'[{¿¡]+|^-$|[.,;:!?)"'\]}…。、，！？；：।؟،]+$/gu, ""))
      .filter((key) => key !== "")
      .join(" ");
  const [mine, theirs] = [bare(given), bare(held)];
  if (mine === theirs) return { only: "punctuation" };
  return mine.toLowerCase() === theirs.toLowerCase() ? { only: "capitals" } : {};
}

interface Spoken {
  readonly word: string;
  readonly key: string;
  readonly tight?: true;
}

function compared({ word, tight }: Spoken, side: Compared["in"]): Compared {
  return { word, in: side, ...(tight === undefined ? {} : { tight }) };
}

// Scripts without spaces are compared by their characters: a whole clause would be one word.
const SPACELESS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const PIECES = new RegExp(String.raw`[${SPACELESS}]\p{M}*|(?:(?![${SPACELESS}]).)+`, "gu");

function spoken(text: string): readonly Spoken[] {
  return typographyKey(text)
    .split(/\s+/u)
    .flatMap((word) =>
      (word.match(PIECES) ?? []).map((piece, at): Spoken => {
        const said = { word: piece, key: piece };
        return at === 0 ? said : { ...said, tight: true };
      }),
    )
    .filter(({ key }) => key !== "");
}

/** From 0 to 1: twice the folded words in common, in order, over the words of both (Dice). */
export function likenessOf(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => spoken(fold(text)));
  if (x === undefined || y === undefined || x.length + y.length === 0) return 0;
  return (2 * difference(x, y).filter((w) => w.in === "both").length) / (x.length + y.length);
}

function joined(words: readonly Spoken[]): string {
  return ` ${words.map((w) => w.key).join(" ")} `;
}

/**
 * The longest common subsequence of words, by dynamic programming (Wagner and Fischer 1974), with what differs in its
 * place.
 */
function difference(given: readonly Spoken[], held: readonly Spoken[]): readonly Compared[] {
  const width = held.length + 1;
  const longest = new Uint16Array((given.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = given.length - 1; i >= 0; i -= 1) {
    for (let j = held.length - 1; j >= 0; j -= 1) {
      const same = given[i]?.key === held[j]?.key;
      longest[i * width + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const words: Compared[] = [];
  let [i, j] = [0, 0];
  while (i < given.length || j < held.length) {
    const [mine, theirs] = [given[i], held[j]];
    if (mine !== undefined && theirs !== undefined && mine.key === theirs.key) {
      words.push(compared(theirs, "both"));
      i += 1;
      j += 1;
    } else if (theirs !== undefined && (mine === undefined || at(i, j + 1) >= at(i + 1, j))) {
      words.push(compared(theirs, "held"));
      j += 1;
    } else if (mine !== undefined) {
      words.push(compared(mine, "given"));
      i += 1;
    }
  }
  return words;
}
