import type { Fact } from "#core/facts/fact.ts";
import type { Question, Word } from "./question.ts";
import { isLikeIn } from "./says-like.ts";

const TOLD_OF_ROUND: ReadonlySet<string> = new Set(["venue", "led", "attended", "role", "agenda"]);

/**
 * Whether a word, or one for the same thing, is of the name of a fact's round: what is told of the round need not say
 * it again. When a truce was signed, and how long it holds, is not told of the round.
 */
export function isOfItsRound({ text }: Word, { known }: Question, { slot, talks }: Fact): boolean {
  const called = TOLD_OF_ROUND.has(slot) ? known.get(talks)?.called : undefined;
  return called !== undefined && [...called].some(isLikeIn(text));
}
