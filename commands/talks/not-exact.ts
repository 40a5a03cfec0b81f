import type { View } from "#core/facts/view.ts";
import { isHeld } from "#core/lookup/held-words.ts";
import { listed } from "#core/text/text.ts";

/** What a question without an exact answer asks that is not held, and what is held and does not answer it. */
export function notExact(missing: readonly string[], view: View): string {
  const quoted = (all: readonly string[]): string => listed(all.map((w) => `“${w}”`));
  const held = missing.filter((w) => isHeld(w, view));
  const not = missing.filter((w) => !held.includes(w));
  if (missing.length === 0) return "No exact answer: the desk holds nothing that has all of those words.";
  if (not.length === 0) return `No exact answer: what the desk holds about ${quoted(held)} does not say that.`;
  const also = held.length === 0 ? "" : `, and what it holds about ${quoted(held)} does not say that`;
  return `No exact answer: the desk holds nothing about ${quoted(not)}${also}.`;
}
