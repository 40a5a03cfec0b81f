import { nearest } from "#core/text/near.ts";
import { isSlip } from "#core/text/slip.ts";
import { fold, isOneName, nameKey } from "#core/text/text.ts";
import { TITLE_WORDS } from "#core/values/languages/titles.ts";

/** Anything that people call by more than one name. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /**
   * Spellings that follow from its place among others, such as `second round`. Computed when names are laid, never
   * kept.
   */
  readonly ordinals?: readonly string[];
  /** Out of lists, completion and answers. It keeps its name, its facts and its history. */
  readonly retired?: true;
}

/**
 * What a party does in a negotiation: it negotiates, carries words between those who do, gives the place, or listens.
 */
export const ROLES = ["party", "mediator", "host", "observer"] as const;
type Role = (typeof ROLES)[number];

export interface Participant {
  /** A party's id. */
  readonly party: string;
  readonly role: Role;
}

/** What a team follows: parties, each with a role, and their talks. */
export interface Negotiation extends Named {
  readonly parties: readonly Participant[];
}

/** One round of a negotiation. Its day, place and length are facts with a source, and no part of it. */
export interface Talks extends Named {
  /** A negotiation's id; empty where a desk of an early version kept none. */
  readonly negotiation: string;
  /** Ids of the parties that were there; empty where they are those of the negotiation. */
  readonly parties: readonly string[];
  /** Its place within the negotiation, from 1, where somebody ordered it; the newest dated facts order the others. */
  readonly order?: number;
}

export interface Party extends Named {
  /** The adjective that sentences use: `Russian`. */
  readonly adjective: string;
}

export interface Person extends Named {
  readonly party?: string;
}

export interface Place extends Named {
  /** What it is, such as `city` or `building`. */
  readonly kind?: string;
}

/** A slot of the desk's own: its name and the other words that people ask with, and whether it holds one value. */
export interface OwnSlot extends Named {
  readonly holds: "one" | "many";
}

/** What a spelling leads to: one item (surely or by the nearest spelling), several near ones, or nothing near. */
export type NameMatch<T> =
  | { readonly kind: "exact" | "near"; readonly item: T }
  | { readonly kind: "several"; readonly items: readonly T[] }
  | { readonly kind: "none" };

/** Named things, found by id, by any spelling, or by a slip of one. A spelling may lead to several of them. */
export class Directory<T extends Named> {
  /** Everything that it holds, also what is retired. */
  readonly items: readonly T[];
  /** Those that are not retired, in the order in which they are told. */
  readonly all: readonly T[];
  /** Ids that were merged into others, each with the id that it is read as. */
  readonly leads: ReadonlyMap<string, string>;
  readonly #byId: ReadonlyMap<string, T>;
  readonly #bySpelling: ReadonlyMap<string, readonly T[]>;

  constructor(items: readonly T[], leads: ReadonlyMap<string, string> = new Map()) {
    this.items = items;
    this.leads = leads;
    this.all = items.filter((item) => item.retired !== true);
    this.#byId = new Map(items.map((item) => [item.id, item]));
    const bySpelling = new Map<string, T[]>();
    for (const item of this.all) {
      for (const spelling of new Set(spellings(item).map(spelt))) {
        const there = bySpelling.get(spelling);
        if (there === undefined) bySpelling.set(spelling, [item]);
        else there.push(item);
      }
    }
    for (const [old, id] of leads) {
      const item = this.#byId.get(id);
      if (item !== undefined && item.retired !== true && !bySpelling.has(spelt(old)))
        bySpelling.set(spelt(old), [item]);
    }
    this.#bySpelling = bySpelling;
  }

  /** Also one that is retired, so that what names it can still be told; of a merged one what it was merged into. */
  get(id: string): T | undefined {
    return this.#byId.get(this.leads.get(id) ?? id);
  }

  /** The thing's name, or the id itself where nothing has that id. */
  name(id: string): string {
    return this.get(id)?.name ?? id;
  }

  /** The one thing that has exactly this spelling; undefined where several do. */
  exact(spelling: string): T | undefined {
    const [item, ...more] = this.#called(spelling);
    return more.length === 0 ? item : undefined;
  }

  /**
   * Everything that has exactly this spelling. The one whose id is written comes alone, so that an id always leads to
   * its own.
   */
  spelt(spelling: string): readonly T[] {
    const alike = this.#bySpelling.get(spelt(spelling)) ?? [];
    const there = alike.filter((item) => !isMarkedOtherwise(item, spelling));
    const own = there.find((item) => item.id === spelling);
    return own === undefined ? there : [own];
  }

