import { createHash } from "node:crypto";

/**
 * What the chain covers of a revision. Of the author it covers the row's number and not the name, so that a person can
 * be erased.
 */
export interface Link {
  readonly number: number;
  readonly batch: number;
  readonly subject: string;
  readonly kind: string;
  readonly after: string | null;
  readonly why: string | null;
  readonly undoes: number | null;
  readonly at: string;
  readonly author: number;
}

/**
 * SHA-256, in hex, over the hash before and the revision's content. A row that is changed without this program fits its
 * hash no longer.
 */
export function linkHash(before: string, link: Link): string {
  const content = [
    link.number,
    link.batch,
    link.subject,
    link.kind,
    link.after,
    link.why,
    link.undoes,
    link.at,
    link.author,
  ];
  return createHash("sha256")
    .update(`${before}\n${JSON.stringify(content)}`)
    .digest("hex");
}
