import type { Fact } from "#core/facts/fact.ts";
import {
  Directory,
  NAME_KINDS,
  ROLES,
  type Named,
  type Names,
  type Negotiation,
  type OwnSlot,
  type Participant,
  type Party,
  type Person,
  type Talks,
} from "#core/facts/names.ts";
import { BOTH } from "#core/facts/sides.ts";
import { nameKey, spellingKey } from "#core/text/text.ts";
import type { z } from "zod";
import { claimedNames } from "./claimed-names.ts";
import type { NameState, PAYLOAD } from "./payload.ts";
import type { Heads } from "./heads.ts";
import { saidSpellings } from "./spellings.ts";
import type { Revision } from "./store.ts";

type Leads = ReadonlyMap<string, string>;
type Respelling = z.infer<typeof PAYLOAD.alias>;

interface Made {
  readonly of: readonly Revision[];
  readonly names: Names;
}

const made = new WeakMap<Names, Made>();

/**
 * The names that are listed: those beneath with a desk's own changes over them, merged ones read as what they were
 * merged into. They stay the same objects while no name changes.
 */
export function listedNames(beneath: Names, own: Heads): Names {
  const [states, spellings] = [own.all("name"), saidSpellings(own)];
  const of = [...states, ...spellings].map((h) => h.revision);
  if (of.length === 0) return beneath;
  const before = made.get(beneath);
  if (before?.of.length === of.length && before.of.every((revision, i) => revision === of[i])) return before.names;
  const names = listed(
    beneath,
    states.map((h) => h.state),
    spellings.map((h) => h.state),
  );
  made.set(beneath, { of, names });
  return names;
}

function listed(beneath: Names, states: readonly NameState[], spellings: readonly Respelling[]): Names {
  const leads = Object.fromEntries(NAME_KINDS.map((of) => [of, leadsOf(of, beneath, states)])) as Readonly<
    Record<keyof Names, Leads>
  >;
  // Each kind's states and what is beneath have its shape.
  const items = (of: keyof Names): readonly Named[] => {
    const mine = new Map(states.flatMap((s) => (s.of === of && s.id !== BOTH.id ? [[s.id, s] as const] : [])));
    const changes = Map.groupBy(
      spellings.filter((s) => s.of === of),
      (s) => s.id,
    );
    const changed = beneath[of].items.map((item) => laid(mine.get(item.id), item));
    const held = new Set(changed.map((item) => item.id));
    const added = [...mine.values()].filter((s) => !held.has(s.id)).map((s) => nameOf(s));
    return [...changed, ...added]
      .filter((item) => !leads[of].has(item.id))
      .map((item) => respelt(item, changes.get(item.id) ?? []));
  };
  const negotiations = (items("negotiations") as readonly Negotiation[]).map((n) => ({
    ...n,
    parties: roles(n.parties, leads.parties),
  }));
  const retired = new Set(negotiations.filter((n) => n.retired === true).map((n) => n.id));
  return {
    negotiations: new Directory(negotiations, leads.negotiations),
    talks: new Directory(
      (items("talks") as readonly Talks[]).map((t) => {
        const negotiation = leads.negotiations.get(t.negotiation) ?? t.negotiation;
        const parties = [...new Set(t.parties.map((p) => leads.parties.get(p) ?? p))];
        return { ...t, negotiation, parties, ...(retired.has(negotiation) ? { retired: true as const } : {}) };
      }),
      leads.talks,
    ),
    parties: new Directory(items("parties") as readonly Party[], leads.parties),
    people: new Directory(
      (items("people") as readonly Person[]).map((p) =>
        p.party === undefined ? p : { ...p, party: leads.parties.get(p.party) ?? p.party },
      ),
      leads.people,
    ),
    places: new Directory(items("places"), leads.places),
    slots: new Directory(items("slots") as readonly OwnSlot[], leads.slots),
  };
}

/** The same with the people and places that only claims name. */
export function withClaimed(listed: Names, facts: readonly Fact[]): Names {
  const whole = <T extends Named>(of: "people" | "places", directory: Directory<T>): Directory<T> => {
    const more = claimedNames(of, facts, listed) as unknown as readonly T[];
    return more.length === 0 ? directory : new Directory([...directory.items, ...more], directory.leads);
  };
  return { ...listed, people: whole("people", listed.people), places: whole("places", listed.places) };
}

/** Each merged id with the one that it is read as in the end. One that would lead back to itself is read as itself. */
function leadsOf(of: keyof Names, beneath: Names, states: readonly NameState[]): Leads {
  const into = new Map<string, string>(beneath[of].leads);
  for (const state of states) {
    if (state.of !== of) continue;
    if (state.into === undefined) into.delete(state.id);
    else into.set(state.id, state.into);
  }
  const leads = new Map<string, string>();
  for (const id of into.keys()) {
    const seen = new Set([id]);
    let at = id;
    for (let next = into.get(at); next !== undefined && !seen.has(next); next = into.get(at)) {
      seen.add(next);
      at = next;
    }
    if (into.get(at) === undefined) leads.set(id, at);
  }
  return leads;
}

// What the library adds to a name after a desk changed it is a spelling of it still.
function laid(state: NameState | undefined, item: Named): Named {
  if (state === undefined) return item;
  const mine = nameOf(state);
  const known = new Set([mine.name, ...mine.aliases].map(nameKey));
  return { ...mine, aliases: [...mine.aliases, ...item.aliases.filter((alias) => !known.has(nameKey(alias)))] };
}

function nameOf({ of: _, into: __, ...named }: NameState): Named {
  return named;
}

function respelt(item: Named, changes: readonly Respelling[]): Named {
  if (changes.length === 0) return item;
  const gone = new Set(changes.filter((a) => a.removed).map((a) => spellingKey(a.spelling)));
  const known = new Set([item.name, ...item.aliases].map(spellingKey));
  const more = changes.filter((a) => !a.removed && !known.has(spellingKey(a.spelling))).map((a) => a.spelling);
  return { ...item, aliases: [...item.aliases.filter((a) => !gone.has(spellingKey(a))), ...more] };
}

/** Parties that became one have the first of their roles. */
function roles(parties: readonly Participant[], leads: Leads): readonly Participant[] {
  const read = parties.map((p) => ({ ...p, party: leads.get(p.party) ?? p.party }));
  return [...Map.groupBy(read, (p) => p.party)].map(([party, some]) => ({
    party,
    role: ROLES.find((role) => some.some((p) => p.role === role)) ?? "party",
  }));
}
