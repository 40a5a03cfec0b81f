import type { Span } from "./span.ts";

/** One word of a paragraph. `letters`: without a possessive ending. */
export interface Word extends Span {
  readonly text: string;
  readonly letters: string;
  readonly low: string;
  readonly capital: boolean;
  readonly first: boolean;
}

const WORD = /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|\p{L}[\p{L}\p{M}]*(?:[-’'‑]\p{L}[\p{L}\p{M}]*)*|\p{N}+/gu;

/** The words of a text, each with its place; `firsts`: where sentences begin. */
export function wordsOf(text: string, firsts: readonly number[] = []): readonly Word[] {
  const starts = new Set(firsts);
  return [...text.matchAll(WORD)].map((m) => {
    const end = m.index + m[0].length;
    const letters = m[0].replace(/[’'](?:s)?$/u, "");
    return {
      start: m.index,
      end,
      text: m[0],
      letters,
      low: letters.toLowerCase().replace(/\.$/u, ""),
      capital: /^\p{Lu}/u.test(m[0]),
      first: opensAt(text, m.index, starts),
    };
  });
}

/** Whether a sentence begins at a place, or just before it: with a mark or a space between. */
function opensAt(text: string, at: number, starts: ReadonlySet<number>): boolean {
  let from = at;
  while (!starts.has(from) && from > 0 && /[“"‘(\s]/u.test(text.charAt(from - 1))) from -= 1;
  return starts.has(from);
}
