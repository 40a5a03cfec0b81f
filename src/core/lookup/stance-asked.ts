import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import type { Question } from "./question.ts";

// What a verb asks for, and the stances that do not answer it: an offer is not a demand. A demand can be worded as
// a refusal, so that who asks what a side wants is told both.
const ASKS: readonly { readonly verb: RegExp; readonly never: ReadonlySet<string> }[] = [
  { verb: /^(?:offer(?:s|ed|ing)?|propos(?:e|es|ed|ing|al|als)|concessions?)$/u, never: new Set(["wants", "refuses"]) },
  { verb: /^(?:refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing)?)$/u, never: new Set(["wants", "offers", "agrees"]) },
  { verb: /^(?:promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed)?)$/u, never: new Set(["wants", "refuses"]) },
  { verb: /^(?:want(?:s|ed)?|demand(?:s|ed|ing)?)$/u, never: new Set(["offers", "agrees"]) },
];

/** The word that asks for another stance than a position takes: `offer`, where a side is held to want something. */
export function stanceMissing(fact: Fact, { tokens }: Question): readonly string[] {
  const stance = String(fieldsOf(fact)["stance"]);
  const asked = tokens.flatMap((t) => ASKS.filter(({ verb }) => verb.test(t.text)).map(({ never }) => ({ t, never })));
  // "does it refuse what the others want": nobody can tell by the words which is asked.
  const [only, ...others] = asked;
  return only !== undefined && others.length === 0 && only.never.has(stance) ? [only.t.typed] : [];
}
