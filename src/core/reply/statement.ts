import { saidIn, sharedSteps } from "./citation.ts";
import { tell } from "#core/messages/tell.ts";
import { capitalIn, countryIn } from "#core/messages/words.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { Say } from "#core/slots/slot.ts";
import { BOTH, negotiating } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import { eventOf, TALKS } from "./event.ts";
import { tongueOf } from "#core/values/tongue-of.ts";
import { languageNamed } from "./language-named.ts";
import { memoisedIn } from "#core/text/lazy.ts";

/**
 * The side as a reply about these talks names it: `the Egyptian side`, `both sides`, `all parties` where not two
 * negotiate.
 */
export function sideName(side: string, view: View, talks?: string): string {
  if (side === BOTH.id)
    return tell(view, talks === undefined || negotiating(talks, view).length === 2 ? "side.both" : "side.all");
  const party = view.parties.get(side);
  if (view.tongue !== undefined) return countryIn(view, party?.name ?? side);
  return party === undefined ? side : `the ${party.adjective} side`;
}

/**
 * `own`: names are told as this source spells them, too; elsewhere a person has one name, with the spellings beside it.
 */
function say({ talks, slot, side, fields, as, citation }: Claim, view: View, own: boolean): Say {
  const spelt = (of: "people" | "places", id: string): string | undefined => {
    const field = Object.keys(as).findLast((name) => fields[name] === id && SLOTS[slot].fields[name]?.of === of);
    return field === undefined ? undefined : as[field];
  };
  const round = view.talks.get(talks);
  return {
    ...(round === undefined ? TALKS : eventOf(round)),
    person: (id) => (own ? spelt("people", id) : undefined) ?? view.people.name(id),
    // A place is told in the source's own words: "the hotel" does not become the Grand Hotel.
    place: (id) => spelt("places", id) ?? view.places.name(id),
    party: (id) =>
      id === BOTH.id ? capitalIn(view, sideName(id, view, talks)) : countryIn(view, view.parties.name(id)),
    slot: (id) => view.slots.name(id),
    side: side === undefined ? "" : sideName(side, view, talks),
    adjective: side === undefined ? "" : side === BOTH.id ? "joint" : (view.parties.get(side)?.adjective ?? side),
    ...(view.tongue === undefined
      ? {}
      : { other: { tongue: view.tongue, quotation: (words) => quotation(words, citation.article, view) } }),
  };
}

/** The name of the language that an article's words are in; undefined for the one that they are told in. */
export function languageOf(words: string, article: string, view: View): string | undefined {
  return languageNamed(tongueOf(words, view.articles.get(article)?.language), view);
}

/** `“We agreed” (in English)`: a source's words stand as they are, and say in which language that is. */
function quotation(words: string, article: string, view: View): string {
  const language = languageOf(words, article, view);
  return language === undefined ? `“${words}”` : tell(view, "plain.quotation", { words, language });
}

/** One claim as a plain sentence in our words. */
export function sentence(claim: Claim, view: View, own = false): string {
  return SLOTS[claim.slot].sentence(claim.fields, say(claim, view, own));
}

/** A fact as a sentence, with who said it where every source attributes it to the same. */
export function statement(fact: Fact, view: View, own = false): string {
  return own ? told(fact, view, true) : shared(fact, view);
}

// A reply tells a fact several times: in its text, for what it quotes, in its blocks.
const shared = memoisedIn((fact: Fact, view: View) => told(fact, view, false));

function told(fact: Fact, view: View, own: boolean): string {
  const plain = sentence(fact.claims[0], view, own);
  const as = attribution(fact, view);
  return as === undefined ? plain : `${plain.replace(/\.$/u, "")}, ${as}.`;
}

/** Who said it, where every source has it from the same: `according to Ida Ray`, `as confirmed by Ida Ray`. */
export function attribution(fact: Fact, view: View): string | undefined {
  const steps = sharedSteps(fact);
  if (steps === undefined) return undefined;
  const said = saidIn(view, steps);
  return steps[0]?.how === "confirmed by" ? tell(view, "said.asConfirmed", { said }) : said;
}

/** A claim as the sentence of a first line: without what one reads on for. */
export function firstSentence(claim: Claim, view: View): string {
  return SLOTS[claim.slot].first(claim.fields, say(claim, view, false));
}

/** A claim's value alone, for a table's cell or a line that already names the question. */
export const brief = memoisedIn((claim: Claim, view: View): string =>
  SLOTS[claim.slot].brief(claim.fields, say(claim, view, false)),
);

/**
 * How a source words one field; undefined where it says nothing of it, or where a name was picked by its id, so that
 * nobody knows how the source spells it.
 */
export function wording(claim: Claim, field: string): string | undefined {
  if (claim.bare === true) return undefined;
  const value =
    claim.as[field] ?? (SLOTS[claim.slot].fields[field]?.of === undefined ? claim.fields[field] : undefined);
  return value === undefined ? undefined : String(value);
}
