import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { Named, Participant } from "#core/facts/names.ts";
import { ok, type Read } from "#core/request/refusal.ts";
import { Chain } from "./chain.ts";
import { planEditName, type NameEdit } from "./edit-name.ts";
import type { Known } from "./name-state.ts";
import { joinedTo } from "./new-talks.ts";
import { readSpellings, spellingsTyped } from "./spelling-list.ts";
import { partiesTyped, takingPart } from "./typed-parties.ts";

/** A name as a form shows it and takes it back: what is empty there is taken away. */
export interface TypedEdit {
  readonly called?: string | undefined;
  readonly also?: string | undefined;
  readonly parties?: string | undefined;
  readonly order?: number | undefined;
  readonly adjective?: string | undefined;
  readonly party?: string | undefined;
  readonly kind?: string | undefined;
  readonly holds?: string | undefined;
}

/** What a form about a name shows before anybody types. */
export function editShown({ of, item }: Known, { view }: Snapshot): Readonly<Record<string, string>> {
  const { id } = item;
  const own = (): Readonly<Record<string, string | undefined>> => {
    switch (of) {
      case "negotiations":
        return { parties: partiesTyped(view.negotiations.get(id)?.parties ?? [], view.parties) };
      case "talks": {
        const { parties = [], order, negotiation = "" } = view.talks.get(id) ?? {};
        const roles = view.negotiations.get(negotiation)?.parties ?? [];
        const there = parties.map((p): Participant => roles.find((r) => r.party === p) ?? { party: p, role: "party" });
        return { parties: partiesTyped(there, view.parties), order: order === undefined ? undefined : String(order) };
      }
      case "parties":
        return { adjective: view.parties.get(id)?.adjective };
      case "people": {
        const party = view.people.get(id)?.party;
        return { party: party === undefined ? undefined : view.parties.name(party) };
      }
      case "places":
        return { kind: view.places.get(id)?.kind };
      case "slots":
        return { holds: view.slots.get(id)?.holds };
    }
  };
  const all = { called: item.name, also: spellingsTyped(item.aliases), ...own() };
  return Object.fromEntries(Object.entries(all).flatMap(([k, v]) => (v === undefined || v === "" ? [] : [[k, v]])));
}

/** Changes a name to what a form gave back. Parties that are not held are made on the way, in the same change. */
export function planTypedEdit(known: Known, typed: TypedEdit, snapshot: Snapshot): Plan<Known> {
  const chain = new Chain(snapshot);
  const edit = editOf(known, typed, chain);
  if (!edit.ok) return refusing(edit.refusal);
  const item: Named = chain.snapshot.view[known.of].get(known.item.id) ?? known.item;
  const done = chain.run((at) => planEditName({ of: known.of, item }, edit.value, at));
  return done.ok ? { kind: "append", changes: chain.changes, result: done.value } : refusing(done.refusal);
}

function editOf({ of, item }: Known, typed: TypedEdit, chain: Chain): Read<NameEdit> {
  const { called, also, parties } = typed;
  const base = { ...(called === undefined ? {} : { name: called }), aliases: [...readSpellings(also)] };
  switch (of) {
    case "negotiations": {
      const there = takingPart(parties ?? "", chain);
      return there.ok ? ok({ of, ...base, parties: [...there.value.parties] }) : there;
    }
    case "talks": {
      const held = chain.snapshot.view.talks.get(item.id);
      const order = { order: typed.order } as { order?: number };
      if (parties === undefined || held === undefined) return ok({ of, ...base, parties: [], ...order });
      const there = takingPart(parties, chain);
      if (!there.ok) return there;
      const joined = joinedTo(held.negotiation, there.value.parties, chain);
      if (!joined.ok) return joined;
      return ok({ of, ...base, parties: there.value.parties.map((p) => p.party), ...order });
    }
    case "parties":
      return ok({ of, ...base, adjective: typed.adjective ?? "" });
    case "people":
      return ok({ of, ...base, party: typed.party } as NameEdit);
    case "places":
      return ok({ of, ...base, kind: typed.kind } as NameEdit);
    case "slots":
      return ok({ of, ...base, holds: typed.holds === "one" ? "one" : "many" });
  }
}
