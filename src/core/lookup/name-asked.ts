import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { Question } from "./question.ts";
import { wordsOf } from "./says.ts";
import type { Weighed } from "./weighed.ts";

// Somebody whom no directory has: "Rafael Grossi".
export const WHOLE_NAME = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;

/** Whether the name of something is asked for, and a fact names nothing. */
export function nameMissing(weighed: Weighed, question: Question, view: View): boolean {
  if (weighed.fact.slot === "venue" && asksWhichOf(weighed.fact, question, view)) return true;
  return asksForName(question) && !holdsName(weighed, view);
}

/** Whether "which hotel" is asked, and it was “a hotel”. */
function asksWhichOf(fact: Fact, { tokens }: Question, view: View): boolean {
  const place = view.places.name(String(fieldsOf(fact)["place"] ?? ""));
  if (place === "" || /\p{Lu}/u.test(place)) return false;
  return tokens.some((t, i) => /^(?:which|what)$/u.test(t.text) && wordsOf(place).includes(tokens[i + 1]?.text ?? ""));
}

/** "interpreter names", "the name of the hotel", and not "name the demands". */
function asksForName({ tokens }: Question): boolean {
  return tokens.some(({ text }, at) => {
    const [before = "", after] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
    return (
      (at > 0 || after === "of") &&
      NAME.test(text) &&
      (/^(?:the|whose|what|by)$/u.test(before) || after === "of" || after === undefined || text === "names")
    );
  });
}

const NAME = /^names?$/u;

/** Whether a fact names somebody or something, or tells of names: "how many names are on the list". */
function holdsName({ fact: { slot, claims }, has }: Weighed, view: View): boolean {
  if ([...has].some((w) => NAME.test(w.text))) return true;
  return claims.some(({ fields }) =>
    Object.entries(fields).some(([field, v]) => {
      if (field === "city") return false;
      const of = SLOTS[slot].fields[field]?.of;
      // "a hotel" has no name.
      return of === undefined ? WHOLE_NAME.test(String(v)) : /\p{Lu}/u.test(view[of].name(String(v)));
    }),
  );
}
