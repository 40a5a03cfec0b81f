import { joinedTo } from "#core/messages/reasons.ts";
import { tell } from "#core/messages/tell.ts";
import type { Tier } from "#core/request/asker.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { factSubject } from "#core/desk/subject.ts";
import type { Change } from "#core/desk/store.ts";
import type { Fact } from "#core/facts/fact.ts";
import { refuse } from "#core/request/refusal.ts";
import { factChange, findToChange, joined, stateOf } from "./fact-state.ts";

/**
 * Joins a fact to another one that says the same in other words: its sources stand there from then on, each with its
 * own wording. A fact of the desk's own is then no more; a shipped one is retracted, and says where it went.
 */
export function planJoinInto(fact: Fact, id: string, tier: Tier, snapshot: Snapshot): Plan<Fact> {
  const found = findToChange(id, tier, snapshot);
  if (!found.ok) return refusing({ ...found.refusal, field: "join" });
  const into = found.value;
  const alike = into.id !== fact.id && into.slot === fact.slot && into.talks === fact.talks && into.side === fact.side;
  if (!alike)
    return refusing(
      refuse("state", tell(snapshot.view, "join.apart", { a: fact.id, b: into.id }), tell(snapshot.view, "join.alike")),
    );
  return { kind: "append", changes: joinChanges([fact], into, snapshot), result: into };
}

/** Puts the sources of facts to another one. They are then no more; shipped ones are retracted. */
export function joinChanges(facts: readonly Fact[], into: Fact, snapshot: Snapshot): readonly Change[] {
  const claims = facts.flatMap((f) => f.claims);
  const { disputed, ...state } = joined(stateOf(into.id, snapshot), claims);
  // What is one now is in no dispute with itself.
  const kept = disputed === undefined || facts.some((f) => f.id === disputed.with) ? state : { ...state, disputed };
  return [
    factChange(into.id, "join", kept),
    ...facts.map((fact) => {
      // Where the library is switched off, it would come back with it.
      const shipped = snapshot.library.get("fact", factSubject(fact.id)) !== undefined;
      const left = shipped ? { ...stateOf(fact.id, snapshot), retracted: joinedTo(into.id) } : {};
      return factChange(fact.id, shipped ? "retract" : "correct", left, joinedTo(into.id));
    }),
  ];
}
