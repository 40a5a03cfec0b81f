import { FIELD_NAMES } from "#core/slots/index.ts";
import { fold } from "#core/text/text.ts";
import { HOLDING_COLUMNS } from "./grouping.ts";

/** What an import may say of an article beyond what `/facts add` asks. */
export const ARTICLE_DETAILS = ["language", "outletKind", "held", "paragraphs"] as const;

/** What names the article that a claim rests on. */
export const ARTICLE_COLUMNS = ["source", "title", "address", "published", ...ARTICLE_DETAILS] as const;

/**
 * What a claim says beside its slot's own fields. `id` is the exporting desk's, by which other entries of the file name
 * it.
 */
const CLAIM_COLUMNS = ["talks", "slot", "side", "paragraph", "excerpt", "according", "id", ...HOLDING_COLUMNS] as const;

/** Without these no claim can be read. */
export const NEEDED = ["talks", "slot", "source", "paragraph"] as const;

/** The column in which an export writes a source's own words for a field that holds one of the desk's names. */
export function wordsColumn(field: string): string {
  return `${field} as written`;
}

const BY_SPELLING: ReadonlyMap<string, string> = new Map(
  [...ARTICLE_COLUMNS, ...CLAIM_COLUMNS, ...FIELD_NAMES, ...[...FIELD_NAMES].map((field) => wordsColumn(field))].map(
    (name) => [squashed(name), name] as const,
  ),
).set("outlet", "source");

/**
 * The column that a heading or key means, whatever its case, spaces and hyphens; undefined where Talks knows none like
 * it.
 */
export function columnOf(written: string): string | undefined {
  return BY_SPELLING.get(squashed(written));
}

/** The form in which two headings are the same: `Outlet kind`, `outlet_kind`, `outletKind`. */
export function squashed(written: string): string {
  return fold(written).replaceAll(" ", "");
}
