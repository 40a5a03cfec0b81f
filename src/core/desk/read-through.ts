import type { Claim, Fact } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import { SLOTS } from "#core/slots/index.ts";

interface Read {
  readonly key: string;
  readonly fact: Fact;
}

const known = new WeakMap<Fact, Read>();
const keys = new WeakMap<Names["talks"], WeakMap<Names["people"], string>>();

/**
 * A fact as a desk's names have it: ids that were merged are those that they lead to, and a fact of retired talks or
 * of a retired slot is unlisted. One that this does not touch is given back itself.
 */
export function readThrough(fact: Fact, names: Names): Fact {
  const key = keyOf(names);
  if (key === "") return fact;
  const before = known.get(fact);
  if (before?.key === key) return before.fact;
  const read = changed(fact, names);
  known.set(fact, { key, fact: read });
  return read;
}

function changed(fact: Fact, names: Names): Fact {
  const [first, ...rest] = fact.claims;
  const claims: readonly [Claim, ...Claim[]] = [
    claimRead(first, names),
    ...rest.map((claim) => claimRead(claim, names)),
  ];
  const unlisted = names.talks.get(fact.talks)?.retired === true || isOfRetiredSlot(fact, names);
  if (!unlisted && claims.every((claim, i) => claim === fact.claims[i])) return fact;
  const { talks, side } = claims[0];
  return { ...fact, talks, ...(side === undefined ? {} : { side }), claims, ...(unlisted ? { unlisted: true } : {}) };
}

function isOfRetiredSlot({ slot, claims: [{ fields }] }: Fact, { slots }: Names): boolean {
  return slot === "own" && slots.get(String(fields["kind"]))?.retired === true;
}

function claimRead(claim: Claim, names: Names): Claim {
  const fields = Object.entries(claim.fields).map(([name, value]) => {
    const of = SLOTS[claim.slot].fields[name]?.of;
    return [name, of === undefined ? value : (names[of].leads.get(String(value)) ?? value)] as const;
  });
  const round = names.talks.leads.get(claim.talks) ?? claim.talks;
  const side = claim.side === undefined ? undefined : (names.parties.leads.get(claim.side) ?? claim.side);
  const same =
    round === claim.talks && side === claim.side && fields.every(([name, value]) => claim.fields[name] === value);
  if (same) return claim;
  return { ...claim, talks: round, ...(side === undefined ? {} : { side }), fields: Object.fromEntries(fields) };
}

/** What there is to read through, as one text; empty where nothing was merged or retired. */
function keyOf(names: Names): string {
  const byPeople = keys.get(names.talks) ?? new WeakMap<Names["people"], string>();
  keys.set(names.talks, byPeople);
  const made = byPeople.get(names.people);
  if (made !== undefined) return made;
  const leads = [names.talks, names.parties, names.people, names.places, names.slots].flatMap((d) => [...d.leads]);
  const retired = [names.talks, names.slots].flatMap((d) => d.items.filter((i) => i.retired === true).map((i) => i.id));
  const key = leads.length + retired.length === 0 ? "" : JSON.stringify([leads, retired]);
  byPeople.set(names.people, key);
  return key;
}
