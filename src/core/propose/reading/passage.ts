import type { Span } from "./span.ts";

/** A quotation: `start` and `end` of its words, without the marks. */
export type Quotation = Span;

/** A sentence of a paragraph. */
export interface Sentence extends Span {
  readonly question: boolean;
}

/** A paragraph as the rules read it. */
export interface Passage {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** As long as `text`, with the words of its longer quotations blanked: what the article itself says. */
  readonly bare: string;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

/** A longer paragraph is not an article's: it is shown, and proposes nothing. */
const PARAGRAPH_MAX = 4000;
/** Quotations of one paragraph that are looked at: each speaker may be that of the one before. */
const QUOTATIONS_MAX = 12;

export function passageOf(text: string, number: number): Passage {
  if (text.length > PARAGRAPH_MAX) return { number, text, bare: "", sentences: [], quotations: [] };
  const quotations = quotationsIn(text);
  const lead = LEAD.exec(text)?.[0] ?? "";
  // A dateline is nobody's statement.
  const bare = "_".repeat(lead.trimEnd().length) + blanked(text, quotations).slice(lead.trimEnd().length);
  return {
    number,
    text,
    bare,
    sentences: sentencesIn(bare, lead.length),
    quotations: quotations.slice(0, QUOTATIONS_MAX),
  };
}

/** A dateline, or the number of a paragraph. */
const LEAD =
  /^(?:\d{1,3}[.)]\s+|\p{Lu}[\p{Lu}\s.,’'-]{2,40}?(?:,\s(?:\p{L}+\.?\s\d{1,2}|\d{1,2}\s\p{L}+)(?:,?\s\d{4})?)?,?\s?(?:\([^()]{2,40}\)\s?)?[-–—]{1,2}\s|\p{Lu}[\p{L}\s.,’'-]{2,40}?,\s(?:\p{L}+\.?\s\d{1,2}|\d{1,2}\s\p{L}+)(?:,?\s\d{4})?\s?(?:\([^()]{2,40}\)\s?)?[-–—]{1,2}\s|\p{Lu}[\p{L}\s]{2,30}?\s\([^()]{2,40}\)\s?[-–—]{1,2}\s|\p{Lu}[\p{L}\s.’'-]{2,40}?,\s(?:\p{L}+\.?\s\d{1,2}|\d{1,2}\s\p{L}+)(?:,?\s\d{4})?\s?\([^()]{2,40}\):?\s|\p{Lu}[\p{L}\s]{2,30}?(?:,\s\p{L}+\s\d{1,2}\.)?\s\/[^/\s][^/]{1,40}\/\.?\s(?:[-–—]{1,2}\s)?)/u;

/** Of single marks, and of two that close, one that ends what is said has its stop or comma before it. */
const MARKS =
  /“([^“”]{2,2000})”|"([^"]{2,2000})"|«([^«»]{2,2000})»|„([^„“”]{2,2000})[“”]|(?<![\p{L}\p{N}])”(?=\p{L})([^“”]{2,2000}?[,.!?…])”|(?<![\p{L}\p{N}])[‘'](?=\p{L})((?:(?!\s[‘'])[^“”"]){2,600}?[,.!?…])[’'](?!\p{L})/gu;

function quotationsIn(text: string): readonly Quotation[] {
  const whole = [...text.matchAll(MARKS)].map((m) => ({ start: m.index + 1, end: m.index + m[0].length - 1 }));
  // A quotation that goes on in the next paragraph is not closed in this one.
  const open = text.lastIndexOf("“");
  const last = whole.at(-1);
  if (open < 0 || (last !== undefined && open < last.end) || open > text.length - 3) return whole;
  return [...whole, { start: open + 1, end: text.length }];
}

/** Fewer words than these between quotation marks are read as the article's own. */
const QUOTED_WORDS = 4;

function blanked(text: string, quotations: readonly Quotation[]): string {
  let bare = text;
  for (const { start, end } of quotations) {
    const words = text.slice(start, end);
    if (words.split(/\s+/u).length < QUOTED_WORDS) continue;
    // Its last mark stays, so that the sentence around it ends where it ends.
    const kept = /[.,!?…]$/u.test(words) ? 1 : 0;
    bare = bare.slice(0, start) + "_".repeat(words.length - kept) + bare.slice(end - kept);
  }
  return bare;
}

const END = /[.!?…]+["”’»)\]]*\s+(?=["“‘«(]?[\p{Lu}\p{N}])/gu;
const SHORT =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Amb|Hon|H\.E|Shri|Smt|St|No|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|vs|approx|Inc|Ltd|Co|Art|Ave|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})$/u;
const OPENS = /^["“‘]?(?:The|He|She|It|They|We|In|On|At|But|A|An|This|That|Both|There|After|However)\b/u;

function sentencesIn(bare: string, from: number): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = from;
  const add = (end: number): void => {
    if (bare.slice(start, end).trim() !== "")
      found.push({ start, end, question: /\?["”’»)]*\s*$/u.test(bare.slice(start, end)) });
    start = end;
  };
  for (const m of bare.matchAll(END)) {
    const end = m.index + m[0].length;
    if (end <= start) continue;
    const before = bare.slice(start, m.index);
    const short = m[0].startsWith(".") && SHORT.test(before);
    const dotted = /(?:\p{Lu}\.)+\p{Lu}$/u.test(before);
    if (!short || (dotted && OPENS.test(bare.slice(end)))) add(end);
  }
  add(bare.length);
  return found;
}
