import type { View } from "#core/facts/view.ts";
import type { Fact } from "#core/facts/fact.ts";
import { labelOf } from "#core/slots/label.ts";
import type { FactLayers } from "./desk-index.ts";
import { havingAll } from "./held.ts";
import { facet } from "./row.ts";
import { wholeWords } from "./whole-words.ts";
import { questionWords } from "./words-in.ts";

/** Facts of which this whole question is an alias. A slip does not count: nothing else says that they answer it. */
export function knownAs(question: string, layers: FactLayers): readonly Fact[] {
  const asked = wholeWords(question);
  return asked === "" ? [] : havingAll([facet("asked", asked)], layers).map((p) => p.fact);
}

/**
 * The words of a question that find a fact only through an approved alias. The reply says so, since no source has them.
 */
export function byAlias(question: string, facts: readonly Fact[], view: View): readonly string[] {
  const asked = new Set(questionWords(question));
  const found = facts.flatMap(({ aliases, claims: [claim] }) =>
    (aliases ?? [])
      .filter((alias) => questionWords(alias).every((word) => asked.has(word)))
      .map((alias) => `“${alias}” → ${labelOf(claim, view)} (a spelling added here)`),
  );
  return [...new Set(found)];
}
