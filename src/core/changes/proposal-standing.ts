import { advance } from "#core/desk/advance.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Fact } from "#core/facts/fact.ts";
import type { Proposal } from "#core/propose/reading/proposal.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Refusal } from "#core/request/refusal.ts";
import { differingFrom } from "#core/slots/disagreement.ts";
import { factWith } from "#core/slots/fact-index.ts";
import { planAdd } from "./add.ts";
import { valuesOf, type Kept } from "./article-batch.ts";
import { readStated } from "./suggestion.ts";

/**
 * What a proposal is beside what the desk holds: it joins a fact, differs from some, is new, is held already from this
 * very place, or asks for something that the text leaves open.
 */
export type Beside =
  | { readonly is: "joins"; readonly fact: Fact | undefined }
  | { readonly is: "differs"; readonly from: readonly Fact[] }
  | { readonly is: "new" }
  | { readonly is: "held" }
  | { readonly is: "asks"; readonly refusal: Refusal };

const MOST = 3;

export function besideHeld(batch: Kept, proposal: Proposal, snapshot: Snapshot): Beside {
  return besideStated(valuesOf(batch, proposal, snapshot), snapshot);
}

/** The same of what the values of a form or a suggestion state. */
export function besideStated(values: RawCall["values"], snapshot: Snapshot): Beside {
  const stated = readStated(values, snapshot.view);
  if (!stated.ok) return { is: "asks", refusal: stated.refusal };
  const plan = planAdd(stated.value, "moderator", snapshot);
  if (plan.kind === "refuse")
    return plan.refusal.kind === "state" ? { is: "held" } : { is: "asks", refusal: plan.refusal };
  const { how, id } = plan.result;
  if (how === "joined") return { is: "joins", fact: factWith(id, snapshot.view.facts) };
  const { view } = advance(snapshot, plan.changes);
  const fact = factWith(id, view.facts);
  const from = fact === undefined ? [] : differingFrom(fact, view, MOST);
  return from.length === 0 ? { is: "new" } : { is: "differs", from };
}
