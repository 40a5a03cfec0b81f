import { stringify } from "yaml";
import type { Claim, Fact, Fields } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { accordingTo } from "#core/reply/citation.ts";
import { FIELD_NAMES, SLOTS } from "#core/slots/index.ts";
import { ARTICLE_COLUMNS, wordsColumn } from "./columns.ts";
import { csvText } from "./csv.ts";
import { named } from "./tree.ts";

export const FORMATS = ["yaml", "json", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** A file's text and MIME type. */
export interface Written {
  readonly text: string;
  readonly media: string;
}

/** Facts as a file that `/facts import` reads again. */
export function write(facts: readonly Fact[], view: View, format: Format): Written {
  const claims = facts.flatMap((f) => f.claims);
  switch (format) {
    case "yaml":
      return { text: stringify({ articles: articles(claims, view) }, { lineWidth: 0 }), media: "application/yaml" };
    case "json":
      return { text: `${JSON.stringify({ articles: articles(claims, view) }, null, 2)}\n`, media: "application/json" };
    case "csv":
      return { text: csv(claims, view), media: "text/csv" };
  }
}

function articles(claims: readonly Claim[], view: View): readonly object[] {
  const byArticle = Map.groupBy(claims, (c) => c.citation.article);
  return [...byArticle].map(([id, some]) => {
    const { coverage: _, ...known } = view.articles.get(id) ?? { id, outlet: id, held: "text" as const };
    return { ...known, claims: some.map((c) => claimEntry(c, view)) };
  });
}

function claimEntry(claim: Claim, view: View): object {
  const { id, talks, slot, side, according, citation, as } = claim;
  return {
    id,
    talks,
    slot,
    ...(side === undefined ? {} : { side }),
    paragraph: citation.paragraph,
    ...(citation.excerpt === undefined ? {} : { excerpt: citation.excerpt }),
    ...(according === undefined ? {} : { according }),
    says: worded(claim, view),
    ...(Object.keys(as).length === 0 ? {} : { as }),
  };
}

/**
 * A claim's fields as `/facts add` takes them: a name that only claims know is marked as meant, or it could pass for a
 * slip.
 */
function worded({ slot, fields }: Claim, view: View): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const of = SLOTS[slot].fields[name]?.of;
      const item = of === undefined ? undefined : view[of].get(String(value));
      return [name, item !== undefined && item.id === item.name ? `new: ${item.name}` : value];
    }),
  );
}

const CLAIM_COLUMNS = ["talks", "slot", "side", ...ARTICLE_COLUMNS, "paragraph", "excerpt", "according"];

function csv(claims: readonly Claim[], view: View): string {
  const rows = claims.map((claim): Readonly<Record<string, string | number | undefined>> => {
    const article = view.articles.get(claim.citation.article);
    return {
      ...article,
      talks: claim.talks,
      slot: claim.slot,
      side: claim.side,
      source: named(article?.outlet ?? claim.citation.article, article?.id),
      paragraph: claim.citation.paragraph,
      excerpt: claim.citation.excerpt,
      according: claim.according === undefined ? undefined : accordingTo(claim.according),
      ...worded(claim, view),
      ...Object.fromEntries(Object.entries(claim.as).map(([field, words]) => [wordsColumn(field), words])),
    };
  });
  const asWritten = [...FIELD_NAMES].map((field) => wordsColumn(field));
  // What no row has needs no column.
  const rare = asWritten.filter((name) => rows.some((row) => row[name] !== undefined));
  const columns = [...CLAIM_COLUMNS, ...FIELD_NAMES, ...rare];
  return csvText([columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))]);
}
