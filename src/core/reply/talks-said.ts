import { tell } from "#core/messages/tell.ts";
import { negotiationOf, type View } from "#core/facts/view.ts";

/**
 * A round with its negotiation's name before it, where the desk holds several; `among`: the ids of all rounds that hold
 * an answer, where the newest of them was taken: `Nile talks · Second round (of 2; the newest)`.
 */
export function talksSaid(id: string, view: View, among: readonly string[] = []): string {
  const own = view.negotiations.all.length > 1 ? negotiationOf(id, view) : undefined;
  const name = own === undefined ? view.talks.name(id) : `${own.name} · ${view.talks.name(id)}`;
  if (among.length < 2) return name;
  return tell(view, among.at(-1) === id ? "rounds.newest" : "rounds.of", { round: name, n: among.length });
}
