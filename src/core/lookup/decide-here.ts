import { negotiationOf, rounds, type View } from "#core/facts/view.ts";
import { decide, type Decision } from "./decide.ts";
import { layersOf } from "./desk-index.ts";
import { readQuestion } from "./question.ts";
import { talksIds } from "./weigh.ts";

/** What a question is about before its words are read: a chosen round, and the negotiation meant by default. */
export interface Meant {
  readonly talks?: string | undefined;
  readonly focus?: string | undefined;
}

/**
 * Decides a question where a negotiation is meant by default. Its rounds answer where they can, unless a round was
 * chosen or the words name other talks. `others` then has what answers outside it.
 */
export function decideHere(asked: string, view: View, { talks, focus }: Meant): Decision {
  if (talks !== undefined) return decide(asked, view, new Set([talks]));
  const everywhere = decide(asked, view);
  if (focus === undefined || everywhere.kind !== "answer") return everywhere;
  const own = everywhere.facts[0]?.talks ?? "";
  const isOutside = (round: string): boolean => negotiationOf(round, view)?.id !== focus;
  if (!isOutside(own)) return everywhere;
  const named = talksIds(readQuestion(asked, view, layersOf(view)), view);
  const kept = new Set(rounds(view, focus).flatMap(({ id }) => (named?.has(id) === false ? [] : [id])));
  if (kept.size === 0) return everywhere;
  const within = decide(asked, view, kept);
  if (within.kind !== "answer") return everywhere;
  return { ...within, others: [...new Set([own, ...everywhere.others])].filter(isOutside) };
}
