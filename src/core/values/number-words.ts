import type { Language } from "./languages/language.ts";
import { letters } from "./languages/letters.ts";
import { number } from "./numerals.ts";

/**
 * Puts each run of number words into digits: `one hundred and twenty five hours` → `#125 hours`. Words that make no one
 * number stay two.
 */
export function withoutNumberWords(words: readonly string[], language: Language): readonly string[] {
  const values = lexicon(language);
  const read: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const run = numberAt(words, at, language, values);
    read.push(run === undefined ? (words[at] ?? "") : number(run.value));
    if (run !== undefined) at = run.end - 1;
  }
  return read;
}

/** The words with each run that is one number of several words as one: `vingt - deux heures` → `vingtdeux heures`. */
export function glued(words: readonly string[], language: Language): readonly string[] {
  const values = lexicon(language);
  const read: string[] = [];
  for (let at = 0; at < words.length;) {
    const size = GLUED.find((n) => isGlued(words.slice(at, at + n), values)) ?? 1;
    read.push(size === 1 ? (words[at] ?? "") : wordOf(words.slice(at, at + size)));
    at += size;
  }
  return read;
}

// `quatre - vingt - dix - neuf` is the longest.
const GLUED = [7, 6, 5, 4, 3, 2];

function isGlued(run: readonly string[], values: Values): boolean {
  return run.length > 1 && run.at(-1) !== "-" && run[0] !== "-" && values.has(wordOf(run));
}

function wordOf(run: readonly string[]): string {
  return run.filter((word) => word !== "-").join("");
}

/** Whether the word is, or is made of, number words of the language. */
export function isNumberWord(word: string, language: Language): boolean {
  return parts(word, lexicon(language)).length > 0;
}

interface Run {
  readonly value: number;
  readonly end: number;
}

function numberAt(words: readonly string[], start: number, language: Language, values: Values): Run | undefined {
  let [total, current, scale, end] = [0, 0, Infinity, start];
  let any = false;
  for (let at = start; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const after = Object.hasOwn(language.within, word) ? language.within[word] : undefined;
    if (any && after !== undefined && joins(words[at + 1], current + total, after, values)) continue;
    const read = parts(word, values);
    if (read.length === 0) break;
    let [sum, part, most] = [total, current, scale];
    const fits = read.every((value) => {
      if (value >= 1000) {
        if (value >= most) return false;
        [sum, part, most] = [sum + Math.max(part, 1) * value, 0, value];
        return true;
      }
      const next = added(part, value, any || part > 0, language);
      part = next ?? part;
      return next !== undefined;
    });
    if (!fits) break;
    [total, current, scale, end] = [sum, part, most, at + 1];
    any = true;
  }
  return any ? { value: total + current, end } : undefined;
}

function added(current: number, value: number, started: boolean, language: Language): number | undefined {
  if (!Number.isInteger(value) || value === 0) return started ? undefined : value;
  if (!Number.isInteger(current)) return undefined;
  if (value === 100 && language.hundredMultiplies) return current < 10 ? Math.max(current, 1) * 100 : undefined;
  if (value >= 100) return current === 0 ? value : undefined;
  if (value >= 10) return current % 100 === 0 ? current + value : undefined;
  const tens = current % 100;
  return current % 10 === 0 && (tens !== 10 || language.numbers[11] === undefined) ? current + value : undefined;
}

// "one hundred and five", but not "five and six".
function joins(next: string | undefined, value: number, after: 10 | 100, values: Values): boolean {
  const read = next === undefined ? undefined : values.get(next);
  return value >= after && value % after === 0 && read !== undefined && read < after;
}

type Values = ReadonlyMap<string, number>;

const lexicons = new WeakMap<Language, Values>();

function lexicon(language: Language): Values {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const made = new Map(
    Object.entries(language.numbers).flatMap(([value, forms]) =>
      forms.split(" ").map((form) => [letters(form), Number(value)] as const),
    ),
  );
  lexicons.set(language, made);
  return made;
}

// Turkish writes `yirmibeş` too: a word that is number words from end to end.
function parts(word: string, values: Values): readonly number[] {
  const whole = values.get(word);
  if (whole !== undefined) return [whole];
  for (let cut = word.length - 2; cut >= 2; cut -= 1) {
    const first = values.get(word.slice(0, cut));
    const rest = first === undefined ? [] : parts(word.slice(cut), values);
    if (first !== undefined && rest.length > 0) return [first, ...rest];
  }
  return [];
}
