import type { Fact } from "#core/facts/fact.ts";
import { negotiationOf, rounds, type View } from "#core/facts/view.ts";
import { isOf } from "./going-on-words.ts";
import type { Question } from "./question.ts";

const PARTY = /^(?:sides?|delegation|team|party|country|camp|government|taraf|heyet|сторона|делегация)$/u;
const ROUND = /^(?:round|talks|meeting|session|time|day|tur|görüşme|gorusme|раунд|встреча|раз)$/u;
const NUMBERS = ["first", "second"];

/**
 * What "the other one", "the other side" or "the other round" is after an answer, in words that name it: the one party
 * of two that negotiate, or the one round of two, that was not asked about. Undefined where it is not said which is
 * meant, or where there are more.
 */
export function otherOne(words: readonly string[], asked: Question, told: Fact | undefined, view: View) {
  const from = words.findIndex((word) => isOf("other", [word]));
  const [noun = "", ...more] = words.slice(from + 1);
  if (from < 0 || more.length > 0 || !words.slice(0, from).every((word) => isOf("glue", [word]))) return undefined;
  const isBare = noun === "" || isOf("glue", [noun]);
  const party = isBare || PARTY.test(noun) ? otherParty(asked, told, view) : undefined;
  if (party !== undefined) return `and the ${party} side`;
  const round = isBare || ROUND.test(noun) ? otherRound(asked, told, view) : undefined;
  return round === undefined ? undefined : `and the ${round} round`;
}

function otherParty({ sides }: Question, told: Fact | undefined, view: View): string | undefined {
  const negotiation = told === undefined ? undefined : negotiationOf(told.talks, view);
  const parties = negotiation?.parties.filter((p) => p.role === "party").map((p) => p.party) ?? [];
  const [named = told?.side, ...others] = sides;
  const rest = parties.filter((id) => id !== named);
  if (named === undefined || others.length > 0 || parties.length !== 2 || rest.length !== 1) return undefined;
  return view.parties.get(rest[0] ?? "")?.adjective;
}

function otherRound({ talks }: Question, told: Fact | undefined, view: View): string | undefined {
  if (told === undefined || talks.several) return undefined;
  const all = rounds(view, view.talks.get(told.talks)?.negotiation);
  const at = all.findIndex((t) => t.id !== told.talks);
  return all.length === 2 ? NUMBERS[at] : undefined;
}
