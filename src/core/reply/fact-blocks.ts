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
import { brief, languageOf, statement, wording } from "./statement.ts";
import { memoisedIn } from "#core/text/lazy.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { capitalIn } from "#core/messages/words.ts";
import { fieldWord } from "./field-word.ts";
import { plainView, type View } from "#core/facts/view.ts";

/** A fact as a reply quotes it, so that a later correction can find it again. */
export function quoted(fact: Fact, view: View): Quoted {
  // In English, whatever the reply is in: a catalogue that is worded better corrects no message.
  const plain = plainView(view);
  return {
    id: fact.id,
    revision: fact.revision,
    statement: statement(fact, plain),
    sources: sourcesOf(fact, plain),
    claims: fact.claims.map((claim) => claim.id),
    ...(view.tongue === undefined ? {} : { told: statement(fact, view) }),
  };
}

export const sourcesOf = memoisedIn((fact: Fact, view: View): readonly Source[] => {
  const said = sharedAccording(fact, view);
  return fact.claims.map((claim) => sourceOf(claim, view, said));
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
  const standing =
    fact.standing === "accepted" ? [] : [text(" "), strong(`(${tell(view, `standing.${fact.standing}`)})`)];
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
  const { fields, citation } = fact.claims[0];
  const language =
    view.tongue === undefined ? undefined : languageOf(String(fields["words"] ?? ""), citation.article, view);
  const parts = [view.people.name(String(fields["speaker"] ?? "")), fields["post"], fields["when"]];
  const by = parts.filter((p) => p !== undefined).join(", ");
  return language === undefined ? by : tell(view, "quote.by", { by, language });
}

/** One item a field in which agreeing sources differ in words: each wording with the outlets that have it. */
const variantItems = memoisedIn((fact: Fact, view: View): readonly (readonly Inline[])[] =>
  SLOTS[fact.slot].variants.flatMap((field) => {
    const worded = Map.groupBy(
      fact.claims.filter((c) => wording(c, field) !== undefined),
      (c) => wording(c, field) ?? "",
    );
    if (worded.size < 2) return [];
    const parts = [...worded].map(([words, claims]) => `“${words}” (${listedIn(view, outletsOf(claims, view))})`);
    const noun = capitalIn(view, fieldNoun(fact, field, view));
    return [[strong(tell(view, "reported.field", { field: noun })), text(parts.join("; "))]];
  }),
);

function fieldNoun(fact: Fact, field: string, view: View): string {
  return fieldWord(SLOTS[fact.slot].fields[field]?.of === "people" ? "name" : field, view);
}

/**
 * `Sources differ: five hours (Wed); six hours (Zed)`, or where they do not and yet say different things `Consistent:
 * over five hours (Zed); 5½ hours (Wed)`; undefined where there is nothing to compare.
 */
export function differLine(unordered: readonly Fact[], view: View): string | undefined {
  const facts = exactFirst(unordered);
  const open = facts.filter((f) => f.settled === undefined);
  const apart = differing(facts, view) ?? [];
  const [words, told] =
    apart.length > 1 ? [tell(view, "differ.differ"), apart] : [tell(view, "differ.consistent"), consistent(open, view)];
  if (told.length < 2) return undefined;
  const sides = told.map((f) => `${brief(f.claims[0], view)} (${listedIn(view, outlets(f, view))})`);
  return `${words}: ${sides.join("; ")}.`;
}
