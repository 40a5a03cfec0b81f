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
    parties: new Directory(library.parties),
    people: new Directory(library.people),
    places: new Directory(library.places),
    slots: new Directory(library.slots),
  };
  return { ...withClaimed(names, facts), articles, facts };
}
