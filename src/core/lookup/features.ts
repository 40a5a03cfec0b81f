import { wanted } from "./answer-type.ts";
import { KIND, sought, SYNONYM, type ParsedQuestion, type QuestionWord } from "./parsed-question.ts";
import { nearness } from "./nearness.ts";
import type { Reader, Reading } from "./reading.ts";
import { APART, type RowIndex } from "./row-index.ts";

/** What a row is judged by, each between 0 and about 1, in this order. */
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
  "text asked for",
  "letters",
  "together",
  "words",
  "has label",
  "opening",
  "kind asked for",
  "subject's coverage",
] as const;

/** A row that any asked word is in, with its index and how its BM25F compares with the best. */
export interface Candidate {
  readonly index: RowIndex;
  readonly doc: number;
  readonly share: number;
}

/**
 * The features of every candidate, in their order. "Subject's coverage" is what all candidates on one subject hold of
 * the question together.
 */
export function featuresOf(
  asked: ParsedQuestion,
  candidates: readonly Candidate[],
  readers: ReadonlyMap<RowIndex, Reader>,
): readonly (readonly number[])[] {
  const total = sought(asked).reduce((sum, w) => sum + w.rarity, 0) || 1;
  const wants = wanted(asked.all);
  const subjects = new Map<string, Float32Array>();
  const judged = candidates.map((candidate) => {
    const reader = readers.get(candidate.index);
    if (reader === undefined) return undefined;
    const { values, held } = judge(candidate, reader, total, wants);
    const subject = candidate.index.row(candidate.doc)?.subject ?? "";
    const together = subjects.get(subject);
    if (together === undefined) subjects.set(subject, held.slice());
    else for (const [i, weight] of held.entries()) together[i] = Math.max(together[i] ?? 0, weight);
    return { values, subject, words: reader.words };
  });
  return judged.map((one) => {
    if (one === undefined) return FEATURES.map(() => 0);
    const { values, subject, words } = one;
    const about = words.reduce((s, w, i) => s + w.rarity * (subjects.get(subject)?.[i] ?? 0), 0) / total;
    return [...values, about];
  });
}

function judge({ index, doc, share }: Candidate, reader: Reader, total: number, wants: number) {
  const { words } = reader;
  const parts = index.parts(doc);
  const label = [...parts.label].map((t) => reader.read(t));
  const text = [...parts.text].map((t) => reader.read(t));
  const [held, inText, inLabel, inHead] = [0, 1, 2, 3].map(() => new Float32Array(words.length)) as Four;
  const pieces = new Set<number>();
  const cover = (readings: readonly Reading[], into: Float32Array): number => {
    let gain = 0;
    for (const { at, weight, pieces: own } of readings) {
      for (const piece of own) pieces.add(piece);
      if (at < 0) continue;
      gain += weight;
      into[at] = Math.max(into[at] ?? 0, weight);
      held[at] = Math.max(held[at] ?? 0, weight);
    }
    return readings.length === 0 ? 0 : gain / readings.length;
  };
  const subject = Math.max(0, ...apart(parts.head, reader).map((part) => cover(part, inHead)));
  const labelled = cover(label, inLabel);
  cover(text, inText);
  const ofKind = reader.kinds.has(index.termAt(index.kind(doc)));
  if (ofKind) for (const at of reader.sayingKind) held[at] = Math.max(held[at] ?? 0, KIND);
  const sum = (into: Float32Array): number => words.reduce((s, w, i) => s + w.rarity * (into[i] ?? 0), 0) / total;
  const exact = words.reduce((s, w, i) => s + ((held[i] ?? 0) > 0.99 ? w.rarity : 0), 0) / total;
  const missing = words.reduce((s, w, i) => ((held[i] ?? 0) === 0 ? Math.max(s, w.rarity) : s), 0);
  const near = nearness(text, words, total);
  const said = text.reduce((s, t) => s + t.rarity, 0) || 1;
  const values = [
    share,
    sum(held),
    exact,
    subject,
    labelled,
    sum(inLabel),
    labelled > 0.99 ? 1 : 0,
    near.pairs,
    near.window,
    wants === 0 ? 0 : (index.marks(doc) & wants) === 0 ? -1 : 1,
    Math.log1p(index.length(doc)) / 5,
    missing / 10,
    sum(inText),
    sum(inHead),
    subject > 0.99 ? 1 : 0,
    text.reduce((s, t) => s + (t.weight > SYNONYM ? t.rarity : 0), 0) / said,
    pieces.size / Math.max(1, reader.pieces),
    near.together,
    held.reduce((s, weight) => s + weight, 0) / Math.max(1, words.length),
    label.length > 0 ? 1 : 0,
    opening(text, words) / total,
    reader.kinds.size === 0 ? 0 : ofKind ? 1 : -1,
  ];
  return { values, held };
}

const OPENING = 4;

/** How much of the question, by rarity, a sentence begins with: it is about what it begins with. */
function opening(text: readonly Reading[], words: readonly QuestionWord[]): number {
  const begun = text.filter((t) => t.rarity > 0).slice(0, OPENING);
  return [...new Set(begun.map((t) => t.at))].reduce((sum, at) => sum + (words[at]?.rarity ?? 0), 0);
}

type Four = [Float32Array, Float32Array, Float32Array, Float32Array];

/** The subject and each alias by itself. */
function apart(head: Int32Array, reader: Reader): readonly (readonly Reading[])[] {
  const all: Reading[][] = [[]];
  for (const term of head) {
    if (term === APART) all.push([]);
    else all.at(-1)?.push(reader.read(term));
  }
  return all;
}
