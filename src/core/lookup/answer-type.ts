import { HOLDS } from "./row.ts";

const WANTS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:when|what (?:year|day|date|month|century|decade))\b/u, HOLDS.time],
  [/\bhow (?:many|much|long|old|far|large|big|tall|high)\b/u, HOLDS.number],
  [/\b(?:who|whom|whose)\b/u, HOLDS.name],
  [/\b(?:where|what (?:country|city|place|state))\b/u, HOLDS.place],
];

/**
 * What a sentence must hold to answer a question of these words, as bits of HOLDS; 0 where the question word leaves it
 * open.
 */
export function wanted(words: readonly string[]): number {
  return WANTS.find(([asks]) => asks.test(words.join(" ")))?.[1] ?? 0;
}
