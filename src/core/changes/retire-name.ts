import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import type { View } from "#core/facts/view.ts";
import { nameProblem } from "./name-problem.ts";
import { nameChange, nameState, type Known } from "./name-state.ts";

/**
 * Takes a name out of lists, completion and what typed words mean, and, of a round or a whole negotiation, its facts
 * out of answers. Its history stays, and it can be brought back. Refused for a party that takes part in a negotiation.
 */
export function planRetireName(known: Known, why: string | undefined, snapshot: Snapshot): Plan<Known> {
  const problem = cannotRetire(known, snapshot.view);
  if (problem !== undefined) return refusing(problem);
  const state = { ...nameState(known, snapshot), retired: true as const };
  return { kind: "append", changes: [nameChange(state, "retire", why)], result: known };
}

/** Brings a retired name back. Refused where its name or a spelling became something else's meanwhile. */
export function planRestoreName(known: Known, why: string | undefined, snapshot: Snapshot): Plan<Known> {
  const { retired, ...state } = nameState(known, snapshot);
  if (retired === undefined) {
    const why = tell(snapshot.view, known.item.retired === true ? "retire.whole" : "retire.inUse");
    return refusing(refuse("state", tell(snapshot.view, "retire.notItself", { name: known.item.name }), why));
  }
  const problem = nameProblem(state, snapshot.view);
  if (problem !== undefined) return refusing(problem);
  return { kind: "append", changes: [nameChange(state, "restore", why)], result: known };
}

function cannotRetire({ of, item }: Known, view: View): Refusal | undefined {
  const { name } = item;
  if (item.retired === true) return refuse("state", tell(view, "retire.already", { name }), tell(view, "retire.leave"));
  if (of !== "parties") return undefined;
  const negotiation = view.negotiations.all.find((n) => n.parties.some((p) => p.party === item.id));
  return negotiation === undefined
    ? undefined
    : refuse(
        "state",
        tell(view, "retire.takesPart", { name, negotiation: negotiation.name }),
        tell(view, "retire.takeOut"),
      );
}