  /** The same; what bears the spelling comes before what it only counts: "Round one" of one negotiation. */
  #called(spelling: string): readonly T[] {
    const all = this.spelt(spelling);
    if (all.length < 2) return all;
    const bearing = all.filter((item) => [item.name, ...item.aliases].some((s) => spelt(s) === spelt(spelling)));
    return bearing.length > 0 ? bearing : all;
  }

  find(spelling: string): NameMatch<T> {
    const framed = withoutFrame(spelling);
    const called = this.#called(spelling);
    const same = called.length > 0 ? called : this.spelt(framed);
    if (same.length > 0) return oneOrSeveral("exact", same);
    const parts = this.all.filter((item) => forms(item).includes(framed));
    if (parts.length === 1) return oneOrSeveral("exact", parts);
    // A slip of exactly one thing's name is that thing; anything less sure is offered, never taken.
    const slips = this.all.filter((item) => forms(item).some((form) => wordsSlip(framed, form)));
    if (slips.length === 1) return oneOrSeveral("near", slips);
    const near = nearest(framed, this.all, spellings, 5).map((n) => n.item);
    const several = parts.length + slips.length > 0 ? [...new Set([...parts, ...slips])] : near;
    return several.length === 0 ? { kind: "none" } : { kind: "several", items: several };
  }
}

function oneOrSeveral<T>(kind: "exact" | "near", items: readonly T[]): NameMatch<T> {
  const [item, ...more] = items;
  return item === undefined || more.length > 0 ? { kind: "several", items } : { kind, item };
}

// People leave the dots out of letters that stand for words, or put them in: U.S., US; U.A.E., UAE.
function spelt(spelling: string): string {
  return nameKey(undotted(spelling));
}

function undotted(spelling: string): string {
  return spelling.replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll(".", ""));
}

/** Whether an item has the typed spelling with other marks alone: Hạ is not Hà. */
function isMarkedOtherwise(item: Named, typed: string): boolean {
  if (/^[\u0020-\u007E]*$/u.test(typed)) return false;
  const same = spellings(item).filter((s) => spelt(s) === spelt(typed));
  return same.length > 0 && !same.some((s) => isOneName(undotted(s), undotted(typed)));
}

export function spellings(item: Named): readonly string[] {
  return [item.id, item.name, ...item.aliases, ...(item.ordinals ?? [])];
}

// "President Trump": the title is anybody's.
const TITLES = new Set(fold(TITLE_WORDS).split(" "));

/** Every folded form that names it: its spellings, and a person's names one by one (ida, ray). */
export function forms(item: Named): readonly string[] {
  const whole = spellings(item).map(fold);
  const parts = "party" in item ? whole.flatMap((s) => s.split(" ")).filter((w) => w.length > 3 && !TITLES.has(w)) : [];
  return [...new Set([...whole, ...parts])];
}

function wordsSlip(typed: string, meant: string): boolean {
  const [a, b] = [typed.split(" "), meant.split(" ")];
  return a.length === b.length && a.every((word, i) => isSlip(word, b[i] ?? ""));
}

/** A spelling folded, without what only frames a name: "the egyptian side?" names the same party as "egyptian". */
export function withoutFrame(spelling: string): string {
  const words = fold(spelling).split(" ");
  const kept = words.filter((w) => !FRAME.has(w));
  return (kept.length > 0 ? kept : words).join(" ");
}

const FRAME = new Set([
  "the",
  "a",
  "of",
  "side",
  "delegation",
  "team",
  "party",
  "mr",
  "ms",
  "mrs",
  "by",
  "for",
  "in",
  "at",
  "talks",
]);

/** The names that a desk knows. Typed words are looked up in them. */
export interface Names {
  readonly negotiations: Directory<Negotiation>;
  readonly talks: Directory<Talks>;
  readonly parties: Directory<Party>;
  readonly people: Directory<Person>;
  readonly places: Directory<Place>;
  readonly slots: Directory<OwnSlot>;
}

/** The kinds of name, in the order in which a word is tried as one. */
export const NAME_KINDS = [
  "people",
  "places",
  "parties",
  "talks",
  "negotiations",
  "slots",
] as const satisfies readonly (keyof Names)[];
