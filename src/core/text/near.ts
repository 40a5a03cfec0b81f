import Fuse from "fuse.js";
import { fold } from "./text.ts";

export interface Near<T> {
  readonly item: T;
  /** 0 is the same word, 1 nothing in common (Fuse's scale). */
  readonly score: number;
}

// Fuse cuts patterns over 32 characters into chunks and scores each alone. A name that long is not a slip of a label.
const PATTERN_MAX = 32;
const SCORE_MAX = 0.45;

/**
 * The items whose label is nearest to the typed words, best first, at most `limit`. It is for short labels (names,
 * commands, places): Fuse scans all of them, which suits labels and does not suit statements.
 */
export function nearest<T>(
  typed: string,
  items: readonly T[],
  labels: (item: T) => readonly string[],
  limit: number,
): readonly Near<T>[] {
  const pattern = fold(typed).slice(0, PATTERN_MAX);
  if (pattern === "") return [];
  const rows = items.flatMap((item) => labels(item).map((label) => ({ item, label: fold(label) })));
  const fuse = new Fuse(rows, {
    keys: ["label"],
    includeScore: true,
    threshold: SCORE_MAX,
    ignoreLocation: true,
    distance: 40,
  });
  const best = new Map<T, number>();
  for (const hit of fuse.search(pattern)) {
    const score = (hit.score ?? 1) + lengthGap(pattern, hit.item.label);
    if (score <= SCORE_MAX && score < (best.get(hit.item.item) ?? Infinity)) best.set(hit.item.item, score);
  }
  return [...best]
    .map(([item, score]) => ({ item, score }))
    .toSorted((a, b) => a.score - b.score)
    .slice(0, limit);
}

// With ignoreLocation a long label that holds the pattern anywhere scores as the label itself would.
function lengthGap(pattern: string, label: string): number {
  return Math.min(0.2, Math.abs(label.length - pattern.length) / 100);
}
