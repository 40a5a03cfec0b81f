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
    const negotiation = known.item.retired === true ? "Its negotiation is retired: bring that back." : "It is in use.";
    return refusing(refuse("state", `${known.item.name} is not retired by itself.`, negotiation));
  }
  const problem = nameProblem(state, snapshot.view);
  if (problem !== undefined) return refusing(problem);
  return { kind: "append", changes: [nameChange(state, "restore", why)], result: known };
}

function cannotRetire({ of, item }: Known, view: View): Refusal | undefined {
  if (item.retired === true) return refuse("state", `${item.name} is retired already.`, "Leave it, or bring it back.");
  if (of !== "parties") return undefined;
  const negotiation = view.negotiations.all.find((n) => n.parties.some((p) => p.party === item.id));
  return negotiation === undefined
    ? undefined
    : refuse(
        "state",
        `${item.name} takes part in ${negotiation.name}.`,
        "Take it out of the negotiation first, or retire that.",
      );
}
