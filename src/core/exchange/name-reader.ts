import type { z } from "zod";
import type { Names } from "#core/facts/names.ts";
import { shorten } from "#core/text/text.ts";
import { squashed } from "./columns.ts";
import type { Unknown } from "./line.ts";
import { FORMS, type NameEntry, type PackNames } from "./pack-names.ts";
import type { Tree } from "./tree.ts";

const LISTS = { parties: "party", talks: "talks", people: "person", places: "place", slots: "slot" } as const;

/** Whether a key at the top of a file holds names: a plain word under `talks` is a claim's, a list is the file's. */
export function holdsNames(key: string, value: Tree): boolean {
  const name = squashed(key);
  if (name === "negotiation") return value === null || value instanceof Map;
  return Object.hasOwn(LISTS, name) && (value === null || isList(value));
}

/** Reads names, passing over the keys that are left out. Keys that Talks does not know are gathered in `unknown`. */
export class NameReader {
  readonly unknown = new Map<string, Unknown>();
  readonly leftOut = new Set<string>();
  readonly #leaveOut: ReadonlySet<string>;

  constructor(leaveOut: ReadonlySet<string>) {
    this.#leaveOut = leaveOut;
  }

  /** `within`: how the places of these names begin, such as `pack 2, `. */
  pack(branch: ReadonlyMap<string, Tree>, within = ""): PackNames {
    const of = new Map([...branch].map(([key, value]) => [squashed(key), value]));
    const negotiation = of.get("negotiation") ?? undefined;
    const list = <K extends keyof typeof LISTS>(kind: K): readonly NameEntry<K>[] => {
      const all = of.get(kind);
      return isList(all) ? all.map((item, i) => this.#entry(kind, item, `${within}${LISTS[kind]} ${i + 1}`)) : [];
    };
    return {
      ...(negotiation === undefined
        ? {}
        : { negotiation: this.#entry("negotiations", negotiation, `${within}negotiation`) }),
      parties: list("parties"),
      talks: list("talks"),
      people: list("people"),
      places: list("places"),
      slots: list("slots"),
    };
  }

  #entry<K extends keyof Names>(of: K, tree: Tree, where: string): NameEntry<K> {
    if (!(tree instanceof Map)) return { where, of, problem: "it is not a name: write its name and its aliases." };
    const form = FORMS[of];
    const keys = new Map(Object.keys(form.shape).map((key) => [squashed(key), key]));
    const plain: Record<string, unknown> = {};
    for (const [key, value] of tree as ReadonlyMap<string, Tree>) {
      const known = keys.get(squashed(key));
      if (this.#leaveOut.has(squashed(key))) this.leftOut.add(key);
      else if (known === undefined)
        this.unknown.set(squashed(key), { name: key, sample: typeof value === "string" ? shorten(value, 40) : "" });
      else if (value !== null) plain[known] = value;
    }
    const read = form.safeParse(plain);
    // The form of a kind gives that kind's item.
    if (read.success) return { where, of, item: read.data as z.output<(typeof FORMS)[K]> };
    const [issue] = read.error.issues;
    const field = issue?.path.map(String).join(".") ?? "";
    const lacks = plain["name"] === undefined && field === "name";
    return { where, of, problem: lacks ? `"name" is missing.` : `${field}: ${issue?.message ?? ""}.` };
  }
}

function isList(value: Tree | undefined): value is readonly Tree[] {
  return Array.isArray(value);
}
