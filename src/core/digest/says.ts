import type { Fact } from "#core/facts/fact.ts";
import { plainView, type View } from "#core/facts/view.ts";
import { layersOf } from "#core/lookup/desk-index.ts";
import { matching } from "#core/lookup/matching.ts";
import { termOf } from "#core/lookup/stem.ts";
import { questionWords, wordsIn } from "#core/lookup/words-in.ts";
import { statement } from "#core/reply/statement.ts";
import { memoisedIn } from "#core/text/lazy.ts";

// Facts with all of the words are among the first few with some of them.
const LOOKED_AT = 50;

/** Whether a fact says all the words of a topic, in any order and form: `flight` is said by "direct flights". */
export function says(fact: Fact, topic: string, view: View): boolean {
  const wanted = questionWords(topic).map(termOf);
  const held = termsOf(fact, view);
  return wanted.length > 0 && wanted.every((term) => held.has(term));
}

/** Whether a live fact of a desk says them. */
export function isSaid(topic: string, told: View): boolean {
  const view = plainView(told);
  const layers = layersOf(view);
  const terms = questionWords(topic).map((word) => [{ term: termOf(word), weight: 1 }]);
  return matching(terms, layers, LOOKED_AT).some(({ index, doc }) => {
    const fact = layers.fact(index.row(doc)?.id ?? "");
    return fact !== undefined && says(fact, topic, view);
  });
}

const termsOf = memoisedIn((fact: Fact, view: View): ReadonlySet<string> => {
  const told = fact.claims.flatMap(({ fields, as, citation }) => [
    ...Object.entries(fields).map(([name, value]) => as[name] ?? String(value)),
    citation.excerpt ?? "",
  ]);
  return new Set([statement(fact, view), ...told].flatMap((text) => wordsIn(text).map(termOf)));
});
