import type { Library } from "#core/desk/library-view.ts";
import type { ArticleFile } from "#core/exchange/schema.ts";
import type { Article } from "#core/facts/article.ts";
import type { Claim } from "#core/facts/fact.ts";
import {
  spellings,
  type Named,
  type Negotiation,
  type OwnSlot,
  type Party,
  type Person,
  type Place,
  type Talks,
} from "#core/facts/names.ts";
import { SLOTS } from "#core/slots/index.ts";
import { defined } from "#core/text/defined.ts";
import { nameKey } from "#core/text/text.ts";
import { mistakeAt } from "./data-file.ts";
import type { Mistake } from "./mistake.ts";
import type { Pack } from "./read-pack.ts";

type Kind = "parties" | "people" | "places" | "slots";
type Ids = Readonly<Record<Kind, ReadonlyMap<string, string>>>;

/**
 * Packs as one library. A party, person or place that two packs name is one, with the spellings of both; it keeps the
 * id of the pack that is read first, and the others' ids lead to it: a pack that is added later, and read before them,
 * takes nothing from what a desk keeps by them. Added to `mistakes`: an id that means something else in another pack.
 */
export function joinPacks(packs: readonly Pack[], mistakes: Mistake[]): Library {
  const held = { parties: [] as Party[], people: [] as Person[], places: [] as Place[], slots: [] as OwnSlot[] };
  const negotiations: Negotiation[] = [];
  const talks: Talks[] = [];
  const claims: Claim[] = [];
  const used: Ids[] = [];
  for (const pack of packs) {
    const { names } = pack;
    const wrong = (message: string): void => {
      mistakes.push(mistakeAt(pack.file, [], message));
    };
    const parties = joined("parties", held.parties, names.parties.items, wrong);
    const people = names.people.items.map((p) => ({ ...p, ...defined({ party: idIn(parties, p.party) }) }));
    const ids: Ids = {
      parties,
      people: joined("people", held.people, people, wrong),
      places: joined("places", held.places, names.places.items, wrong),
      slots: joined("slots", held.slots, names.slots.items, wrong),
    };
    used.push(ids);
    for (const negotiation of names.negotiations.items) {
      taken("negotiation", negotiations, negotiation, wrong);
      negotiations.push({
        ...negotiation,
        parties: negotiation.parties.map((p) => ({ ...p, party: idIn(parties, p.party) ?? p.party })),
      });
    }
    for (const round of names.talks.items) {
      taken("round", talks, round, wrong);
      talks.push({ ...round, parties: round.parties.map((p) => idIn(parties, p) ?? p) });
    }
    claims.push(...pack.claims.map((claim) => withIds(claim, ids)));
  }
  const articles = packs.flatMap((pack) => pack.articles.map((file) => articleOf(file.data)));
  const leads = {
    parties: leading("parties", used),
    people: leading("people", used),
    places: leading("places", used),
    slots: leading("slots", used),
  };
  return { negotiations, talks, ...held, articles, claims, leads };
}

/** The packs' own ids that are not those of what they name. */
function leading(kind: Kind, used: readonly Ids[]): ReadonlyMap<string, string> {
  return new Map(used.flatMap((ids) => [...ids[kind]].filter(([own, kept]) => own !== kept)));
}

/** Puts what a pack names to what is held, and says which id each of its own ids is there. */
function joined<T extends Named>(
  kind: Kind,
  held: T[],
  items: readonly T[],
  wrong: (message: string) => void,
): ReadonlyMap<string, string> {
  return new Map(
    items.map((item) => {
      const own = held.findIndex((h) => h.id === item.id);
      const at = own < 0 ? held.findIndex((h) => named(h, item) || named(item, h)) : own;
      const same = held[at];
      if (same === undefined) {
        held.push(item);
        return [item.id, item.id];
      }
      if (!named(same, item) && !named(item, same))
        wrong(`${kind}: ${item.id} is ${same.name} in another pack, and ${item.name} here`);
      const known = new Set(spellings(same).map(nameKey));
      const more = [item.name, ...item.aliases].filter((spelling) => !known.has(nameKey(spelling)));
      held[at] = { ...item, ...same, aliases: [...same.aliases, ...more] };
      return [item.id, same.id];
    }),
  );
}

/** Whether the name of one thing is a spelling of another. */
function named(thing: Named, other: Named): boolean {
  return spellings(thing).some((spelling) => nameKey(spelling) === nameKey(other.name));
}

function taken(what: string, held: readonly Named[], item: Named, wrong: (message: string) => void): void {
  if (held.some((h) => h.id === item.id)) wrong(`another pack has a ${what} with the id ${item.id}`);
}

function idIn(ids: ReadonlyMap<string, string>, id: string | undefined): string | undefined {
  return id === undefined ? undefined : (ids.get(id) ?? id);
}

function withIds(claim: Claim, ids: Ids): Claim {
  const fields = Object.entries(claim.fields).map(([name, value]) => {
    const of = SLOTS[claim.slot].fields[name]?.of;
    return [
      name,
      of === undefined || of === "negotiations" || of === "talks" ? value : (ids[of].get(String(value)) ?? value),
    ];
  });
  return { ...claim, ...defined({ side: idIn(ids.parties, claim.side) }), fields: Object.fromEntries(fields) };
}

function articleOf({ claims: _claims, ...file }: ArticleFile): Article {
  return Object.fromEntries(Object.entries(file).filter(([, value]) => value !== undefined)) as unknown as Article;
}
