import { distance } from "#core/text/slip.ts";
import { reach, type Vocabulary } from "./vocabulary.ts";

/** A held word that a typed one may stand for. `weight` is 1 for the word itself, less the less likely the slip. */
export interface Variant {
  readonly word: string;
  readonly weight: number;
}

const VARIANTS_MAX = 4;
// A word that is held was probably meant; "form" for "from" happens all the same.
const OF_KNOWN = 0.4;
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const NEIGHBOURS: ReadonlySet<string> = new Set(
  ROWS.flatMap((row, r) =>
    [...row].flatMap((a, i) =>
      [row[i - 1], row[i + 1], ROWS[r + 1]?.[i - 1], ROWS[r + 1]?.[i], ROWS[r - 1]?.[i + 1], ROWS[r - 1]?.[i]].flatMap(
        (b) => (b === undefined ? [] : [a + b]),
      ),
    ),
  ),
);

/** The held words that `typed` may stand for, the likeliest first, itself first where it is held. */
export function variants(
  typed: string,
  vocabularies: readonly Vocabulary[],
  known: boolean,
  least = 0,
): readonly Variant[] {
  const most = Math.max(least, reach(typed.length));
  const found = new Map<string, number>();
  const held = vocabularies.some((v) => v.count(typed) > 0);
  if (most > 0 && !/\d/u.test(typed)) {
    for (const vocabulary of vocabularies) {
      vocabulary.near(typed, (word, count) => {
        if (word === typed) return;
        const off = Math.min(slipOf(typed, word, most), slipOfForms(typed, word));
        if (off === Infinity) return;
        const weight = Math.exp(-0.2 * off) * (0.75 + 0.25 * Math.min(1, Math.log1p(count) / 5));
        found.set(word, Math.max(found.get(word) ?? 0, weight));
      });
    }
  }
  const likely = [...found]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, VARIANTS_MAX)
    .map(([word, weight]) => ({ word, weight: known ? weight * OF_KNOWN : weight }));
  return held ? [{ word: typed, weight: 1 }, ...likely] : likely;
}

/** What a slip costs where it is few enough edits, else Infinity. */
function slipOf(typed: string, meant: string, most: number): number {
  const limit = Math.min(most, Math.max(1, reach(meant.length)));
  return distance(typed, meant, limit) > limit ? Infinity : cost(typed, meant);
}

const ENDING = /(?:ing|ed|es|s|e|d)$/u;
const OTHER_FORM = 0.3;

/** The facts may hold another form of the word that was mistyped: "purhase" where they say "purchased". */
function slipOfForms(typed: string, meant: string): number {
  const [a, b] = [typed, meant].map((w) => (w.length < 6 ? w : w.replace(ENDING, ""))) as [string, string];
  if ((a === typed && b === meant) || a.length < 4 || b.length < 4 || a[0] !== b[0]) return Infinity;
  return OTHER_FORM + (a === b ? 0 : slipOf(a, b, reach(a.length)));
}

// One is heard for the other.
const ALIKE = /^(?:[aeiouy]{2}|cs|sc|ck|kc|sz|zs|gj|jg|fv|vf)$/u;

/**
 * What the slip from `typed` to `meant` costs: half for a swap, a doubled letter or a neighbour on the keyboard, more
 * at the first letter.
 */
export function cost(typed: string, meant: string): number {
  let start = 0;
  while (start < typed.length && start < meant.length && typed[start] === meant[start]) start += 1;
  let [endTyped, endMeant] = [typed.length, meant.length];
  while (endTyped > start && endMeant > start && typed[endTyped - 1] === meant[endMeant - 1]) {
    endTyped -= 1;
    endMeant -= 1;
  }
  const a = typed.slice(start, endTyped);
  const b = meant.slice(start, endMeant);
  // "kountry" begins as it sounds.
  const first = start === 0 && !(typed[0] === "k" && meant[0] === "c") ? 0.4 : 0;
  // Two that change places are both there, at the beginning too.
  if (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]) return first / 4 + 0.6;
  const atEnd = b.length === 1 && start === typed.length;
  if (a.length + b.length === 1)
    return first + (doubled(typed, meant, start) ? 0.5 : atEnd ? 0.65 : b.length === 1 ? 0.75 : 0.8);
  if (a.length === 1 && b.length === 1) return first + (ALIKE.test(a + b) ? 0.8 : NEIGHBOURS.has(a + b) ? 0.82 : 1.1);
  return first + 1 + distance(a, b, 3) * 0.7;
}

/** Whether one key was struck for its neighbour, or along with it: "tge" and "tjhe" for "the". */
export function isStruckBeside(typed: string, meant: string): boolean {
  let at = 0;
  while (at < meant.length && typed[at] === meant[at]) at += 1;
  const key = typed[at] ?? "";
  const isBeside = (of: string | undefined): boolean => of !== undefined && NEIGHBOURS.has(key + of);
  if (typed.length === meant.length) return typed.slice(at + 1) === meant.slice(at + 1) && isBeside(meant[at]);
  return typed.slice(at + 1) === meant.slice(at) && (isBeside(meant[at]) || isBeside(meant[at - 1]));
}

function doubled(typed: string, meant: string, at: number): boolean {
  const longer = typed.length > meant.length ? typed : meant;
  return longer[at] === longer[at - 1] || longer[at] === longer[at + 1];
}
