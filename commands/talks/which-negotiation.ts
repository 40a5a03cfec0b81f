import { refused, type Answer } from "#core/answer/command.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { outlets } from "#core/reply/citation.ts";
import { firstLine } from "#core/reply/first-line.ts";
import type { RawCall } from "#core/request/call.ts";
import { refuse } from "#core/request/refusal.ts";
import { count, listed, shorten } from "#core/text/text.ts";

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
  const message = `${count(all.length, "negotiation")} hold an answer: which one is meant?`;
  const hint = "Choose one, or name one of its parties in the question.";
  const near = told.map(({ negotiation, call }) => ({ label: shorten(view.negotiations.name(negotiation), 60), call }));
  return refused({ ...refuse("choice", message, hint, near), lines: told.map((one) => lineOf(one, view)) });
}

function lineOf({ negotiation, facts }: OneAnswer, view: View): string {
  const own = [...new Set(facts.flatMap((f) => outlets(f, view)))];
  const more = own.length > OUTLETS ? [`${own.length - OUTLETS} more`] : [];
  const sources = own.length === 0 ? "" : ` In ${listed([...own.slice(0, OUTLETS), ...more])}.`;
  return `${shorten(view.negotiations.name(negotiation), 60)}: ${firstLine(facts, view).text}${sources}`;
}
