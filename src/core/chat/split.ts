import type { Inline } from "#core/reply/reply.ts";

const LETTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Parts of at most `max` UTF-16 units, parted at white space; a longer word between letters as readers see them. Loses
 * nothing but the space.
 */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const head = rest.slice(0, max + 1);
    const space = head.search(/\s\S*$/u);
    const cut = space > 0 ? space : wholeLetters(rest, max);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).replace(/^\s/u, "");
  }
  return [...parts, rest];
}

/** The letters of a text as readers see them. */
export function graphemes(text: string): readonly string[] {
  return Array.from(LETTERS.segment(text), (s) => s.segment);
}

function wholeLetters(word: string, max: number): number {
  let end = 0;
  for (const { index, segment } of LETTERS.segment(word.slice(0, max * 2))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  // One letter longer than everything: its marks are parted, its code points are not.
  return end > 0 ? end : max - (/[\uD800-\uDBFF]$/u.test(word.slice(0, max)) ? 1 : 0);
}

/**
 * Runs of at most `max` units, in order; a text that is longer than what is left of a run goes on in the next. Links
 * stay whole.
 */
export function splitInlines(all: readonly Inline[], max: number): readonly (readonly Inline[])[] {
  const runs: Inline[][] = [];
  let run: Inline[] = [];
  let used = 0;
  const next = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
    used = 0;
  };
  for (const one of all) {
    const parts = one.kind === "link" || one.kind === "instant" ? [one.text] : splitText(one.text, max);
    for (const [i, text] of parts.entries()) {
      if (used > 0 && (i > 0 || used + text.length > max)) next();
      run.push({ ...one, text });
      used += text.length;
    }
  }
  next();
  return runs;
}
