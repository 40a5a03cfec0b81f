import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import type { View } from "#core/facts/view.ts";
import { isHeld } from "#core/lookup/held-words.ts";

/** What a question without an exact answer asks that is not held, and what is held and does not answer it. */
export function notExact(missing: readonly string[], view: View): string {
  const quoted = (all: readonly string[]): string =>
    listedIn(
      view,
      all.map((w) => `“${w}”`),
    );
  const held = missing.filter((w) => isHeld(w, view));
  const not = missing.filter((w) => !held.includes(w));
  if (missing.length === 0) return tell(view, "exact.all");
  if (not.length === 0) return tell(view, "exact.held", { held: quoted(held) });
  return held.length === 0
    ? tell(view, "exact.not", { not: quoted(not) })
    : tell(view, "exact.both", { not: quoted(not), held: quoted(held) });
}
