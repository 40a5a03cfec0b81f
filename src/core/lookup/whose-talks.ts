import { rounds, type View } from "#core/facts/view.ts";
import type { Question } from "./question.ts";
import { talksIds } from "./weigh.ts";

/** The rounds that a question may be about, of one negotiation. */
export interface WhoseTalks {
  readonly negotiation: string;
  /** Ids of the rounds that it names, in order; none where it names the negotiation alone, or nothing. */
  readonly rounds: readonly string[];
}

/**
 * Whose talks a question is about: those that it names by a round, a negotiation, or parties and people that only some
 * have. Of each negotiation that is left, the newest first; what a channel means alone, where that is among them.
 */
export function whoseTalks(question: Question, view: View, focus?: string): readonly WhoseTalks[] {
  const ids = question.talks.unheld.length > 0 ? undefined : talksIds(question, view);
  const held = [...new Set(rounds(view).map((t) => t.negotiation))].toReversed();
  const parties = partiesIn(question, view);
  const fit = held.filter((id) => {
    const own = view.negotiations.get(id)?.parties.map((p) => p.party) ?? [];
    return parties.every((party) => own.includes(party));
  });
  const named = [...(ids ?? [])];
  const all = (fit.length === 0 ? held : fit).flatMap((negotiation): readonly WhoseTalks[] => {
    const own = named.filter((id) => view.talks.get(id)?.negotiation === negotiation);
    if (ids !== undefined && own.length === 0) return [];
    const whole = question.talks.ids === undefined;
    return [
      {
        negotiation,
        rounds: whole ? [] : rounds(view, negotiation).flatMap(({ id }) => (own.includes(id) ? [id] : [])),
      },
    ];
  });
  const meant = all.filter((w) => w.negotiation === focus);
  return meant.length > 0 ? meant : all;
}

/** Ids of the parties that a question names, by themselves or by their people. */
function partiesIn({ names }: Question, view: View): readonly string[] {
  return names.flatMap(({ of, id }) => {
    if (of === "parties") return [id];
    const party = of === "people" ? view.people.get(id)?.party : undefined;
    return party === undefined ? [] : [party];
  });
}

/** The id of the newest round of a negotiation. */
export function newestOf(negotiation: string, view: View): string {
  return rounds(view, negotiation).at(-1)?.id ?? "";
}

/** The name of a negotiation; of talks that are of none, that of the round. */
export function calledOf({ negotiation, rounds: [only] }: WhoseTalks, view: View): string {
  return view.negotiations.get(negotiation)?.name ?? view.talks.name(only ?? newestOf(negotiation, view));
}
