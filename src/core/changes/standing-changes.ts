import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Tier } from "#core/request/asker.ts";
import { call } from "#core/request/call.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { advance } from "#core/desk/advance.ts";
import { differing } from "#core/slots/disagreement.ts";
import type { Fact } from "#core/facts/fact.ts";
import { refuse } from "#core/request/refusal.ts";
import { statement } from "#core/reply/statement.ts";
import type { Change } from "#core/desk/store.ts";
import { factsIn } from "#core/facts/view.ts";
import { agreeing } from "./agreeing.ts";
import { factChange, lockedTo, stateOf } from "./fact-state.ts";

/** Takes a fact out of every answer, with the reason; its history stays. */
export function planRetract(fact: Fact, why: string, snapshot: Snapshot): Plan<Fact> {
  if (fact.standing === "retracted")
    return already(tell(snapshot.view, "already.retracted", { id: fact.id }), snapshot.view);
  return one(factChange(fact.id, "retract", { ...stateOf(fact.id, snapshot), retracted: why }, why), fact);
}

export function planRestore(fact: Fact, why: string | undefined, snapshot: Snapshot): Plan<Fact> {
  if (fact.standing !== "retracted")
    return already(tell(snapshot.view, "already.notRetracted", { id: fact.id }), snapshot.view);
  const { retracted: _, ...state } = stateOf(fact.id, snapshot);
  const change = factChange(fact.id, "restore", state, why);
  const twin = agreeing(advance(snapshot, [change]), [change]);
  if (twin !== undefined)
    return already(
      tell(snapshot.view, "already.twin", { statement: statement(twin, snapshot.view), id: twin.id }),
      snapshot.view,
    );
  return one(change, fact);
}

export function planLock(fact: Fact, lock: boolean, snapshot: Snapshot): Plan<Fact> {
  if ((fact.locked ?? false) === lock)
    return already(tell(snapshot.view, lock ? "already.locked" : "already.notLocked", { id: fact.id }), snapshot.view);
  const { locked: _, ...state } = stateOf(fact.id, snapshot);
  return one(factChange(fact.id, lock ? "lock" : "unlock", lock ? { ...state, locked: true } : state), fact);
}

/** Marks two facts as in dispute with each other, where the machine sees none. */
export function planDispute(fact: Fact, other: Fact, why: string, snapshot: Snapshot): Plan<readonly Fact[]> {
  if (fact.id === other.id) return already(tell(snapshot.view, "already.itself"), snapshot.view);
  if ([fact, other].some((f) => f.standing === "retracted"))
    return already(tell(snapshot.view, "already.restore"), snapshot.view);
  const disputed = (a: Fact, b: Fact): Change => {
    const { settled: _, ...state } = stateOf(a.id, snapshot);
    return factChange(a.id, "dispute", { ...state, disputed: { with: b.id, why } }, why);
  };
  return { kind: "append", changes: [disputed(fact, other), disputed(other, fact)], result: [fact, other] };
}

/**
 * Settles the disagreement that a fact is part of, in its favour: the others are set aside for it, and still shown as
 * reported.
 */
export function planResolve(fact: Fact, why: string, tier: Tier, snapshot: Snapshot): Plan<readonly Fact[]> {
  const { view } = snapshot;
  const state = stateOf(fact.id, snapshot);
  const rivals = new Set([
    ...(
      differing(
        factsIn(view, fact.slot, fact.talks).filter((f) => f.side === fact.side),
        view,
      ) ?? []
    ).filter((f) => f.standing !== "disputed"),
    ...view.facts.filter((f) => f.id === state.disputed?.with || stateOf(f.id, snapshot).disputed?.with === fact.id),
  ]);
  rivals.delete(fact);
  if (rivals.size === 0 || (fact.standing === "accepted" && !isApart(fact, snapshot)))
    return already(tell(view, "already.noDispute", { id: fact.id }), view);
  for (const rival of rivals) {
    const problem = lockedTo(tier, rival, snapshot);
    if (problem !== undefined) return refusing(problem);
  }
  const { disputed: _, settled: __, ...mine } = state;
  const aside = [...rivals].map((rival) => {
    const { disputed: _gone, ...theirs } = stateOf(rival.id, snapshot);
    return factChange(rival.id, "resolve", { ...theirs, settled: fact.id }, why);
  });
  return { kind: "append", changes: [factChange(fact.id, "resolve", mine, why), ...aside], result: [...rivals] };
}

function isApart(fact: Fact, { view }: Snapshot): boolean {
  return (
    differing(
      factsIn(view, fact.slot, fact.talks).filter((f) => f.side === fact.side),
      view,
    )?.some((f) => f.id === fact.id) ?? false
  );
}

function one<T>(change: Change, result: T): Plan<T> {
  return { kind: "append", changes: [change], result };
}

function already(message: string, at: Told): Plan<never> {
  return refusing(
    refuse("state", message, tell(at, "already.look"), [
      { label: tell(at, "button.disputes"), call: call(["talks", "disputes"]) },
    ]),
  );
}
