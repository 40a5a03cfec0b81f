import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import { refused, type Answer } from "#core/answer/command.ts";
import type { Fact } from "#core/facts/fact.ts";
import { negotiationOf, rounds, type View } from "#core/facts/view.ts";
import { decideHere } from "#core/lookup/decide-here.ts";
import { outlets } from "#core/reply/citation.ts";
import { firstLine } from "#core/reply/first-line.ts";
import { ask, LABEL_MAX, type RawCall } from "#core/request/call.ts";
import { refuse } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";

/** What one negotiation answers, and the call that tells it whole. */
export interface OneAnswer {
  readonly negotiation: string;
  readonly facts: readonly Fact[];
  readonly call: RawCall;
}

const MOST = 5;
const OUTLETS = 2;

/**
 * Where several negotiations answer alike, any of them may be meant: each is told in a line under its own name, with
 * its outlets, the newest first, and none as the answer.
 */
export function whichNegotiation(all: readonly OneAnswer[], view: View): Answer {
  const told = all.slice(0, MOST);
  const message = tell(view, "which.answer", { n: all.length });
  const near = told.map(({ negotiation, call }) => ({
    label: shorten(view.negotiations.name(negotiation), LABEL_MAX),
    call,
  }));
  return refused({
    ...refuse("choice", message, tell(view, "which.hint"), near),
    lines: told.map((one) => lineOf(one, view)),
  });
}

/** The answer of each negotiation that has one, the newest first. */
export function eachAnswer(
  question: string,
  { talks }: Fact,
  others: readonly string[],
  view: View,
): readonly OneAnswer[] {
  const own = negotiationOf(talks, view)?.id ?? "";
  const newest = [...new Set(rounds(view).map((t) => t.negotiation))].toReversed();
  return [own, ...others]
    .toSorted((a, b) => newest.indexOf(a) - newest.indexOf(b))
    .map((id): OneAnswer => {
      const decision = decideHere(question, view, { talks: id });
      const facts = decision.kind === "answer" ? decision.facts : [];
      return { negotiation: id, facts, call: ask("ask", { question, talks: id }) };
    });
}

/** The same of a command: each call with the name of the negotiation that it is of. */
export function whichOf(calls: readonly { readonly of: string; readonly call: RawCall }[], view: View): Answer {
  const message = tell(view, "which.fit", { n: calls.length });
  const near = calls.slice(0, MOST).map(({ of, call }) => ({ label: shorten(of, LABEL_MAX), call }));
  return refused(refuse("choice", message, tell(view, "which.hint"), near));
}

function lineOf({ negotiation, facts }: OneAnswer, view: View): string {
  const own = [...new Set(facts.flatMap((f) => outlets(f, view)))];
  const more = own.length > OUTLETS ? [tell(view, "which.more", { n: own.length - OUTLETS })] : [];
  const sources =
    own.length === 0 ? "" : tell(view, "which.in", { outlets: listedIn(view, [...own.slice(0, OUTLETS), ...more]) });
  const name = view.negotiations.name(negotiation);
  return `${shorten(name, 60)}: ${firstLine(facts, view).text.replace(`${name} · `, "")}${sources}`;
}
