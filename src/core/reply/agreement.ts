import type { Claim, Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { SLOTS } from "#core/slots/index.ts";
import { memoisedIn } from "#core/text/lazy.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { fieldWord } from "./field-word.ts";
import { tongueOf } from "#core/values/tongue-of.ts";
import { typographyKey } from "#core/values/typography.ts";
import { outletsOf } from "./citation.ts";
import { wording } from "./statement.ts";

/**
 * What the outlets of a fact agree on: `3 outlets agree`, or `3 outlets name the same person; the post differs` where a
 * detail is not the same in all of them; wordings in two languages are not compared. A bare citation is not counted: it
 * says nothing.
 */
export const agreement = memoisedIn((fact: Fact, view: View): string => {
  const claims = fact.claims.filter((c) => c.bare === undefined);
  const all = outletsOf(claims, view);
  if (all.length < 2) return tell(view, "agree.source");
  const details = SLOTS[fact.slot].details.flatMap((field) => detail(field, claims, all.length, view));
  const differing = details.flatMap(({ differs }) => differs ?? []);
  const differ = tell(view, "agree.differs", { field: listedIn(view, differing), n: differing.length });
  const apart = [...(differing.length === 0 ? [] : [differ]), ...details.flatMap(({ told }) => told ?? [])];
  if (apart.length === 0) return tell(view, "agree.agree", { n: all.length });
  const same = tell(view, `agree.${SLOTS[fact.slot].same}`);
  return tell(view, "agree.but", { n: all.length, same, apart: apart.join("; ") });
});

/** A detail that they word in different ways, or what else is told of one. */
interface Apart {
  readonly differs?: string;
  readonly told?: string;
}

/** How far the outlets share one detail; nothing where all say it alike, or none does. */
function detail(field: string, claims: readonly Claim[], all: number, view: View): readonly Apart[] {
  const [first] = claims;
  const noun = fieldWord(field, view);
  const told = claims.filter((c) => c.fields[field] !== undefined);
  // Spellings of one name are one; words are compared as they are, since a mark can make another word.
  const { of } = SLOTS[first?.slot ?? "note"].fields[field] ?? {};
  const said = (c: Claim): string => String((of === undefined ? wording(c, field) : undefined) ?? c.fields[field]);
  const keyOf = (c: Claim): string => typographyKey(said(c)).toLowerCase();
  const values = new Set(told.map(keyOf));
  const inTongues = Map.groupBy(told, (c) =>
    of === undefined ? tongueOf(said(c), view.articles.get(c.citation.article)?.language) : "",
  );
  if ([...inTongues.values()].some((alike) => new Set(alike.map(keyOf)).size > 1)) return [{ differs: noun }];
  if (values.size > 1) return [{ told: tell(view, "agree.tongues", { field: noun, n: inTongues.size }) }];
  if (first?.fields[field] === undefined || told.length === claims.length) return [];
  const outlets = outletsOf(told, view).length;
  if (outlets === all) return [];
  return [{ told: tell(view, "agree.gives", { n: outlets, field: noun }) }];
}
