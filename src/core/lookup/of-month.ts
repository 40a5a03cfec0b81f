import type { Fact } from "#core/facts/fact.ts";
import { monthOf } from "./calendar-words.ts";
import type { Question } from "./question.ts";
import { valuesIn } from "./says.ts";

const GAIN = 0.2;
const OF_DAYS: ReadonlySet<string> = new Set(["date", "duration"]);

/**
 * What a fact gains that says the month a question names, and loses that says another: a round of several months has
 * more than one day, and more than one length.
 */
export function ofMonth(fact: Fact, { tokens, talks }: Question): number {
  if (!OF_DAYS.has(fact.slot) || talks.ids === undefined) return 0;
  const asked = [...talks.at].flatMap((i) => monthOf(tokens[i]?.text ?? "") ?? []);
  if (asked.length === 0) return 0;
  const said = valuesIn(fact).flatMap((words) => words.flatMap((w) => monthOf(w) ?? []));
  return said.length === 0 ? 0 : said.some((m) => asked.includes(m)) ? GAIN : -GAIN;
}
