import type { QuestionWord } from "./parsed-question.ts";
import type { Reading } from "./reading.ts";

export interface Nearness {
  /** Words that stand beside each other in question and text. */
  readonly pairs: number;
  /** How tightly the text holds those words of the question that it has. */
  readonly window: number;
  /** The most of the question, by rarity, that any ten words of the text hold. */
  readonly together: number;
}

const SPAN = 10;

/** How near to each other a text holds a question's words, each from 0 to about 1. */
export function nearness(text: readonly Reading[], words: readonly QuestionWord[], total: number): Nearness {
  let [pairs, last, lastAt, tightest, together] = [0, -9, -9, 0, 0];
  const places: number[] = [];
  for (const [i, { at }] of text.entries()) {
    if (at < 0) continue;
    places.push(i);
    if (at !== last) {
      if (at === last + 1 && i - lastAt <= 3) pairs += 1;
      if (lastAt >= 0) tightest += 1 / Math.max(1, i - lastAt);
    }
    [last, lastAt] = [at, i];
  }
  for (const [p, from] of places.entries()) {
    let [sum, seen] = [0, 0];
    for (let k = p; k < places.length && (places[k] ?? 0) < from + SPAN; k += 1) {
      const reading = text[places[k] ?? 0];
      if (reading === undefined || (seen & (1 << reading.at)) !== 0) continue;
      seen |= 1 << reading.at;
      sum += reading.weight * (words[reading.at]?.rarity ?? 0);
    }
    together = Math.max(together, sum);
  }
  const most = Math.max(1, words.length - 1);
  return { pairs: Math.min(1, pairs / most), window: Math.min(1, tightest / most), together: together / total };
}
