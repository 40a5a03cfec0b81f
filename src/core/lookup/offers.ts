import type { Names } from "#core/facts/names.ts";
import type { Fact } from "#core/facts/fact.ts";
import { LABEL_MAX } from "#core/request/call.ts";
import { labelOf } from "#core/slots/label.ts";
import { brief } from "#core/reply/statement.ts";
import { fold, shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import { wholeWords } from "./whole-words.ts";
import { nearNames, type NearName } from "./near-names.ts";
import type { Decision } from "./decide.ts";

/** One pick of what was offered for a question. It holds nothing of who picked. */
export interface OfferPick {
  readonly key: string;
  readonly of: keyof Names | "facts";
  readonly id: string;
  readonly spelling: string;
  /** The question as it was asked last. */
  readonly question: string;
}

const FACTS = 3;
const NAMES = 2;
/** Longest spelling that a moderator may add, in characters; a longer one is not counted as a pick. */
export const SPELLING_MAX = 100;

/**
 * A fact or a name near a question that was not answered.
 * `meant` names it in a call: a fact's id, or `people/ida-ray`.
 */
export interface Offer {
  readonly meant: string;
  readonly label: string;
  readonly near: { readonly fact: Fact } | { readonly name: NearName };
  /** What picking it says of the question's words; undefined where they could not be an alias. */
  readonly pick: OfferPick | undefined;
}

/**
 * The offers for a question that the desk does not answer, names first. They are the same each time while the desk is
 * the same.
 */
export function offersFor(
  question: string,
  decision: Exclude<Decision, { kind: "answer" }>,
  view: View,
): readonly Offer[] {
  const names = nearNames(question, decision.missing, view, NAMES).map((name): Offer => {
    const { of, item, spelling } = name;
    return {
      meant: `${of}/${item.id}`,
      label: shorten(item.name, LABEL_MAX),
      near: { name },
      pick: pickIn(of, item.id, spelling, question),
    };
  });
  if (decision.kind === "none") return names;
  const missing = [...new Set(decision.missing)].join(" ");
  const whole = wholeWords(question);
  const facts = decision.facts.slice(0, FACTS).map((fact): Offer => ({
    meant: fact.id,
    label: factLabel(fact, view),
    near: { fact },
    pick: pickIn("facts", fact.id, decision.but.has(fact) && missing !== "" ? missing : whole, question),
  }));
  return [...names, ...facts];
}

/** The label of a button that leads to a fact. */
function factLabel(fact: Fact, view: View): string {
  return shorten(`${labelOf(fact.claims[0], view)}: ${brief(fact.claims[0], view)}`, LABEL_MAX);
}

/** A pick under the key that tells it from the others of its desk. */
export function pickOf(of: OfferPick["of"], id: string, spelling: string, question: string): OfferPick {
  return { key: `${of}/${id}/${fold(spelling)}`, of, id, spelling, question };
}

function pickIn(of: OfferPick["of"], id: string, spelling: string, question: string): OfferPick | undefined {
  if (fold(spelling) === "" || spelling.length > SPELLING_MAX) return undefined;
  return pickOf(of, id, spelling, question);
}
