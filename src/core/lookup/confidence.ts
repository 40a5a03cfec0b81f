import type { ParsedQuestion } from "./parsed-question.ts";
import { CONFIDENCE } from "./weights.ts";

const NONE: readonly number[] = Array.from({ length: 17 }, () => 0);

/** What trust in the first of all candidates, best first, is judged by; the first is the constant. */
export function signals(
  asked: ParsedQuestion,
  hits: readonly { readonly score: number; readonly features: readonly number[] }[],
): readonly number[] {
  const [first, second] = hits;
  if (first === undefined) return [1, ...NONE];
  const f = (i: number): number => first.features[i] ?? 0;
  const unknown = asked.words.filter((w) => w.terms.length === 0).length / Math.max(1, asked.words.length);
  const margin = Math.min(2, first.score - (second?.score ?? 0));
  const total = asked.words.reduce((sum, w) => sum + w.rarity, 0);
  const evidence = Math.min(3, (f(1) * total) / 10);
  // What the ranking itself gives the first of them (softmax, as it was learnt).
  const share = 1 / hits.reduce((sum, hit) => sum + Math.exp(hit.score - first.score), 0);
  const long = Math.min(1, asked.words.length / 6);
  return [
    1,
    f(1),
    f(2),
    margin,
    f(11),
    f(3),
    f(4),
    unknown,
    long,
    evidence,
    f(7),
    f(8),
    f(9),
    f(12),
    f(13),
    f(1) * f(1),
    share,
    share * share,
  ];
}

/** 0 to 1: how likely the first hit is the answer. */
export function confidenceOf(
  asked: ParsedQuestion,
  hits: readonly { readonly score: number; readonly features: readonly number[] }[],
): number {
  if (hits.length === 0) return 0;
  const sum = signals(asked, hits).reduce((s, v, i) => s + v * (CONFIDENCE[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
