import { live, type Fact } from "#core/facts/fact.ts";
import { spellings, type Person } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { statement } from "#core/reply/statement.ts";
import { SLOTS } from "#core/slots/index.ts";
import { fold } from "#core/text/text.ts";

/** Whether any fact of the desk concerns a person. */
export function tellsOf(them: Person, view: View): boolean {
  return view.facts.some((f) => live(f) && concerns(f, them, view));
}

/**
 * A fact concerns a person whom one of its fields names, or whom its words or who said it mention in full or by a known
 * spelling.
 */
export function concerns(fact: Fact, them: Person, view: View): boolean {
  const { fields } = SLOTS[fact.slot];
  if (fact.claims.some((c) => Object.entries(c.fields).some(([k, v]) => fields[k]?.of === "people" && v === them.id)))
    return true;
  const words = ` ${fold([statement(fact, view), ...fact.claims.flatMap((c) => c.according?.map(({ who }) => who) ?? [])].join(" "))} `;
  return spellings(them).some((s) => fold(s).length > 3 && words.includes(` ${fold(s)} `));
}
