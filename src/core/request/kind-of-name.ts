import type { Named, Names } from "#core/facts/names.ts";

/** The words by which a kind of name is typed, each with its directory. */
export const KINDS = {
  negotiation: "negotiations",
  talks: "talks",
  party: "parties",
  person: "people",
  place: "places",
  slot: "slots",
} as const satisfies Readonly<Record<string, keyof Names>>;
export type Kind = keyof typeof KINDS;
export const KIND_WORDS = Object.keys(KINDS) as readonly Kind[];

export function kindOf(of: keyof Names): Kind {
  return KIND_WORDS.find((kind) => KINDS[kind] === of) ?? "talks";
}

const PREFIX = new RegExp(`^\\s*(${KIND_WORDS.join("|")}):\\s*(.+)$`, "isu");

/** A name as it is typed, apart from the kind that may stand before it: `party: Oman`. */
export function withoutKind(raw: string): { readonly kind?: Kind; readonly name: string } {
  const [, prefix, rest] = PREFIX.exec(raw) ?? [];
  const kind = KIND_WORDS.find((word) => word === prefix?.toLowerCase());
  return kind === undefined || rest === undefined ? { name: raw } : { kind, name: rest };
}

/** The same the other way round: what leads to this one thing, whatever else is called alike. */
export function withKind({ of, item }: { readonly of: keyof Names; readonly item: Named }): string {
  return `${kindOf(of)}: ${item.id}`;
}
