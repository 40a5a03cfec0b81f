import type { Names } from "#core/facts/names.ts";
import type { Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import { brief } from "#core/reply/statement.ts";
import { fold, shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import { wholeWords } from "./known-as.ts";
import { nearNames, type NearName } from "./near-names.ts";
import type { Decision } from "./question.ts";

/** One press of a near match, with nothing of who pressed. */
export interface Press {
  readonly key: string;
  readonly of: keyof Names | "facts";
  readonly id: string;
  readonly spelling: string;
  /** The question as it was asked last. */
  readonly question: string;
}

const FACTS = 3;
const NAMES = 2;
/** Longest spelling that a moderator may add, and so the longest that is remembered for one to approve, in characters. */
export const SPELLING_MAX = 100;

/** Something near a question that was not answered. `meant` names it in a call: a fact's id, or `people/darchiev`. */
export interface Offer {
  readonly meant: string;
  readonly label: string;
  readonly near: { readonly fact: Fact } | { readonly name: NearName };
  /** What pressing it says of the question's words; undefined where they say nothing that could be an alias. */
  readonly press: Press | undefined;
}

/** What is offered for a question that the desk does not answer, names first; the same each time while the desk is the same. */
export function offersFor(
  question: string,
  decision: Exclude<Decision, { kind: "answer" }>,
  view: View,
): readonly Offer[] {
  const names = nearNames(question, decision.missing, view, NAMES).map((name): Offer => {
    const { of, item, spelling } = name;
    return {
      meant: `${of}/${item.id}`,
      label: shorten(item.name, 60),
      near: { name },
      press: pressOf(of, item.id, spelling, question),
    };
  });
  if (decision.kind === "none") return names;
  const spelling =
    decision.but && decision.missing.length > 0 ? [...new Set(decision.missing)].join(" ") : wholeWords(question);
  const facts = decision.facts.slice(0, FACTS).map((fact): Offer => ({
    meant: fact.id,
    label: factLabel(fact, view),
    near: { fact },
    press: pressOf("facts", fact.id, spelling, question),
  }));
  return [...names, ...facts];
}

/** What a button that leads to a fact says. */
export function factLabel(fact: Fact, view: View): string {
  return shorten(`${SLOTS[fact.slot].label}: ${brief(fact.claims[0], view)}`, 60);
}

/** A press of what is near, under the key that tells one from another on its desk. */
export function pressed(of: Press["of"], id: string, spelling: string, question: string): Press {
  return { key: `${of}/${id}/${fold(spelling)}`, of, id, spelling, question };
}

function pressOf(of: Press["of"], id: string, spelling: string, question: string): Press | undefined {
  if (fold(spelling) === "" || spelling.length > SPELLING_MAX) return undefined;
  return pressed(of, id, spelling, question);
}
