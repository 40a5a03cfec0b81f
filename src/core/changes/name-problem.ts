import { tell } from "#core/messages/tell.ts";
import type { NameState } from "#core/desk/payload.ts";
import { BOTH } from "#core/facts/sides.ts";
import type { Named, Participant } from "#core/facts/names.ts";
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
  if (fold(state.name) === "") return wrong("name", tell(view, "spelling.name"), tell(view, "spelling.typeName"));
  for (const [at, spelling] of [state.name, ...state.aliases].entries()) {
    const field = at === 0 ? "name" : "aliases";
    if (spelling.length > NAME_MAX)
      return wrong(
        field,
        tell(view, "spelling.long", { name: `${spelling.slice(0, 40)}…`, n: spelling.length }),
        tell(view, "spelling.shorten", { max: NAME_MAX }),
      );
    if (at > 0 && fold(spelling) === "")
      return wrong(field, tell(view, "spelling.blank", { name: spelling }), tell(view, "spelling.leave"));
    const other = spelt(spelling, state, view);
    if (other !== undefined)
      return {
        ...refuse(
          "state",
          nameKey(spelling) === nameKey(other.name)
            ? tell(view, "spelling.has", { name: other.name })
            : tell(view, "spelling.of", { spelling, name: other.name }),
          tell(view, "spelling.other"),
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
        ? wrong("adjective", tell(view, "parts.adjective"), tell(view, "parts.typeAdjective"))
        : undefined;
    case "people":
      return state.party === undefined ? undefined : unknown("party", state.party, "parties", view);
    case "places":
      return undefined;
    case "slots":
      return ownSlotProblem(state, view);
  }
}

function participantsProblem(parties: readonly Participant[], view: View): Refusal | undefined {
  for (const { party } of parties) {
    const problem = unknown("parties", party, "parties", view);
    if (problem !== undefined) return problem;
  }
  const ids = parties.map((p) => view.parties.get(p.party)?.id);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
  if (twice >= 0)
    return wrong(
      "parties",
      tell(view, "parts.twice", { name: view.parties.name(ids[twice] ?? "") }),
      tell(view, "parts.oneRole"),
    );
  if (parties.filter((p) => p.role === "party").length < 2)
    return wrong("parties", tell(view, "parts.fewer"), tell(view, "parts.two"));
  return undefined;
}

function talksProblem(state: NameState & { readonly of: "talks" }, view: View): Refusal | undefined {
  const { negotiation, parties, order, id } = state;
  const unheld = unknown("negotiation", negotiation, "negotiations", view);
  const held = view.negotiations.get(negotiation);
  if (unheld !== undefined || held === undefined) return unheld;
  for (const party of parties) {
    const named = view.parties.get(party);
    if (named === undefined) return unknown("parties", party, "parties", view);
    if (!held.parties.some((p) => p.party === named.id))
      return wrong(
        "parties",
        tell(view, "parts.noPart", { name: named.name, negotiation: held.name }),
        tell(view, "parts.addFirst"),
      );
  }
  if (new Set(parties).size < parties.length)
    return wrong("parties", tell(view, "parts.partyTwice"), tell(view, "parts.once"));
  if (order === undefined) return undefined;
  if (!Number.isInteger(order) || order < 1)
    return wrong("order", tell(view, "parts.order", { typed: order }), tell(view, "parts.first"));
  const there = view.talks.all.find((t) => t.id !== id && t.negotiation === held.id && t.order === order);
  return there === undefined
    ? undefined
    : wrong(
        "order",
        tell(view, "parts.taken", { name: there.name, n: order, negotiation: held.name }),
        tell(view, "parts.days"),
      );
}

function unknown(field: string, id: string, of: "parties" | "negotiations", view: View): Refusal | undefined {
  const item: Named | undefined = view[of].get(id);
  if (item === undefined) {
    const message = tell(view, `unknown.${of}`, { typed: id });
    return { ...refuse("held", message, tell(view, "parts.add", { noun: tell(view, `noun.${of}`) })), field };
  }
  return item.retired === true
    ? { ...refuse("state", tell(view, "retire.is", { name: item.name }), tell(view, "retire.backOrOther")), field }
    : undefined;
}

function wrong(field: string, message: string, hint: string): Refusal {
  return { ...refuse("usage", message, hint), field };
}
