import { dangersAt } from "#core/propose/reading/guard.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { Cut, Proposal } from "#core/propose/reading/proposal.ts";
import { readArticle, type Known, type Read } from "#core/propose/reading/read-article.ts";
import type { Found, Rule } from "#core/propose/reading/rule.ts";
import type { Span } from "#core/propose/reading/span.ts";
import { RULES } from "#core/propose/rules/index.ts";
import { accordingIn } from "./according.ts";
import { first, once } from "./once.ts";

/**
 * The facts that an article's paragraphs propose, in their order. Nothing is composed: each value is a piece of its
 * paragraph. `names`: the desk's own are tried before any other. `off`: rules that are left out, by name.
 */
export function propose(
  paragraphs: readonly string[],
  names: Known,
  off: ReadonlySet<string> = new Set(),
): readonly Proposal[] {
  const reading = readArticle(paragraphs, names);
  const found = RULES.filter((rule) => !off.has(rule.name)).flatMap((rule) =>
    reading.passages.flatMap((passage) =>
      passage.sentences.flatMap((sentence) =>
        [...rule.find(passage, sentence, reading)].flatMap((f) => proposalOf(f, rule, passage, sentence) ?? []),
      ),
    ),
  );
  return once(found).toSorted((a, b) => a.paragraph - b.paragraph || first(a) - first(b));
}

function proposalOf(found: Found, rule: Rule, passage: Read, sentence: Sentence): Proposal | undefined {
  const inQuote = passage.quotations.some((q) => found.at.start >= q.start && found.at.end <= q.end + 1);
  const dangers = inQuote ? new Set<never>() : dangersAt(passage, sentence, found.at, rule.whole);
  if ([...dangers].some((danger) => rule.harmless?.includes(danger) !== true)) return undefined;
  const { text, number } = passage;
  const fields = Object.fromEntries(Object.entries(found.fields).map(([name, span]) => [name, cut(text, span)]));
  const according = found.according ?? (rule.slot === "quote" ? undefined : accordingIn(passage, sentence, found.at));
  return {
    slot: rule.slot,
    paragraph: number,
    sentence: { start: sentence.start, end: sentence.end },
    fields,
    ...(found.side === undefined ? {} : { side: found.side }),
    ...(according === undefined ? {} : { according: cut(text, according) }),
    ...(found.hints === undefined ? {} : { hints: found.hints }),
    rule: rule.name,
  };
}

function cut(text: string, { start, end }: Span): Cut {
  return { start, end, text: text.slice(start, end) };
}
