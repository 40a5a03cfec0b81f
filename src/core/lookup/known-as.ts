import { live, type Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { View } from "#core/facts/view.ts";
import { questionWords } from "./words-in.ts";

/** Facts of which this whole question is an alias. Never by a slip: nothing else says that they answer it. */
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

/** Which of a question's words find a fact only because a moderator let them: nobody should think that a source has them. */
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
 * A question's words, as the alias that it becomes where its unknown words alone would not answer it. "When" and "why" are little words
 * too, and make another question of it: only articles are left out.
 */
export function wholeWords(question: string): string {
  return questionWords(question)
    .filter((w) => !ARTICLES.has(w))
    .join(" ");
}

const ARTICLES = new Set(["a", "an", "the"]);
