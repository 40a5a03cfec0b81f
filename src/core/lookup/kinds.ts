import { ALL_SLOTS } from "#core/slots/index.ts";
import type { Slot } from "#core/slots/slot.ts";
import { KIND, parseQuestion, type ParsedQuestion } from "./parsed-question.ts";
import { intentsIn } from "./intent.ts";
import { questionWords } from "./words-in.ts";
import { rarityIn } from "./rarity.ts";
import { kindTerm } from "./row.ts";
import type { RowIndex } from "./row-index.ts";

/** The slots in which anything is held. */
function slotsHeld(indexes: readonly RowIndex[]): readonly Slot[] {
  return ALL_SLOTS.filter((slot) => indexes.some((index) => index.having(kindTerm(slot.name)) > 0));
}

/**
 * Reads a question with the slots that it asks for: their rows are found by that, whatever words say so ("кто
 * возглавлял").
 */
export function readWithKinds(question: string, indexes: readonly RowIndex[]): ParsedQuestion {
  const asked = parseQuestion(question, indexes);
  const words = questionWords(question);
  const used = new Set<number>();
  const kinds = intentsIn(words, used, { slots: slotsHeld(indexes) }).map(({ slot }) => ({
    term: kindTerm(slot),
    weight: KIND,
  }));
  if (kinds.length === 0) return asked;
  const saying = new Set([...used].map((i) => words[i]));
  const rarityOf = rarityIn(indexes);
  const alike = asked.words.map((word) => {
    if (!saying.has(word.typed)) return word;
    const terms = [...word.terms, ...kinds];
    return { ...word, terms, rarity: rarityOf(terms[0]?.term ?? "") };
  });
  return { ...asked, words: alike, kinds };
}
