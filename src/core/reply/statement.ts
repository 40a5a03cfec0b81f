import { sharedAccording } from "./citation.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { Say } from "#core/slots/slot.ts";
import type { View } from "#core/facts/view.ts";

/** The side as a reply names it: `the Russian side`, `both sides`. */
export function sideName(side: string, view: View): string {
  if (side === "both") return "both sides";
  const party = view.parties.get(side);
  return party === undefined ? side : `the ${party.adjective} side`;
}

function say({ slot, side, fields, as }: Claim, view: View): Say {
  // A place is told in the source's own words: "the consulate building" does not become a Consulate General.
  const places = Object.entries(as).filter(([field]) => SLOTS[slot].fields[field]?.of === "places");
  const own = new Map(places.map(([field, words]) => [fields[field], words]));
  return {
    person: (id) => view.people.name(id),
    place: (id) => own.get(id) ?? view.places.name(id),
    party: (id) => view.parties.name(id),
    side: side === undefined ? "" : sideName(side, view),
    adjective: side === undefined ? "" : (view.parties.get(side)?.adjective ?? side),
  };
}

/** One claim as a plain sentence in our words. */
function sentence(claim: Claim, view: View): string {
  return SLOTS[claim.slot].sentence(claim.fields, say(claim, view));
}

/** A fact as a sentence, with the attribution where all its sources share it. */
export function statement(fact: Fact, view: View): string {
  const plain = sentence(fact.claims[0], view);
  const said = sharedAccording(fact);
  if (said === undefined) return plain;
  const as = said.startsWith("confirmed") ? `as ${said}` : said;
  return `${plain.replace(/\.$/u, "")}, ${as}.`;
}

/** A claim's value alone, for a table's cell or a line that already names the question. */
export function brief(claim: Claim, view: View): string {
  return SLOTS[claim.slot].brief(claim.fields, say(claim, view));
}

/** How a claim words one field: the source's own spelling where it is stored as an id. */
export function wording(claim: Claim, field: string, view: View): string | undefined {
  const value = claim.as[field] ?? claim.fields[field];
  if (value === undefined) return undefined;
  const of = SLOTS[claim.slot].fields[field]?.of;
  return of === undefined ? String(value) : view[of].name(String(value));
}
