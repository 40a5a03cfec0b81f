import type { Fact } from "#core/facts/fact.ts";
import { numberOf, yearOf } from "./calendar-words.ts";
import type { Question } from "./question.ts";
import { valuesIn } from "./says.ts";
import { isLikeIn } from "./says-like.ts";

// "two partial agreements": what is counted stands this near after its number.
const NEAR = 3;
const ASKED = 0.85;
/** Words by which a number is asked for. */
export const COUNTS = /^(?:number|numbers|count|total|figure|amount)$/u;

/**
 * Whether what came of the talks says how many there are of what is counted: "how many accords were signed" of “two
 * accords were signed”.
 */
export function countsIt(fact: Fact, { form, tokens, words, slots }: Question): boolean {
  if (form !== "how-many" || fact.slot !== "outcome") return false;
  if (!slots.some((s) => s.slot === "outcome" && s.weight >= ASKED)) return false;
  const many = tokens.findIndex((t) => t.text === "many");
  const counted = words.find((w) => w.at === many + 1);
  if (many < 0 || counted === undefined) return false;
  const isIt = isLikeIn(counted.text);
  const isNumber = (word: string): boolean =>
    numberOf(word) !== undefined && yearOf(word) === undefined && !tokens.some((t) => t.text === word);
  return valuesIn(fact).some((own) => own.some((w, i) => isNumber(w) && own.slice(i + 1, i + 1 + NEAR).some(isIt)));
}
