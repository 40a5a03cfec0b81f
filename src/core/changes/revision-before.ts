import type { WholeSnapshot } from "#core/desk/desk.ts";
import type { Revision } from "#core/desk/store.ts";

/** The revision of the same subject before one; undefined where it is the first. */
export function before({ subject, number, by }: Revision, { own, library }: WholeSnapshot): Revision | undefined {
  return (by.platform === "library" ? library : own).of(subject).findLast((r) => r.number < number);
}
