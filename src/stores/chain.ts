import { createHash } from "node:crypto";

/** What the chain covers of a revision: everything but the author's name, which an erasure may replace. */
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

/** SHA-256, in hex, over the hash before and the revision's content: a row changed behind the program's back breaks every hash after it. */
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
