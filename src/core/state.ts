import { sharedAccording } from "./cite.ts";
import type { Claim, Fact } from "./fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { Say } from "#core/slots/slot.ts";
import type { View } from "./view.ts";

/** The side as a reply names it: `the Russian side`, `both sides`. */
export function sideName(side: string, view: View): string {
  if (side === "both") return "both sides";
  const party = view.parties.get(side);
  return party === undefined ? side : `the ${party.adjective} side`;
}

function say(side: string | undefined, view: View): Say {
  return {
    person: (id) => view.people.name(id),
    place: (id) => view.places.name(id),
    party: (id) => view.parties.name(id),
    side: side === undefined ? "" : sideName(side, view),
    adjective: side === undefined ? "" : (view.parties.get(side)?.adjective ?? side),
  };
}

/** One claim as a plain sentence in our words. */
export function sentence(claim: Claim, view: View): string {
  return SLOTS[claim.slot].sentence(claim.fields, say(claim.side, view));
}

/** A fact as a sentence, with who said it where every source attributes it to the same. */
export function statement(fact: Fact, view: View): string {
  const plain = sentence(fact.claims[0], view);
  const said = sharedAccording(fact);
  if (said === undefined) return plain;
  const as = said.startsWith("confirmed") ? `as ${said}` : said;
  return `${plain.replace(/\.$/u, "")}, ${as}.`;
}

/** A claim's value alone, for a table's cell or a line that has said the question. */
export function brief(claim: Claim, view: View): string {
  return SLOTS[claim.slot].brief(claim.fields, say(claim.side, view));
}

/** How a claim words one field: the source's own spelling where it is stored as an id. */
export function wording(claim: Claim, field: string, view: View): string | undefined {
  const value = claim.as[field] ?? claim.fields[field];
  if (value === undefined) return undefined;
  const of = SLOTS[claim.slot].fields[field]?.of;
  return of === undefined ? String(value) : view[of].name(String(value));
}
