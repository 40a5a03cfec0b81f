import type { View } from "#core/facts/view.ts";
import { layersOf } from "./desk-index.ts";
import { havingAll } from "./held.ts";
import { isNameWord } from "./name-index.ts";
import { termOf } from "./stem.ts";
import { wordsIn } from "./words-in.ts";

// Rows that are looked at: what a desk hides is among them.
const LOOKED_AT = 100;

/** Whether a desk holds something about these words all the same: in a fact, or as a name. */
export function isHeld(words: string, view: View): boolean {
  const layers = layersOf(view);
  const all = wordsIn(words);
  return (
    all.length > 0 && all.every((w) => havingAll([termOf(w)], layers, LOOKED_AT).length > 0 || isNameWord(w, view))
  );
}
