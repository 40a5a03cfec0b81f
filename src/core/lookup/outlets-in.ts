import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { memoised } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import { inLatin } from "#core/values/transliteration.ts";
import { mayBeName } from "./english.ts";
import { isNameWord } from "./name-index.ts";
import type { Token } from "./token.ts";

/** An outlet that a question names, and where its words stand. */
export interface OutletNamed {
  readonly name: string;
  readonly at: readonly number[];
}

const outletsOf = memoised((view: View) =>
  [...new Set([...view.articles.values()].map((a) => a.outlet))].map((name) => ({
    name,
    // One may call it without its article.
    parts: fold(name).replace(/^the /u, "").split(" "),
  })),
);

/** The outlets that a question names, as it was typed or in English. */
export function outletsIn(tokens: readonly Token[], view: View): readonly OutletNamed[] {
  // An outlet may be written in Cyrillic letters, and have words of another language in its name.
  const said = tokens.map(({ text, typed }) => [text, typed, inLatin(text)]);
  return outletsOf(view).flatMap(({ name, parts }) => {
    const isAt = (words: readonly string[]): number =>
      said.findIndex((_, i) => words.every((part, j) => said[i + j]?.includes(part) === true));
    const whole = isAt(parts);
    if (whole >= 0) return [{ name, at: parts.map((_, j) => whole + j) }];
    const [first = ""] = parts;
    const from = isOwn(first, view) ? isAt([first]) : -1;
    return from < 0 ? [] : [{ name, at: [from] }];
  });
}

/** Whether a word alone calls an outlet of several words: neither English nor a name nor another outlet has it. */
function isOwn(word: string, view: View): boolean {
  const having = outletsOf(view).filter(({ parts }) => parts.includes(word));
  return word.length > 3 && having.length === 1 && mayBeName(word) && !isNameWord(word, view);
}

const SAYS =
  /^(?:say|says|said|reports?|reported|reporting|writes?|wrote|written|according|from|by|claims?|told|mentions?|quotes?)$/u;

/** Whether a question asks what an outlet says. */
export function saysOutlet(tokens: readonly Token[]): boolean {
  return tokens.some((t) => SAYS.test(t.text));
}

/** Whether an outlet is a source of a fact. */
export function isFrom(fact: Fact, outlet: string, view: View): boolean {
  return fact.claims.some((c) => view.articles.get(c.citation.article)?.outlet === outlet);
}
