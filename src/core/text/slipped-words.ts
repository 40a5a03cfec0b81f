import { distance } from "./slip.ts";

// A short word that is not quite another one is another word.
const ONE_SLIP = 3;
const TWO_SLIPS = 8;

/**
 * Whether each typed word begins a word of a label, as typed or with a slip of the finger: `secnd ro` and `aprl` of
 * `second round oslo april`. Both are folded.
 */
export function slippedWords(typed: string, label: string): boolean {
  const held = label.split(" ");
  return typed.split(" ").every((word) => held.some((one) => begins(word, one)));
}

function begins(typed: string, held: string): boolean {
  if (held.startsWith(typed)) return true;
  const { length } = typed;
  const slips = length < ONE_SLIP ? 0 : length < TWO_SLIPS ? 1 : 2;
  // Another number is another number. Fingers hardly ever slip on the first letter, which tells most words apart.
  if (slips === 0 || held[0] !== typed[0] || /\d/u.test(typed)) return false;
  return [length, length + 1, length - 1].some((end) => distance(typed, held.slice(0, end), slips) <= slips);
}
