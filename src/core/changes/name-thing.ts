import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { nameProblem } from "./name-problem.ts";
import { distinct, nameChange, newId, type Known, type NameDetails } from "./name-state.ts";

/**
 * Gives a desk a negotiation, a round, a party, a person or a place of its own, under an id made of its name. Refused
 * where the name or a spelling is something else's, and where what it names is not held.
 */
export function planName(details: NameDetails, snapshot: Snapshot): Plan<Known> {
  const state = distinct({ ...details, id: newId(details, snapshot) });
  const problem = nameProblem(state, snapshot.view);
  if (problem !== undefined) return refusing(problem);
  const { of, ...item } = state;
  return { kind: "append", changes: [nameChange(state, "add")], result: { of, item } };
}
