import type { Snapshot, WholeSnapshot } from "#core/desk/desk.ts";
import { overlay } from "#core/desk/overlay.ts";
import { shippedBy } from "#core/desk/library-desk.ts";
import type { View } from "#core/facts/view.ts";
import type { Since } from "./subscription.ts";

/** The present end of a desk: a new subscription starts from it. */
export function sinceNow({ own, library }: Snapshot): Since {
  return { own: own.version, library: library.version, mark: own.lastAt };
}

/** As `sinceNow`, of the desk as one of its revisions left it, over the library of now. */
export function sinceRevision(number: number, { own, library }: WholeSnapshot): Since {
  return { own: number, library: library.version, mark: markOf(number, own) };
}

function markOf(number: number, own: WholeSnapshot["own"]): string {
  return own.revisions[number - 1]?.at.toString() ?? "";
}

/** What a desk held at `since`. Undefined where `since` belongs to another desk, so that nothing is known about it. */
export function viewThen({ own, library, beneath }: WholeSnapshot, since: Since): View | undefined {
  if (markOf(since.own, own) !== since.mark) return undefined;
  const then = since.library >= library.version ? beneath : shippedBy(library.upTo(since.library));
  return overlay(then, own.upTo(since.own));
}
