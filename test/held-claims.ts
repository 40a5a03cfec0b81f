import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import type { Seat } from "#test/moderation.ts";

const inOrder = (o: object): readonly string[] =>
  Object.entries(o)
    .map((entry) => JSON.stringify(entry))
    .toSorted((a, b) => (a < b ? -1 : 1));

/**
 * What a desk's live facts say, how they stand and what they rest on, without the ids that each desk gives by itself:
 * which claim a fact was made of, and which others are part of it.
 */
export async function heldClaims(seat: Seat): Promise<readonly string[]> {
  const view = await seat.desk.view();
  const said = ({ id: _, citation, fields, as, ...claim }: Claim): string => {
    const { id: __, coverage: ___, ...article } = view.articles.get(citation.article) ?? { outlet: "" };
    // Fields and words have no order of their own.
    return JSON.stringify([...[fields, as, claim, article].map(inOrder), citation.paragraph, citation.excerpt]);
  };
  const named = (id: string | undefined): string => {
    const fact = view.facts.find((f) => f.id === id);
    return fact === undefined || !live(fact) ? "" : said(fact.claims[0]);
  };
  const told = ({ claims: [first, ...more], disputed, settled }: Fact): string => {
    const against = named(disputed?.with);
    const standing = [against, against === "" ? "" : (disputed?.why ?? ""), named(settled)];
    return JSON.stringify([said(first), ...more.map(said).toSorted(), ...standing]);
  };
  return view.facts.filter(live).map(told).toSorted();
}
