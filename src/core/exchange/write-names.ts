import type { Fact } from "#core/facts/fact.ts";
import { likelyNames } from "#core/facts/likely-names.ts";
import { Directory, type Named, type Names, type Negotiation } from "#core/facts/names.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { namedBy } from "#core/slots/named-by.ts";
import { defined } from "#core/text/defined.ts";

/** The names of one negotiation as a file has them: the form that `pack.yaml` and an import read. */
type Pack = Readonly<Record<string, object>>;

/** Whether a name is to be written although no fact names it. */
export type Wanted = (of: keyof Names, id: string) => boolean;

/** Most names of a kind that are compared with each other. */
const COMPARED = 300;

/**
 * The names that a desk knows, by negotiation. `only`: which names are wanted beside those that the facts name. What
 * belongs to no negotiation stands last, alone. Names that only claims know are written with the claims.
 */
export function packsOf(facts: readonly Fact[], view: View, only: Wanted = () => true): readonly Pack[] {
  const used = usedBy(facts, view);
  const wanted = view.negotiations.all.filter(({ id }) => used.negotiations.has(id) || only("negotiations", id));
  const within = new Set(wanted.flatMap((n) => n.parties.map((p) => p.party)));
  const isKept =
    (of: "parties" | "people" | "places" | "slots") =>
    ({ id, retired }: Named): boolean =>
      used[of].has(id) || (retired !== true && only(of, id));
  const people = listed(view.people.items).filter(isKept("people"));
  const places = listed(view.places.items).filter(isKept("places"));
  const slots = view.slots.items.filter(isKept("slots"));
  const sides = new Set(people.map((p) => p.party));
  const others = view.parties.items.filter((p) => !within.has(p.id) && (sides.has(p.id) || isKept("parties")(p)));
  // Of one negotiation all is written as its own.
  const alone = wanted.length === 1 ? wanted[0] : undefined;
  const homeOfPerson = ({ party }: { readonly party?: string }): string | undefined =>
    (wanted.find((n) => n.parties.some((p) => p.party === party)) ?? (party === undefined ? alone : undefined))?.id;
  const homeOfPlace = (id: string): string | undefined =>
    (wanted.find((n) => used.places.get(id)?.has(n.id) === true) ?? alone)?.id;
  const packFor = (negotiation?: Negotiation): Pack => {
    const home = negotiation?.id;
    return {
      ...(negotiation === undefined ? {} : { negotiation: plain(negotiation) }),
      ...some("parties", negotiation === undefined ? others.map(partyEntry) : partiesOf(negotiation, view)),
      ...some("talks", negotiation === undefined ? [] : rounds(view, home).map(talksEntry)),
      ...some(
        "people",
        people
          .filter((p) => homeOfPerson(p) === home)
          .map((p) => ({ ...named(p, "people", view), ...defined({ party: p.party }) })),
      ),
      ...some(
        "places",
        places
          .filter((p) => homeOfPlace(p.id) === home)
          .map((p) => ({ ...named(p, "places", view), ...defined({ kind: p.kind }) })),
      ),
      ...some("slots", home === alone?.id ? slots.map((s) => ({ ...plain(s), holds: s.holds })) : []),
    };
  };
  return [...wanted.map(packFor), packFor()].filter((pack) => Object.keys(pack).length > 0);
}

function talksEntry(talks: View["talks"]["items"][number]): object {
  return { ...plain(talks), ...defined({ order: talks.order }), parties: talks.parties };
}

function partyEntry(party: View["parties"]["items"][number]): object {
  return { ...plain(party), adjective: party.adjective };
}

function partiesOf(negotiation: Negotiation, { parties }: View): readonly object[] {
  return negotiation.parties.flatMap(({ party, role }) => {
    const item = parties.get(party);
    return item === undefined ? [] : [{ ...partyEntry(item), role }];
  });
}

function some(key: string, list: readonly object[]): Pack {
  return list.length === 0 ? {} : { [key]: list };
}

function plain({ id, name, aliases }: Named): object {
  return { id, name, aliases };
}

/** A name that is near another one of the desk is marked as meant, or an import would ask about it. */
function named(item: Named, of: "people" | "places", view: View): object {
  const all = view[of].all;
  if (all.length > COMPARED) return plain(item);
  const others = { ...view, [of]: new Directory<Named>(all.filter((other) => other.id !== item.id)) };
  const found = likelyNames(item.name, of, others);
  const near = found.kind === "perhaps" && found.names.some((n) => n.slight !== true);
  return near ? { ...plain(item), name: `new: ${item.name}` } : plain(item);
}

/** Those that have an entry of their own: what only claims name has its name as its id. */
function listed<T extends Named>(items: readonly T[]): readonly T[] {
  return items.filter((item) => item.id !== item.name);
}

type Used = ReadonlyMap<string, ReadonlySet<string>>;

/** What facts name, each with the negotiations of those facts. */
function usedBy(
  facts: readonly Fact[],
  view: View,
): Readonly<Record<"parties" | "people" | "places" | "slots" | "negotiations", Used>> {
  const used = {
    negotiations: new Map<string, Set<string>>(),
    parties: new Map<string, Set<string>>(),
    people: new Map<string, Set<string>>(),
    places: new Map<string, Set<string>>(),
    slots: new Map<string, Set<string>>(),
  };
  const note = (of: keyof typeof used, id: string, talks: string): void => {
    const there = used[of].get(id) ?? new Set();
    used[of].set(id, there.add(view.talks.get(talks)?.negotiation ?? ""));
  };
  for (const claim of facts.flatMap((f) => f.claims)) {
    note("negotiations", view.talks.get(claim.talks)?.negotiation ?? "", claim.talks);
    for (const { of, id } of namedBy(claim)) if (of !== "talks" && of !== "negotiations") note(of, id, claim.talks);
  }
  return used;
}
