import { rounds, type View } from "#core/facts/view.ts";
import { ask, type RawCall } from "#core/request/call.ts";
import type { CommandName } from "./command-words.ts";
import type { Question } from "./question.ts";
import { calledOf, newestOf, whoseTalks, type WhoseTalks } from "./whose-talks.ts";

/** A command that a question asks for, or the same of each of several negotiations, where it is not said which. */
export type CommandCall =
  | { readonly call: RawCall }
  | { readonly calls: readonly { readonly of: string; readonly call: RawCall }[] };

/** The call of a command, of the talks that a question is about. `focus`: the negotiation that the channel means. */
export function callOf(name: CommandName, read: Question, view: View, focus?: string): CommandCall {
  const whose = whoseTalks(read, view, focus);
  const [only, ...others] = whose;
  const one = only === undefined || others.length > 0 ? {} : ofOne(only, view);
  const ofEach = (values: (one: WhoseTalks) => RawCall["values"], command: CommandName | "list"): CommandCall => {
    const calls = whose.map((w) => ({ of: calledOf(w, view), call: ask(command, values(w)) }));
    const [first, ...more] = calls;
    return first === undefined || more.length > 0 ? { calls } : { call: first.call };
  };
  switch (name) {
    case "disputes":
      return { call: ask("disputes", one) };
    case "compare":
      return ofEach((w) => twoOf(w, view), "compare");
    case "brief":
      return ofEach((w) => ({ talks: w.rounds.at(-1) ?? newestOf(w.negotiation, view) }), "list");
    case "timeline":
      return ofEach((w) => ofOne(w, view), "timeline");
    case "list":
      return { call: ask("list", one) };
    case "sources":
      return { call: ask(name, read.talks.ids === undefined ? {} : one) };
    case "changes":
    case "help":
      return { call: ask(name) };
  }
}

/** The round that is named, where it is one; else the negotiation, where a desk holds several. */
function ofOne({ negotiation, rounds: [only, ...others] }: WhoseTalks, view: View): RawCall["values"] {
  if (only !== undefined && others.length === 0) return { talks: only };
  return view.negotiations.all.length < 2 || view.negotiations.get(negotiation) === undefined
    ? {}
    : { talks: negotiation };
}

/** The rounds to compare: those that are named, else the last two. */
function twoOf({ negotiation, rounds: named }: WhoseTalks, view: View): RawCall["values"] {
  const several = named.length > 1;
  if (!several && view.negotiations.all.length < 2) return {};
  const all = several ? named : rounds(view, negotiation).map((t) => t.id);
  const [a, b] = several ? [all[0], all.at(-1)] : all.slice(-2);
  return a === undefined || b === undefined ? {} : { a, b };
}
