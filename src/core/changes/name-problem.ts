import type { NameState } from "#core/desk/payload.ts";
import { BOTH } from "#core/facts/sides.ts";
import type { Directory, Named, Participant } from "#core/facts/names.ts";
import { isOrdinal } from "#core/facts/ordinals.ts";
import type { View } from "#core/facts/view.ts";
import { NAME_MAX } from "#core/request/option.ts";
import { ownSlotProblem } from "./own-slot-problem.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { fold, nameKey } from "#core/text/text.ts";

/** Why a name cannot be kept so, with the field that is wrong: what it is called, or whom it names. */
export function nameProblem(state: NameState, view: View): Refusal | undefined {
  return spellingProblem(state, view) ?? partsProblem(state, view);
}

function spellingProblem(state: NameState, view: View): Refusal | undefined {
  if (fold(state.name) === "") return wrong("name", "A name needs a letter or a digit.", "Type what it is called.");
  for (const [at, spelling] of [state.name, ...state.aliases].entries()) {
    const field = at === 0 ? "name" : "aliases";
    if (spelling.length > NAME_MAX)
      return wrong(
        field,
        `"${spelling.slice(0, 40)}…" is ${spelling.length} characters long.`,
        `Shorten it to ${NAME_MAX}.`,
      );
    if (at > 0 && fold(spelling) === "")
      return wrong(field, `"${spelling}" has no letter and no digit.`, "Leave that spelling out.");
    const other = spelt(spelling, state, view);
    if (other !== undefined)
      return {
        ...refuse(
          "state",
          nameKey(spelling) === nameKey(other.name)
            ? `The desk has ${other.name} already.`
            : `"${spelling}" is a spelling of ${other.name} here.`,
          "Type another name, or merge the two if they are one.",
        ),
        field,
      };
  }
  return undefined;
}

// Rounds of other negotiations may be called alike, and "first round" says a place.
function spelt(spelling: string, state: NameState, view: View): Named | undefined {
  if (state.of === "parties" && [BOTH.id, BOTH.name, ...BOTH.aliases].some((s) => fold(s) === fold(spelling)))
    return BOTH;
  if (state.of !== "talks") return view[state.of].spelt(spelling).find((item) => item.id !== state.id);
  const { id, negotiation } = state;
  const alike = view.talks.spelt(spelling).find((t) => t.id !== id && t.negotiation === negotiation);
  return isOrdinal(fold(spelling)) ? undefined : alike;
}

function partsProblem(state: NameState, view: View): Refusal | undefined {
  switch (state.of) {
    case "negotiations":
      return participantsProblem(state.parties, view);
    case "talks":
      return talksProblem(state, view);
    case "parties":
      return fold(state.adjective) === ""
        ? wrong("adjective", "A party needs its adjective.", "Type it as sentences use it: the … side.")
        : undefined;
    case "people":
      return state.party === undefined ? undefined : unknown("party", state.party, view.parties, "party");
    case "places":
      return undefined;
    case "slots":
      return ownSlotProblem(state, view);
  }
}

function participantsProblem(parties: readonly Participant[], view: View): Refusal | undefined {
  for (const { party } of parties) {
    const problem = unknown("parties", party, view.parties, "party");
    if (problem !== undefined) return problem;
  }
  const ids = parties.map((p) => view.parties.get(p.party)?.id);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
  if (twice >= 0)
    return wrong("parties", `${view.parties.name(ids[twice] ?? "")} stands there twice.`, "Give each party one role.");
  if (parties.filter((p) => p.role === "party").length < 2)
    return wrong(
      "parties",
      "Fewer than two negotiate.",
      "Name at least two of the role party; mediators and hosts beside them.",
    );
  return undefined;
}

function talksProblem(state: NameState & { readonly of: "talks" }, view: View): Refusal | undefined {
  const { negotiation, parties, order, id } = state;
  const unheld = unknown("negotiation", negotiation, view.negotiations, "negotiation");
  const held = view.negotiations.get(negotiation);
  if (unheld !== undefined || held === undefined) return unheld;
  for (const party of parties) {
    const named = view.parties.get(party);
    if (named === undefined) return unknown("parties", party, view.parties, "party");
    if (!held.parties.some((p) => p.party === named.id))
      return wrong("parties", `${named.name} takes no part in ${held.name}.`, "Add it to the negotiation first.");
  }
  if (new Set(parties).size < parties.length)
    return wrong("parties", "One party stands there twice.", "Name each once.");
  if (order === undefined) return undefined;
  if (!Number.isInteger(order) || order < 1)
    return wrong("order", `${order} is not a place in an order.`, "Type 1 for the first.");
  const there = view.talks.all.find((t) => t.id !== id && t.negotiation === held.id && t.order === order);
  return there === undefined
    ? undefined
    : wrong(
        "order",
        `${there.name} has place ${order} of ${held.name}.`,
        "Type another place, or none: days give the order.",
      );
}

function unknown(field: string, id: string, directory: Directory<Named>, noun: string): Refusal | undefined {
  const item = directory.get(id);
  if (item === undefined)
    return { ...refuse("held", `No ${noun} here is called "${id}".`, `Add that ${noun} first.`), field };
  return item.retired === true
    ? { ...refuse("state", `${item.name} is retired.`, "Bring it back first, or name another."), field }
    : undefined;
}

function wrong(field: string, message: string, hint: string): Refusal {
  return { ...refuse("usage", message, hint), field };
}
