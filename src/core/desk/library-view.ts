import type { Article } from "#core/facts/article.ts";
import type { Claim } from "#core/facts/fact.ts";
import { inOrder } from "#core/facts/in-order.ts";
import { join } from "#core/slots/join.ts";
import {
  Directory,
  type Negotiation,
  type Party,
  type Person,
  type OwnSlot,
  type Place,
  type Talks,
} from "#core/facts/names.ts";
import { withClaimed } from "./lay-names.ts";
import type { View } from "#core/facts/view.ts";

/** What a data folder ships. Desks only read it, and lay their own changes over it. */
export interface Library {
  readonly negotiations: readonly Negotiation[];
  readonly talks: readonly Talks[];
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly places: readonly Place[];
  readonly slots: readonly OwnSlot[];
  readonly articles: readonly Article[];
  readonly claims: readonly Claim[];
  /** Ids by which a pack calls what another pack has under an id of its own, each with that. */
  readonly leads?: Partial<Record<"parties" | "people" | "places" | "slots", ReadonlyMap<string, string>>>;
}

/** A library that ships nothing: what a desk holds is its own. */
export const EMPTY_LIBRARY: Library = {
  negotiations: [],
  talks: [],
  parties: [],
  people: [],
  places: [],
  slots: [],
  articles: [],
  claims: [],
};

/** The library alone, as a desk without changes of its own sees it. */
export function libraryView(library: Library): View {
  const articles = new Map(library.articles.map((a) => [a.id, a]));
  const facts = join(library.claims);
  const names = {
    negotiations: new Directory(library.negotiations),
    talks: new Directory(inOrder(library.talks, facts, articles)),
    parties: new Directory(library.parties, library.leads?.parties),
    people: new Directory(library.people, library.leads?.people),
    places: new Directory(library.places, library.leads?.places),
    slots: new Directory(library.slots, library.leads?.slots),
  };
  return { ...withClaimed(names, facts), articles, facts };
}
