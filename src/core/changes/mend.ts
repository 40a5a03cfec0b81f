import { tell } from "#core/messages/tell.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Change } from "#core/desk/store.ts";
import type { Claim, Fact, Fields } from "#core/facts/fact.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Values } from "#core/request/option.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { sourceOf } from "#core/reply/citation.ts";
import { inLanguage } from "#core/slots/in-language.ts";
import { defined } from "#core/text/defined.ts";
import { SLOTS } from "#core/slots/index.ts";
import { outletKey } from "#core/values/outlet.ts";
import { citedChange, type CitedArticle } from "./article-change.ts";
import { citedArticle, readAccording, type CITING } from "./citing.ts";
import { wordsOf } from "./stated.ts";

/** A correction as a moderator gives it: what is given replaces what is held, the rest stays. */
export interface Correction {
  /** The slot's values, whole; undefined where they stay. */
  readonly fields?: Fields;
  /** The raw words of the call, from which each value keeps its own. */
  readonly typed: RawCall["values"];
  /** The one citation that it is about, by its article; undefined for the whole fact. */
  readonly of?: string | undefined;
  readonly talks?: string | undefined;
  readonly side?: string | undefined;
  readonly citing: { readonly [K in keyof Values<typeof CITING>]?: Values<typeof CITING>[K] | undefined };
  readonly reason?: string | undefined;
}

/**
 * The places of the claims that a correction is about. A correction of a citation must say which one, if there are
 * several.
 */
export function citationsMeant(
  fact: Fact,
  { of, citing }: Pick<Correction, "of" | "citing">,
  { view }: Snapshot,
): Read<readonly number[]> {
  const all = fact.claims.map((_, i) => i);
  const cites = Object.values(citing).some((v) => v !== undefined);
  if (of === undefined && (!cites || fact.claims.length === 1)) return ok(all);
  const typed = outletKey(of ?? "");
  const found = fact.claims.flatMap((claim, i) => {
    const { outlet, place } = sourceOf(claim, view);
    return [claim.id, claim.citation.article, outlet, `${outlet}, ${place}`, `${outlet} ${place}`].some(
      (n) => outletKey(n) === typed,
    )
      ? [i]
      : [];
  });
  if (found.length === 1) return ok(found);
  const offers = fact.claims.map((claim) => {
    const { outlet, place } = sourceOf(claim, view);
    return { label: `${outlet}, ${place}`, value: `${outlet}, ${place}` };
  });
  return {
    ok: false,
    refusal: {
      ...refuse(
        "usage",
        tell(view, "correct.citation", { id: fact.id }),
        tell(view, "correct.typeOf", { labels: offers.map((o) => o.label).join("; ") }),
      ),
      field: "of",
      offers,
    },
  };
}

interface Mended {
  readonly claims: readonly [Claim, ...Claim[]];
  /** A new article that a citation now rests on. */
  readonly articles: readonly Change[];
  /** The article that one was put to. */
  readonly cited: CitedArticle | undefined;
}

/**
 * The fact's claims as corrected, in their order, and what a citation newly rests on. `meant`: the places of those that
 * it is about.
 */
export function mend(fact: Fact, meant: readonly number[], correction: Correction, snapshot: Snapshot): Read<Mended> {
  const { citing } = correction;
  const rests =
    citing.source === undefined
      ? undefined
      : citedArticle(
          defined({ ...citing, source: citing.source, paragraph: citing.paragraph ?? 1 }),
          snapshot.view,
          `a${snapshot.next}`,
        );
  if (rests !== undefined && !rests.ok) return rests;
  const article = rests?.value.article;
  const [lead = 0] = meant;
  const values = wordedBy(fact.claims[lead] ?? fact.claims[0], correction, snapshot);
  const read = (claim: Claim) =>
    inLanguage(claim, (snapshot.view.articles.get(claim.citation.article) ?? article)?.language);
  const [first, ...more] = fact.claims.map((claim, i) =>
    meant.includes(i) ? read(placed(values(claim, i === lead), correction, article?.id)) : claim,
  );
  return ok({
    claims: [first ?? fact.claims[0], ...more],
    articles: rests === undefined ? [] : citedChange(rests.value),
    cited: rests?.value,
  });
}

/** A claim with its citation, its talks and its side as corrected. */
function placed(claim: Claim, { citing, talks, side }: Correction, article: string | undefined): Claim {
  const according = citing.according === undefined ? claim.according : readAccording(citing.according);
  return {
    ...claim,
    ...(talks === undefined ? {} : { talks }),
    ...(side === undefined ? {} : { side }),
    ...(according === undefined ? {} : { according }),
    citation: {
      ...claim.citation,
      ...(article === undefined ? {} : { article }),
      ...(citing.paragraph === undefined ? {} : { paragraph: citing.paragraph }),
      ...(citing.excerpt === undefined ? {} : { excerpt: citing.excerpt }),
    },
  };
}

/**
 * Puts the corrected values into a claim: into the `lead` one always, into others where they worded the value as that
 * one did.
 */
function wordedBy(
  lead: Claim,
  { fields, typed }: Correction,
  { view }: Snapshot,
): (claim: Claim, own: boolean) => Claim {
  if (fields === undefined) return (claim) => claim;
  const said = wordsOf(lead.slot, fields, view, typed);
  const { figure } = SLOTS[lead.slot];
  const heldIn = (name: string) => (name === figure ? lead.as[name] : undefined) ?? lead.fields[name];
  // A form sends back what stood there: only what reads or is worded otherwise was corrected.
  const changed = Object.keys(SLOTS[lead.slot].fields).filter(
    (name) =>
      heldIn(name) !== fields[name] || (said[name] !== undefined && said[name] !== (lead.as[name] ?? said[name])),
  );
  return (claim, own) => {
    const next: Record<string, string | number> = { ...claim.fields };
    const as: Record<string, string> = { ...claim.as };
    for (const name of changed) {
      const alike =
        claim.fields[name] === lead.fields[name] && (claim.bare === true || claim.as[name] === lead.as[name]);
      if (!own && !alike) continue;
      delete next[name];
      delete as[name];
      const value = fields[name];
      if (value !== undefined) next[name] = value;
      if (said[name] !== undefined && claim.bare === undefined) as[name] = said[name];
    }
    return { ...claim, fields: next, as };
  };
}
