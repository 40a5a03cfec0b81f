import { tell } from "#core/messages/tell.ts";
import { mayActAs, type Tier } from "#core/request/asker.ts";
import type { FactState } from "#core/desk/payload.ts";
import { factSubject } from "#core/desk/subject.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import { refuse, type Read, type Refusal } from "#core/request/refusal.ts";
import { statement } from "#core/reply/statement.ts";
import type { Change, RevisionKind } from "#core/desk/store.ts";
import { shorten } from "#core/text/text.ts";
import { findFact } from "./find-fact.ts";
import { defined } from "#core/text/defined.ts";

/** The desk's own state of a fact; empty where it stands as shipped. */
export function stateOf(id: string, { own }: Snapshot): FactState {
  return own.get("fact", factSubject(id)) ?? {};
}

/**
 * A fact's own state with more claims: among the desk's own where it has taken the fact over, beside the shipped ones
 * elsewhere.
 */
export function joined(state: FactState, claims: readonly Claim[]): FactState {
  return state.claims === undefined
    ? { ...state, more: [...(state.more ?? []), ...claims] }
    : { ...state, claims: [...state.claims, ...claims] };
}

/** A change to a fact's own state. A state with nothing of its own left is null: as shipped. */
export function factChange(id: string, kind: RevisionKind, state: FactState, why?: string): Change {
  const kept = Object.fromEntries(Object.entries(state).filter(([, v]) => v !== undefined));
  return {
    subject: factSubject(id),
    kind,
    after: Object.keys(kept).length === 0 ? null : JSON.stringify(kept),
    ...defined({ why }),
  };
}

/** As `findFact`, for a change by somebody of this tier: a locked fact is an admin's alone. */
export function findToChange(id: string, tier: Tier, snapshot: Snapshot): Read<Fact> {
  const found = findFact(id, snapshot);
  const problem = found.ok ? lockedTo(tier, found.value, snapshot) : undefined;
  return problem === undefined ? found : { ok: false, refusal: problem };
}

/** Why somebody of this tier may not change a fact, where it is locked. */
export function lockedTo(tier: Tier, fact: Fact, { view }: Pick<Snapshot, "view">): Refusal | undefined {
  if (fact.locked !== true || mayActAs(tier, "admin")) return undefined;
  return refuse(
    "right",
    tell(view, "locked.is", { id: fact.id, statement: shorten(statement(fact, view), 200) }),
    tell(view, "locked.ask"),
  );
}
