import { nearest } from "#core/text/near.ts";
import { spellings, withoutFrame, type NameMatch, type Named, type Names } from "./names.ts";
import { personLikeness, type PersonWhy } from "#core/values/person.ts";
import { placeLikeness, type PlaceWhy } from "#core/values/place.ts";

/** The kinds of name that a claim may name for the first time. */
export type NewNameKind = "people" | "places";

/** A known name that typed words may mean. `why` says what the two have in common, where that is known. */
export interface LikelyName {
  readonly item: Named;
  readonly why?: string;
  /** They share a surname, the kind of a building or some letters: not enough where both names are given whole. */
  readonly slight?: true;
}

/**
 * What typed words are beside the names of a kind: one that is `known`; `perhaps` one of some, or new where there are
 * none; a spelling of `several`; or in a script that is `unread`.
 */
export type LikelyNames =
  | { readonly kind: "known"; readonly item: Named }
  | { readonly kind: "perhaps"; readonly names: readonly LikelyName[] }
  | { readonly kind: "several"; readonly items: readonly Named[] }
  | { readonly kind: "unread" };

const WHY: Readonly<Record<PersonWhy | PlaceWhy, string>> = {
  title: "the same with a title",
  patronymic: "the same with a patronymic",
  order: "the same in another order",
  spelling: "sounds the same",
  script: "the same in another script",
  initials: "the same with initials",
  slip: "spelt a little otherwise",
  more: "the same with more or fewer words",
  surname: "the same surname",
  building: "the same kind of building",
};

const LIKELY_MAX = 3;

/** The names that typed words may mean, the likeliest first, three at the most. */
export function likelyNames(typed: string, of: NewNameKind, names: Names): LikelyNames {
  const { all } = names[of];
  const there = names[of].spelt(typed);
  const [only, ...others] = there;
  if (only !== undefined && others.length === 0) return { kind: "known", item: only };
  if (others.length > 0) return { kind: "several", items: there };
  const found = of === "people" ? personLikeness(typed, all) : placeLikeness(typed, all);
  switch (found.kind) {
    case "exact":
      return perhapsKnown(names[of].get(found.id));
    case "likely":
      return {
        kind: "perhaps",
        names: found.candidates
          .slice(0, LIKELY_MAX)
          .flatMap(({ id, why }: { readonly id: string; readonly why: PersonWhy | PlaceWhy }) => alike(id, why)),
      };
    case "new":
      if (!found.compared && all.length > 0) return { kind: "unread" };
      // A party's name to the letter names no person by a slip.
      if (names.parties.spelt(typed).length > 0) return { kind: "perhaps", names: [] };
      return {
        kind: "perhaps",
        names: nearest(typed, all, spellings, LIKELY_MAX).map(({ item }) => ({ item, slight: true })),
      };
  }

  function alike(id: string, why: PersonWhy | PlaceWhy): readonly LikelyName[] {
    const item = names[of].get(id);
    if (item === undefined) return [];
    const slight = why === "surname" || why === "building";
    return [{ item, why: WHY[why], ...(slight ? { slight } : {}) }];
  }
}

function perhapsKnown(item: Named | undefined): LikelyNames {
  return item === undefined ? { kind: "perhaps", names: [] } : { kind: "known", item };
}

/** The known names that words may mean, where they do not spell one alone: the likeliest first. */
export function meantBy(typed: string, of: keyof Names, names: Names): readonly Named[] {
  const found = names[of].find(typed);
  const several = nearIn(found) ?? sharingWords(typed, of, names);
  const likely = of === "people" || of === "places" ? likelyNames(typed, of, names) : undefined;
  return [...new Set([...(likely?.kind === "perhaps" ? likely.names.map((n) => n.item) : []), ...several])];
}

function nearIn(found: NameMatch<Named>): readonly Named[] | undefined {
  switch (found.kind) {
    case "several":
      return found.items;
    case "near":
      return [found.item];
    case "exact":
      return [];
    case "none":
      return undefined;
  }
}

/** Those that share a word with the typed ones. People and places are compared as such; rounds share most words. */
function sharingWords(typed: string, of: keyof Names, names: Names): readonly Named[] {
  if (of === "people" || of === "places" || of === "talks") return [];
  const words = new Set(withoutFrame(typed).split(" ").filter(tells));
  const shares = (spelling: string): boolean =>
    withoutFrame(spelling)
      .split(" ")
      .some((word) => words.has(word));
  return names[of].all.filter((item) => spellings(item).some(shares)).slice(0, LIKELY_MAX);
}

function tells(word: string): boolean {
  return word.length >= 3;
}
