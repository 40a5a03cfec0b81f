import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Library } from "#core/desk/library-view.ts";
import { CLAIM, type Claim } from "#core/facts/fact.ts";
import { Directory, ROLES, type Named, type Names } from "#core/facts/names.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { SLOTS } from "#core/slots/index.ts";
import { defined } from "#core/text/defined.ts";

const named = z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) });
const claim = z.object({
  id: z.string(),
  talks: z.string(),
  slot: z.string(),
  side: z.string().exactOptional(),
  paragraph: z.number(),
  according: CLAIM.shape.according,
  excerpt: z.string().exactOptional(),
  says: z.record(z.string(), z.union([z.string(), z.number()])),
});
const article = z.object({
  id: z.string(),
  outlet: z.string(),
  title: z.string().exactOptional(),
  published: z.string().exactOptional(),
  language: z.string().exactOptional(),
  outletKind: z.string().exactOptional(),
  held: z.enum(["text", "notes"]),
  paragraphs: z.number(),
  claims: z.array(claim),
});
const pack = z.object({
  negotiation: named,
  talks: z.array(named.extend({ order: z.number(), parties: z.array(z.string()) })),
  parties: z.array(named.extend({ adjective: z.string(), role: z.enum(ROLES) })),
  people: z.array(named.extend({ party: z.string().exactOptional() })),
  places: z.array(named),
  articles: z.array(article),
});

/** A library with the negotiation of a folder's `pack.yaml` beside its own. What both name by one id is one thing. */
export function withPack(library: Library, folder: string): Library {
  const read = pack.parse(parse(readFileSync(join(folder, "pack.yaml"), "utf8")));
  const { id } = read.negotiation;
  const parties = read.parties.map(({ id: party, role }) => ({ party, role }));
  const merged = {
    negotiations: [...library.negotiations, { ...read.negotiation, parties }],
    talks: united(
      library.talks,
      read.talks.map((t) => ({ ...t, negotiation: id })),
    ),
    parties: united(
      library.parties,
      read.parties.map(({ role: _, ...party }) => party),
    ),
    people: united(library.people, read.people),
    places: united(library.places, read.places),
    slots: [],
  };
  const names: Names = {
    negotiations: new Directory(merged.negotiations),
    talks: new Directory(merged.talks),
    parties: new Directory(merged.parties),
    people: new Directory(merged.people),
    places: new Directory(merged.places),
    slots: new Directory(merged.slots),
  };
  const claims = read.articles.flatMap(({ id, claims }) => claims.map((c) => claimOf(c, id, names)));
  const articles = read.articles.map(({ claims: _, ...given }) => given);
  return { ...merged, articles: [...library.articles, ...articles], claims: [...library.claims, ...claims] };
}

function united<T extends Named>(a: readonly T[], b: readonly T[]): readonly T[] {
  const more = new Map(b.map((item) => [item.id, item]));
  const both = a.map((item) => {
    const same = more.get(item.id);
    return same === undefined ? item : { ...item, aliases: [...new Set([...item.aliases, ...same.aliases])] };
  });
  return [...both, ...b.filter((item) => !a.some((x) => x.id === item.id))];
}

/** A claim of a slot that there is not is a note: its fields' words, one after the other. */
function claimOf(given: z.output<typeof claim>, article: string, names: Names): Claim {
  const { id, talks, side, according, excerpt, paragraph } = given;
  const known = Object.hasOwn(SLOTS, given.slot);
  const slot: SlotName = known ? (given.slot as SlotName) : "note";
  const says = known ? given.says : { remark: Object.values(given.says).join(" ") };
  const fields: Record<string, string | number> = {};
  const as: Record<string, string> = {};
  for (const [field, typed] of Object.entries(says)) {
    const of = SLOTS[slot].fields[field]?.of;
    const found = of === undefined ? undefined : names[of].exact(String(typed));
    fields[field] = found?.id ?? (SLOTS[slot].fields[field]?.type === "text" ? String(typed) : typed);
    if (found !== undefined && found.id !== typed) as[field] = String(typed);
  }
  return {
    id,
    talks,
    slot,
    fields,
    as,
    citation: { article, paragraph, ...defined({ excerpt }) },
    ...defined({ side, according }),
  };
}
