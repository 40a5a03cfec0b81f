import type { Snapshot } from "#core/desk/desk.ts";
import type { NameState } from "#core/desk/payload.ts";
import type { Change } from "#core/desk/store.ts";
import { nameSubject } from "#core/desk/subject.ts";
import type { Named } from "#core/facts/names.ts";
import { isOrdinal } from "#core/facts/ordinals.ts";
import { ok, type Read } from "#core/request/refusal.ts";
import { fold, spellingKey } from "#core/text/text.ts";
import { aliasChange } from "./alias-change.ts";
import { nameProblem } from "./name-problem.ts";
import { distinct, nameChange, nameState, type NameDetails } from "./name-state.ts";

/**
 * What a file adds to a name that the desk holds: spellings, and what the desk did not know of it. What the desk knows
 * otherwise stays.
 */
export function completed(
  details: NameDetails,
  item: Named,
  snapshot: Snapshot,
): Read<{ readonly id: string; readonly changes: readonly Change[] }> {
  const { own, beneath, view } = snapshot;
  const { of } = details;
  const before = nameState({ of, item }, snapshot);
  const after = withMore(before, details);
  const known = new Set([item.id, item.name, ...item.aliases].map(spellingKey));
  const more = distinct({ ...after, aliases: [details.name, ...details.aliases] }).aliases.filter(
    (s) => !known.has(spellingKey(s)) && spellingKey(s) !== "" && !(of === "talks" && isOrdinal(fold(s))),
  );
  const listed =
    own.get("name", nameSubject(of, item.id)) !== undefined || beneath[of].items.some((i) => i.id === item.id);
  const changed = JSON.stringify(after) !== JSON.stringify(before);
  if (!listed) {
    // Until now only claims name it: a name of its own holds its spellings.
    const state = distinct({ ...after, aliases: [...after.aliases, ...more] });
    return ok({ id: item.id, changes: [nameChange(state, "add")] });
  }
  const problem = changed ? nameProblem({ ...after, aliases: [] }, view) : undefined;
  if (problem !== undefined) return { ok: false, refusal: problem };
  return ok({
    id: item.id,
    changes: [
      ...(changed ? [nameChange(after, "correct")] : []),
      ...more.map((spelling) => aliasChange({ of, id: item.id, spelling })),
    ],
  });
}

function withMore(before: NameState, details: NameDetails): NameState {
  if (before.of === "negotiations" && details.of === "negotiations") {
    const more = details.parties.filter((p) => !before.parties.some((q) => q.party === p.party));
    return more.length === 0 ? before : { ...before, parties: [...before.parties, ...more] };
  }
  if (before.of === "talks" && details.of === "talks") {
    // None named means all of the negotiation.
    const all = before.parties.length === 0 ? [] : [...new Set([...before.parties, ...details.parties])];
    const { order } = details;
    const ordered = before.order === undefined && order !== undefined ? { order } : {};
    return { ...before, ...ordered, ...(all.length === before.parties.length ? {} : { parties: all }) };
  }
  if (before.of === "people" && details.of === "people")
    return before.party === undefined && details.party !== undefined ? { ...before, party: details.party } : before;
  if (before.of === "places" && details.of === "places")
    return before.kind === undefined && details.kind !== undefined ? { ...before, kind: details.kind } : before;
  return before;
}
