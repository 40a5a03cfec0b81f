import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { ask } from "#core/request/call.ts";
import { commandAsked } from "./asked-command.ts";
import { layersOf } from "./desk-index.ts";
import type { Before, FollowUp } from "./going-on.ts";
import { isOf } from "./going-on-words.ts";
import { besides, headline, inTheirWords, whoSays } from "./more-told.ts";
import { readQuestion } from "./question.ts";
import { isOfSince, since } from "./told-sort.ts";

// What asks after the facts themselves, or for the round that they are of, their own page answers.
const ABOUT_FACT = ["source", "sure", "denied", "round"] as const;

/** What is asked after the facts that were told, by a phrase of its own: their sources, their words, more of them. */
export function afterFacts(
  words: readonly string[],
  before: Before,
  facts: readonly Fact[],
  view: View,
): FollowUp | undefined {
  const asks = ABOUT_FACT.find((kind) => isOf(kind, words));
  const [first] = facts;
  if (first === undefined) {
    if (before.question === "" || (asks === undefined && !isOf("more", words))) return undefined;
    const command = commandAsked(before.question, view, layersOf(view));
    const taken = `“${before.question}”`;
    return command !== undefined && "call" in command
      ? { kind: "call", call: command.call, taken }
      : { kind: "ask", ways: [{ question: before.question, taken: [taken] }] };
  }
  const ids = (some: readonly Fact[]): readonly string[] => some.map((f) => f.id);
  const top = headline(facts);
  if (asks !== undefined) return { kind: "facts", ids: asks === "round" ? [first.id] : ids(top) };
  const meant = whoSays(words, facts);
  if (meant.length > 0) return { kind: "facts", ids: ids(meant) };
  if (isOf("quote", words)) {
    const worded = inTheirWords(top, view, peopleIn(before.question, view));
    return worded.length > 0 ? { kind: "facts", ids: ids(worded) } : { kind: "unsaid", ids: ids(top) };
  }
  if (isOf("more", words)) {
    const more = besides(facts, view);
    if (more !== undefined) return { kind: "facts", ids: ids(more.slice(0, MORE_MAX)) };
    return { kind: "call", call: ask("list", { talks: first.talks }), taken: view.talks.name(first.talks) };
  }
  return isOfSince(words) ? since(top) : undefined;
}

const MORE_MAX = 12;

function peopleIn(question: string, view: View): readonly string[] {
  if (question === "") return [];
  return readQuestion(question, view, layersOf(view)).names.flatMap((n) => (n.of === "people" ? [n.id] : []));
}
