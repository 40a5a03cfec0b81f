import { live, type Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { View } from "#core/facts/view.ts";
import { questionWords } from "./words-in.ts";

/** Facts of which this whole question is an alias. A slip does not count: nothing else says that they answer it. */
export function knownAs(question: string, view: View, within?: string): readonly Fact[] {
  const asked = wholeWords(question);
  if (asked === "") return [];
  return view.facts.filter(
    (f) =>
      live(f) &&
      (within === undefined || f.talks === within) &&
      (f.aliases?.some((alias) => wholeWords(alias) === asked) ?? false),
  );
}

/**
 * The words of a question that find a fact only through an approved alias. The reply says so, since no source has them.
 */
export function byAlias(question: string, facts: readonly Fact[]): readonly string[] {
  const asked = new Set(questionWords(question));
  const found = facts.flatMap(({ aliases, slot }) =>
    (aliases ?? [])
      .filter((alias) => questionWords(alias).every((word) => asked.has(word)))
      .map((alias) => `“${alias}” → ${SLOTS[slot].label} (a spelling added here)`),
  );
  return [...new Set(found)];
}

/**
 * A whole question as an alias, for where its unknown words alone would not answer it. Only articles are left out:
 * "when" and "why" are little words too, but without them it would be another question.
 */
export function wholeWords(question: string): string {
  return questionWords(question)
    .filter((w) => !ARTICLES.has(w))
    .join(" ");
}

const ARTICLES = new Set(["a", "an", "the"]);
