import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import type { View } from "#core/facts/view.ts";
import { LITTLE_WORDS } from "#core/lookup/little-words.ts";
import { STOP_WORDS } from "#core/lookup/stop-words.ts";
import { isHeld } from "#core/lookup/held-words.ts";

/** What a question without an exact answer asks that is not held, and what is held and does not answer it. */
export function notExact(missing: readonly string[], view: View): string {
  const quoted = (all: readonly string[]): string =>
    listedIn(
      view,
      all.map((w) => `“${w}”`),
    );
  // "nothing about “there”" would say little.
  const said = missing.filter((w) => !LITTLE_WORDS.has(w) && !STOP_WORDS.has(w));
  const held = said.filter((w) => isHeld(w, view));
  const not = said.filter((w) => !held.includes(w));
  if (said.length === 0) return tell(view, "exact.all");
  if (not.length === 0) return tell(view, "exact.held", { held: quoted(held) });
  return held.length === 0
    ? tell(view, "exact.not", { not: quoted(not) })
    : tell(view, "exact.both", { not: quoted(not), held: quoted(held) });
}
