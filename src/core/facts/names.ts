import { nearest } from "#core/text/near.ts";
import { isSlip } from "#core/text/slip.ts";
import { fold } from "#core/text/text.ts";

/** Anything that people call by more than one name. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** One round of talks. `order` counts the rounds from 1 in time; the latest round has the highest. */
export interface Talks extends Named {
  readonly order: number;
}

export interface Party extends Named {
  /** The adjective that sentences use: `Russian`. */
  readonly adjective: string;
}

export interface Person extends Named {
  readonly party?: string;
}

export type Place = Named;

/** What a spelling leads to: one item (surely or by the nearest spelling), several near ones, or nothing near. */
export type NameMatch<T> =
  | { readonly kind: "exact" | "near"; readonly item: T }
  | { readonly kind: "several"; readonly items: readonly T[] }
  | { readonly kind: "none" };

/** Named things, found by id, by any spelling, or by a slip of one. */
export class Directory<T extends Named> {
  readonly all: readonly T[];
  readonly #byId: ReadonlyMap<string, T>;
  readonly #bySpelling: ReadonlyMap<string, T>;

  constructor(all: readonly T[]) {
    this.all = all;
    this.#byId = new Map(all.map((item) => [item.id, item]));
    this.#bySpelling = new Map(
      all.flatMap((item) => spellings(item).map((spelling) => [fold(spelling), item] as const)),
    );
  }

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  /** The thing's name, or the id itself where nothing has that id. */
  name(id: string): string {
    return this.#byId.get(id)?.name ?? id;
  }

  exact(spelling: string): T | undefined {
    return this.#bySpelling.get(fold(spelling));
  }

  find(spelling: string): NameMatch<T> {
    const exact = this.exact(spelling) ?? this.exact(withoutFrame(spelling));
    if (exact !== undefined) return { kind: "exact", item: exact };
    const framed = withoutFrame(spelling);
    const parts = this.all.filter((item) => forms(item).includes(framed));
    if (parts.length === 1 && parts[0] !== undefined) return { kind: "exact", item: parts[0] };
    // A slip of exactly one thing's name is that thing; anything less sure is offered, never taken.
    const slips = this.all.filter((item) => forms(item).some((form) => wordsSlip(framed, form)));
    if (slips.length === 1 && slips[0] !== undefined) return { kind: "near", item: slips[0] };
    const near = nearest(framed, this.all, spellings, 5).map((n) => n.item);
    const several = parts.length + slips.length > 0 ? [...new Set([...parts, ...slips])] : near;
    return several.length === 0 ? { kind: "none" } : { kind: "several", items: several };
  }
}

export function spellings(item: Named): readonly string[] {
  return [item.id, item.name, ...item.aliases];
}

/** Every folded form that names it: its spellings, and a person's names one by one (coulter, sonata). */
export function forms(item: Named): readonly string[] {
  const whole = spellings(item).map(fold);
  const parts = "party" in item ? whole.flatMap((s) => s.split(" ")).filter((w) => w.length > 3) : [];
  return [...new Set([...whole, ...parts])];
}

function wordsSlip(typed: string, meant: string): boolean {
  const [a, b] = [typed.split(" "), meant.split(" ")];
  return a.length === b.length && a.every((word, i) => isSlip(word, b[i] ?? ""));
}

// "the russian side?" names the same party as "russian".
function withoutFrame(spelling: string): string {
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
  readonly talks: Directory<Talks>;
  readonly parties: Directory<Party>;
  readonly people: Directory<Person>;
  readonly places: Directory<Place>;
}

/** The kinds of name, in the order in which a word is tried as one. */
export const NAME_KINDS = ["people", "places", "parties", "talks"] as const satisfies readonly (keyof Names)[];
