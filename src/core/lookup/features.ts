import type { Asked } from "./asked.ts";
import { HOLDS } from "./row.ts";
import { APART, type RowIndex } from "./row-index.ts";

/** What a row is judged by, each between 0 and about 1, in the order of the weights. */
export const FEATURES = [
  "bm25 share",
  "coverage",
  "exact coverage",
  "subject",
  "label",
  "question in label",
  "whole label",
  "pairs",
  "window",
  "answers the question word",
  "length",
  "rarest missing",
  "coverage of text",
  "question in subject",
  "whole subject",
] as const;

/** For one index: which asked word a term number stands for, and how surely. */
export type Meant = ReadonlyMap<number, { readonly at: number; readonly weight: number }>;

export function meant(asked: Asked, index: RowIndex): Meant {
  const all = new Map<number, { at: number; weight: number }>();
  for (const [at, { terms }] of asked.words.entries()) {
    for (const { term, weight } of terms) {
      const number = index.term(term);
      if (number !== undefined && (all.get(number)?.weight ?? 0) < weight) all.set(number, { at, weight });
    }
  }
  return all;
}

export function featuresOf(asked: Asked, index: RowIndex, doc: number, share: number, meant: Meant): readonly number[] {
  const { head, label, text } = index.parts(doc);
  const { words } = asked;
  const total = words.reduce((sum, w) => sum + w.rarity, 0) || 1;
  const [inAny, inText, inLabel, inHead] = [0, 1, 2, 3].map(() => new Float32Array(words.length)) as Four;
  const cover = (terms: Int32Array, into: Float32Array): number => {
    let gain = 0;
    for (const term of terms) {
      const hit = meant.get(term);
      if (hit === undefined) continue;
      gain += hit.weight;
      into[hit.at] = Math.max(into[hit.at] ?? 0, hit.weight);
      inAny[hit.at] = Math.max(inAny[hit.at] ?? 0, hit.weight);
    }
    return gain;
  };
  let subject = 0;
  for (let from = 0; from <= head.length;) {
    const end = head.indexOf(APART, from);
    const part = head.subarray(from, end < 0 ? head.length : end);
    subject = Math.max(subject, part.length === 0 ? 0 : cover(part, inHead) / part.length);
    if (end < 0) break;
    from = end + 1;
  }
  const labelled = label.length === 0 ? 0 : cover(label, inLabel) / label.length;
  cover(text, inText);
  const sum = (into: Float32Array): number => words.reduce((s, w, i) => s + w.rarity * (into[i] ?? 0), 0) / total;
  const exact = words.reduce((s, w, i) => s + ((inAny[i] ?? 0) > 0.99 ? w.rarity : 0), 0) / total;
  const missing = words.reduce((s, w, i) => ((inAny[i] ?? 0) === 0 ? Math.max(s, w.rarity) : s), 0);
  const { pairs, window } = nearness(text, meant, words.length);
  return [
    share,
    sum(inAny),
    exact,
    subject,
    labelled,
    sum(inLabel),
    labelled > 0.99 ? 1 : 0,
    pairs,
    window,
    fits(asked.all, index.marks(doc)),
    Math.log1p(index.length(doc)) / 5,
    missing / 10,
    sum(inText),
    sum(inHead),
    subject > 0.99 ? 1 : 0,
  ];
}

type Four = [Float32Array, Float32Array, Float32Array, Float32Array];

/** Words that stand beside each other in question and text, and how tightly the text holds those that it has. */
function nearness(text: Int32Array, meant: Meant, count: number): { readonly pairs: number; readonly window: number } {
  let [pairs, last, lastAt, tightest] = [0, -9, -9, 0];
  for (let i = 0; i < text.length; i += 1) {
    const hit = meant.get(text[i] ?? 0);
    if (hit === undefined) continue;
    if (hit.at !== last) {
      if (hit.at === last + 1 && i - lastAt <= 3) pairs += 1;
      if (lastAt >= 0) tightest += 1 / Math.max(1, i - lastAt);
    }
    [last, lastAt] = [hit.at, i];
  }
  const most = Math.max(1, count - 1);
  return { pairs: Math.min(1, pairs / most), window: Math.min(1, tightest / most) };
}

const WANTS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:when|what (?:year|day|date|month|century|decade))\b/u, HOLDS.time],
  [/\bhow (?:many|much|long|old|far|large|big|tall|high)\b/u, HOLDS.number],
  [/\b(?:who|whom|whose)\b/u, HOLDS.name],
  [/\b(?:where|what (?:country|city|place|state))\b/u, HOLDS.place],
];

function fits(words: readonly string[], marks: number): number {
  const wants = WANTS.find(([asks]) => asks.test(words.join(" ")));
  if (wants === undefined) return 0;
  return (marks & wants[1]) === 0 ? -1 : 1;
}
