import Papa from "papaparse";
import { stringify } from "yaml";
import { accordingTo } from "#core/reply/citation.ts";
import type { Claim, Fact, Fields } from "#core/facts/fact.ts";
import { FIELD_NAMES, SLOTS } from "#core/slots/index.ts";
import { named } from "./entries.ts";
import { FORMULA } from "./formats.ts";
import type { View } from "#core/facts/view.ts";

export const FORMATS = ["yaml", "json", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** A file's text and MIME type. */
export interface Written {
  readonly text: string;
  readonly media: string;
}

/** Facts as a file that `/facts import` reads again. */
export function write(facts: readonly Fact[], view: View, format: Format): Written {
  switch (format) {
    case "yaml":
      return { text: stringify({ articles: articles(facts, view) }, { lineWidth: 0 }), media: "application/yaml" };
    case "json":
      return { text: `${JSON.stringify({ articles: articles(facts, view) }, null, 2)}\n`, media: "application/json" };
    case "csv":
      return { text: csv(facts, view), media: "text/csv" };
  }
}

function articles(facts: readonly Fact[], view: View): readonly object[] {
  const byArticle = Map.groupBy(
    facts.flatMap((f) => f.claims),
    (c) => c.citation.article,
  );
  return [...byArticle].map(([id, claims]) => {
    const article = view.articles.get(id);
    const { paragraphs, coverage: _, ...known } = article ?? { id, outlet: id, held: "text" as const };
    return {
      ...known,
      ...(paragraphs === undefined ? {} : { paragraphs }),
      claims: claims.map((c) => claimEntry(c, view)),
    };
  });
}

function claimEntry(claim: Claim, view: View): object {
  const { id, talks, slot, side, according, citation } = claim;
  return {
    id,
    talks,
    slot,
    ...(side === undefined ? {} : { side }),
    paragraph: citation.paragraph,
    ...(citation.excerpt === undefined ? {} : { excerpt: citation.excerpt }),
    ...(according === undefined ? {} : { according }),
    says: worded(claim, view),
  };
}

/** A claim's fields as `/facts add` takes them: a name that only claims know is marked as meant, or it could pass for a slip. */
function worded({ slot, fields }: Claim, view: View): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const of = SLOTS[slot].fields[name]?.of;
      const item = of === undefined ? undefined : view[of].get(String(value));
      return [name, item !== undefined && item.id === item.name ? `new: ${item.name}` : value];
    }),
  );
}

const FIELD_COLUMNS = [...FIELD_NAMES];
const COLUMNS = [
  "talks",
  "slot",
  "side",
  "source",
  "title",
  "address",
  "published",
  "paragraph",
  "excerpt",
  "according",
];

function csv(facts: readonly Fact[], view: View): string {
  const rows = facts.flatMap((fact) =>
    fact.claims.map((claim): Readonly<Record<string, string | number>> => {
      const article = view.articles.get(claim.citation.article);
      return {
        talks: claim.talks,
        slot: claim.slot,
        side: claim.side ?? "",
        source: named(article?.outlet ?? claim.citation.article, article?.id),
        title: article?.title ?? "",
        address: article?.address ?? "",
        published: article?.published ?? "",
        paragraph: claim.citation.paragraph,
        excerpt: claim.citation.excerpt ?? "",
        according: claim.according === undefined ? "" : accordingTo(claim.according),
        ...worded(claim, view),
      };
    }),
  );
  return `${Papa.unparse({ fields: [...COLUMNS, ...FIELD_COLUMNS], data: [...rows] }, { escapeFormulae: FORMULA })}\r\n`;
}
