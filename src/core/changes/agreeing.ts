import type { Snapshot } from "#core/desk/desk.ts";
import { subjectParts } from "#core/desk/subject.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { claimKey } from "#core/slots/join.ts";
import type { Change } from "#core/desk/store.ts";

/**
 * A live fact that says the same as one that these changes leave live: agreeing claims are one fact, so such changes
 * cannot be made. Undefined where each stands alone.
 */
export function agreeing({ view }: Snapshot, changes: readonly Change[]): Fact | undefined {
  const ids = new Set(changes.map((c) => subjectParts(c.subject)).flatMap((s) => (s.kind === "fact" ? [s.id] : [])));
  const changed = view.facts.filter((f) => ids.has(f.id) && live(f));
  const keys = new Map(changed.map((f) => [claimKey(f.claims[0]), f.id]));
  return view.facts.find((f) => {
    const twin = live(f) ? keys.get(claimKey(f.claims[0])) : undefined;
    return twin !== undefined && twin !== f.id && !ids.has(f.id);
  });
}
