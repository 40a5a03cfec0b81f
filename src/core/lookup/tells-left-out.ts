import type { Fact } from "#core/facts/fact.ts";
import { inFields } from "./in-fields.ts";
import type { Question } from "./question.ts";

/** Whether a fact tells of one who is not meant. */
export function tellsLeftOut(fact: Fact, { without }: Question): boolean {
  return [...without].some((id) => fact.side === id || inFields(fact, id));
}
