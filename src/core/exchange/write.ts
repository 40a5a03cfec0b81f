import { stringify } from "yaml";
import type { Claim, Fact, Fields } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { accordingTo } from "#core/reply/citation.ts";
import { FIELD_NAMES, SLOTS } from "#core/slots/index.ts";
import { ARTICLE_COLUMNS, wordsColumn } from "./columns.ts";
import { csvText } from "./csv.ts";
import { HOLDING_COLUMNS, holdings } from "./grouping.ts";
import { meantAsWords } from "./placeholders.ts";
import { named } from "./tree.ts";
import { packsOf, type Wanted } from "./write-names.ts";

export const FORMATS = ["yaml", "json", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** A file's text and MIME type. */
export interface Written {
  readonly text: string;
  readonly media: string;
}

/**
 * Facts as a file that `/facts import` reads again. YAML and JSON have the names that the facts need too, and those
 * that are wanted beside them: all, where `only` is left out. `shipped`: the facts of the library beneath.
 */
export function write(
  facts: readonly Fact[],
  view: View,
  shipped: readonly Fact[],
  format: Format,
  only?: Wanted,
): Written {
  switch (format) {
    case "yaml":
      return {
        text: stringify(whole(facts, view, shipped, only), { lineWidth: 0, aliasDuplicateObjects: false }),
        media: "application/yaml",
      };
    case "json":
      return { text: `${JSON.stringify(whole(facts, view, shipped, only), null, 2)}\n`, media: "application/json" };
    case "csv":
      return { text: csv(facts, view, shipped), media: "text/csv" };
  }
}

function whole(facts: readonly Fact[], view: View, shipped: readonly Fact[], only: Wanted | undefined): object {
  const [pack, ...more] = packsOf(facts, view, only);
  const names = more.length === 0 ? pack : { packs: [pack, ...more] };
  return { ...names, articles: articles(facts, view, shipped) };
}

interface Part {
  readonly article: string;
  readonly claims: Claim[];
}

/**
 * Claims by article, in an order in which an import makes the same facts of them, one after the other, each of its own
 * first claim: what is told first stays first. Where the order asks for it, an article is there more than once.
 */
function parts(facts: readonly Fact[]): readonly Part[] {
  const made: Part[] = [];
  const places = new Map<string, number[]>();
  const place = (claim: Claim, from: number): number => {
    const { article } = claim.citation;
    const there = places.get(article) ?? [];
    const at = there.find((i) => i >= from) ?? made.length;
    if (at === made.length) places.set(article, [...there, at]);
    made[at] ??= { article, claims: [] };
    made[at].claims.push(claim);
    return at;
  };
  let last = 0;
  for (const { claims } of facts) {
    const [first, ...more] = claims;
    last = place(first, last);
    let at = last;
    for (const claim of more) at = place(claim, at);
  }
  return made;
}

function articles(facts: readonly Fact[], view: View, shipped: readonly Fact[]): readonly object[] {
  const held = holdings(facts, shipped);
  return parts(facts).map(({ article, claims }) => {
    const { coverage: _, ...known } = view.articles.get(article) ?? {
      id: article,
      outlet: article,
      held: "text" as const,
    };
    // What marks an outlet as meant says that it is words.
    const outlet = named(known.outlet, known.id) === known.outlet ? meantAsWords(known.outlet) : known.outlet;
    return { ...marked(known), outlet, claims: claims.map((c) => ({ ...claimEntry(c, view), ...marked(held.of(c)) })) };
  });
}

/** The same with every text that an import would take for nothing marked as words. */
function marked<T extends object>(part: T): T {
  return Object.fromEntries(
    Object.entries(part).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === "string" ? meantAsWords(value) : value,
    ]),
  ) as T;
}

function claimEntry(claim: Claim, view: View): object {
  const { id, talks, slot, side, according, citation, as } = claim;
  return {
    id,
    talks,
    slot,
    ...(side === undefined ? {} : { side }),
    paragraph: citation.paragraph,
    ...(citation.excerpt === undefined ? {} : { excerpt: meantAsWords(citation.excerpt) }),
    ...(according === undefined ? {} : { according: according.length === 1 ? according[0] : according }),
    says: marked(worded(claim, view)),
    ...(Object.keys(as).length === 0 ? {} : { as: marked(as) }),
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
      // Nobody is known by a description, and yet it may be like a name.
      const own = item === undefined ? of === "people" || of === "places" : item.id === item.name;
      return [name, own ? `new: ${value}` : value];
    }),
  );
}

const CLAIM_COLUMNS = ["talks", "slot", "side", ...ARTICLE_COLUMNS, "paragraph", "excerpt", "according"];

function csv(facts: readonly Fact[], view: View, shipped: readonly Fact[]): string {
  const held = holdings(facts, shipped);
  const claims = facts.flatMap((f) => f.claims);
  const rows = claims.map((claim): Readonly<Record<string, string | number | undefined>> => {
    const article = view.articles.get(claim.citation.article);
    return marked({
      ...article,
      id: held.named.has(claim.id) ? claim.id : undefined,
      ...held.of(claim),
      talks: claim.talks,
      slot: claim.slot,
      side: claim.side,
      source: named(article?.outlet ?? claim.citation.article, article?.id),
      paragraph: claim.citation.paragraph,
      excerpt: claim.citation.excerpt,
      according: claim.according === undefined ? undefined : accordingTo(claim.according),
      ...worded(claim, view),
      ...Object.fromEntries(Object.entries(claim.as).map(([field, words]) => [wordsColumn(field), words])),
    });
  });
  const asWritten = [...FIELD_NAMES].map((field) => wordsColumn(field));
  // What no row has needs no column.
  const rare = [...asWritten, "id", ...HOLDING_COLUMNS].filter((name) => rows.some((row) => row[name] !== undefined));
  const columns = [...CLAIM_COLUMNS, ...FIELD_NAMES, ...rare];
  return csvText([columns, ...rows.map((row) => columns.map((name) => row[name] ?? ""))]);
}
