import type { Article } from "#core/facts/article.ts";
import type { Claim } from "#core/facts/fact.ts";
import { join } from "#core/slots/join.ts";
import { Directory, type Party, type Person, type Place, type Talks } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";

/** What `data/` ships. Desks only read it, and lay their own changes over it. */
export interface Library {
  readonly talks: readonly Talks[];
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly places: readonly Place[];
  readonly articles: readonly Article[];
  readonly claims: readonly Claim[];
}

/** The library alone, as a desk without changes of its own sees it. */
export function libraryView(library: Library): View {
  return {
    talks: new Directory(library.talks),
    parties: new Directory(library.parties),
    people: new Directory(library.people),
    places: new Directory(library.places),
    articles: new Map(library.articles.map((a) => [a.id, a])),
    facts: join(library.claims),
  };
}
