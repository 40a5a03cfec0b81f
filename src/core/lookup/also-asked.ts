import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { countsIt } from "./counts-it.ts";
import { asksWhichCountries, countriesThere } from "./countries-there.ts";
import type { Question } from "./question.ts";
import { says } from "./says.ts";
import { isPaper } from "./sorts-of-things.ts";

// It says how many there are of what is counted, although a figure it is not: nearly as good.
const COUNTED = 0.75;
// What a fact is asked for by a thing of its own, whatever kind it is of.
const PLAINLY = 1.45;
const LIKELY = 1;
const CONTENTS =
  /^(?:about|contain|contains|cover|covers|covered|include|includes|included|contents?|deal|deals|in|say|says)$/u;
const PEOPLE_OF: ReadonlySet<string> = new Set(["role", "led", "attended"]);

/**
 * How much a fact is asked for by words that ask for no kind: "which countries were there", "what is the accord about".
 */
export function alsoAsked(fact: Fact, question: Question, view: View): number {
  const { form, tokens, slots } = question;
  if (countsIt(fact, question)) return COUNTED * (slots[0]?.weight ?? 0);
  if (asksWhichCountries(question) && countriesThere(fact)) return PLAINLY;
  if (form === "what" && fact.slot === "outcome" && tokens.some((t) => CONTENTS.test(t.text)))
    return tokens.some((t) => isPaper(t.text)) && says(fact, isPaper) ? LIKELY : 0;
  return isOneOfTheirs(fact, question, view) ? PLAINLY : 0;
}

/** "which American ran it", "who was the American there": somebody of a party that is named alone. */
function isOneOfTheirs(fact: Fact, { form, tokens, names }: Question, view: View): boolean {
  if (form !== "who" || !PEOPLE_OF.has(fact.slot)) return false;
  const person = String(fieldsOf(fact)["person"] ?? "");
  return names.some(({ of, id, from, size }) => {
    const [before, after] = [tokens[from - 1]?.text, tokens[from + size]?.text ?? ""];
    const isMeant =
      before === "which" || (before === "the" && (after === "" || /^(?:in|at|there|on|who)$/u.test(after)));
    return of === "parties" && isMeant && view.people.get(person)?.party === id;
  });
}
