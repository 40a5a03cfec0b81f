import type { Fact } from "#core/facts/fact.ts";

/** Whether a fact has a person or a place in one of its fields. */
export function inFields(fact: Fact, id: string): boolean {
  return fact.claims.some(({ fields }) => Object.keys(fields).some((field) => fields[field] === id));
}
