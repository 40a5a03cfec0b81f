import { dangersAt } from "#core/propose/reading/guard.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { Cut, Proposal } from "#core/propose/reading/proposal.ts";
import { readArticle, type Known, type Read } from "#core/propose/reading/read-article.ts";
import type { Found, Rule } from "#core/propose/reading/rule.ts";
import type { Span } from "#core/propose/reading/span.ts";
import { RULES } from "#core/propose/rules/index.ts";
import { accordingIn } from "./according.ts";

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

/** Where the first of a proposal's values stands. */
function first({ fields }: Proposal): number {
  return Math.min(...Object.values(fields).map((f) => f.start));
}

/** One proposal for each thing said: of one kind in one paragraph, what stands within another's value is dropped. */
function once(all: readonly Proposal[]): readonly Proposal[] {
  const kept: Proposal[] = [];
  for (const proposal of all) {
    const main = mainOf(proposal);
    const rival = kept.findIndex(
      (k) => k.slot === proposal.slot && k.paragraph === proposal.paragraph && overlaps(mainOf(k), main),
    );
    const led = kept.some(
      (k) =>
        k.slot === "led" &&
        proposal.slot === "attended" &&
        k.paragraph === proposal.paragraph &&
        overlaps(mainOf(k), main),
    );
    const rivals =
      ONE.has(proposal.slot) &&
      kept.some(
        (k) =>
          k.slot === proposal.slot &&
          k.paragraph === proposal.paragraph &&
          k.fields["place"]?.text === proposal.fields["place"]?.text,
      );
    if (rival < 0 && !led && !rivals) kept.push(proposal);
  }
  return kept;
}

const ONE = new Set(["date", "duration"]);
const MAIN = ["person", "topic", "words", "result", "step", "about", "aim", "stated", "place", "city", "count", "kind"];

/** The field that says what a proposal is about. */
export function mainOf({ fields }: Proposal): Cut {
  const main = MAIN.map((name) => fields[name]).find((f) => f !== undefined) ?? Object.values(fields)[0];
  if (main === undefined) throw new Error("a proposal has no field");
  return main;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
