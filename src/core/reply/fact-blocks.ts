import { agreement } from "./agreement.ts";
import { outlets, outletsOf, sharedAccording, sourceInlines, sourceOf } from "./citation.ts";
import { exactFirst } from "./first-line.ts";
import { consistent, differing } from "#core/slots/disagreement.ts";
import type { Fact } from "#core/facts/fact.ts";
import {
  folded,
  idCode,
  list,
  paragraph,
  strong,
  text,
  words,
  type Block,
  type Inline,
  type Quoted,
  type Source,
} from "./reply.ts";
import { SLOTS } from "#core/slots/index.ts";
import { brief, statement, wording } from "./statement.ts";
import { memoisedIn } from "#core/text/lazy.ts";
import { capital, listed } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";

/** A fact as a reply quotes it, so that a later correction can find it again. */
export function quoted(fact: Fact, view: View): Quoted {
  return {
    id: fact.id,
    revision: fact.revision,
    statement: statement(fact, view),
    sources: sourcesOf(fact, view),
    claims: fact.claims.map((claim) => claim.id),
  };
}

export const sourcesOf = memoisedIn((fact: Fact, view: View): readonly Source[] => {
  const shared = sharedAccording(fact);
  return fact.claims.map((claim) => sourceOf(claim, view, shared));
});

/** Where a fact rests, in one line: `The Gazette, 10 April 2025, note 1; Zed, ¶2`. */
export function restsOn(fact: Fact, view: View): string {
  return sourcesOf(fact, view)
    .map((source) => words(sourceInlines(source)))
    .join("; ");
}

/**
 * A whole fact: its statement, the wordings in which its sources differ, and every citation. `own`: with the names as
 * its first source spells them. The wordings are details; the statement too, where the first line `told` it.
 */
export function factBlocks(fact: Fact, view: View, own = false, told = false): readonly Block[] {
  const variants = variantItems(fact, view);
  const standing = fact.standing === "accepted" ? [] : [text(" "), strong(`(${fact.standing})`)];
  const said: Block =
    fact.slot === "quote"
      ? { kind: "quote", text: String(fact.claims[0].fields["words"] ?? ""), by: speakerLine(fact, view), id: fact.id }
      : paragraph(text(statement(fact, view, own)), ...standing, text(" "), idCode(fact.id));
  return [
    told && fact.standing === "accepted" ? folded(said) : said,
    ...(variants.length === 0 ? [] : [folded(list(...variants))]),
    { kind: "sources", note: agreement(fact, view), sources: sourcesOf(fact, view) },
  ];
}

function speakerLine(fact: Fact, view: View): string {
  const { fields } = fact.claims[0];
  const parts = [view.people.name(String(fields["speaker"] ?? "")), fields["post"], fields["when"]];
  return parts.filter((p) => p !== undefined).join(", ");
}

/** One item a field in which agreeing sources differ in words: each wording with the outlets that have it. */
const variantItems = memoisedIn((fact: Fact, view: View): readonly (readonly Inline[])[] =>
  SLOTS[fact.slot].variants.flatMap((field) => {
    const worded = Map.groupBy(
      fact.claims.filter((c) => wording(c, field) !== undefined),
      (c) => wording(c, field) ?? "",
    );
    if (worded.size < 2) return [];
    const parts = [...worded].map(([words, claims]) => `“${words}” (${listed(outletsOf(claims, view))})`);
    return [[strong(`${capital(fieldNoun(fact, field))} as reported: `), text(parts.join("; "))]];
  }),
);

function fieldNoun(fact: Fact, field: string): string {
  return SLOTS[fact.slot].fields[field]?.of === "people" ? "name" : field === "stated" ? "value" : field;
}

/**
 * `Sources differ: five hours (Wed); six hours (Zed)`, or where they do not and yet say different things `Consistent:
 * over five hours (Zed); 5½ hours (Wed)`; undefined where there is nothing to compare.
 */
export function differLine(unordered: readonly Fact[], view: View): string | undefined {
  const facts = exactFirst(unordered);
  const open = facts.filter((f) => f.settled === undefined);
  const apart = differing(facts, view) ?? [];
  const [words, told] = apart.length > 1 ? ["Sources differ", apart] : ["Consistent", consistent(open, view)];
  if (told.length < 2) return undefined;
  const sides = told.map((f) => `${brief(f.claims[0], view)} (${listed(outlets(f, view))})`);
  return `${words}: ${sides.join("; ")}.`;
}
