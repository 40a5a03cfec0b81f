import type { z } from "zod";
import type { Names } from "#core/facts/names.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";
import { squashed } from "./columns.ts";
import type { Unknown } from "./line.ts";
import { FORMS, toldProblem, type NameEntry, type PackNames } from "./pack-names.ts";
import type { Tree } from "./tree.ts";

const LISTS = ["parties", "talks", "people", "places", "slots"] as const;
type List = (typeof LISTS)[number];

/** Whether a key at the top of a file holds names: a plain word under `talks` is a claim's, a list is the file's. */
export function holdsNames(key: string, value: Tree): boolean {
  const name = squashed(key);
  if (name === "negotiation") return value === null || value instanceof Map;
  return LISTS.some((list) => list === name) && (value === null || isList(value));
}

/** Reads names, passing over the keys that are left out. Keys that Talks does not know are gathered in `unknown`. */
export class NameReader {
  readonly unknown = new Map<string, Unknown>();
  readonly leftOut = new Set<string>();
  readonly #leaveOut: ReadonlySet<string>;
  readonly #at: Told;

  constructor(leaveOut: ReadonlySet<string>, at: Told) {
    this.#leaveOut = leaveOut;
    this.#at = at;
  }

  /** `within`: which of several packs these names stand in. */
  pack(branch: ReadonlyMap<string, Tree>, within?: number): PackNames {
    const of = new Map([...branch].map(([key, value]) => [squashed(key), value]));
    const negotiation = of.get("negotiation") ?? undefined;
    const place = (own: string): string =>
      within === undefined ? own : tell(this.#at, "where.inPack", { n: within, place: own });
    const placed = (kind: List, n: number): string => place(tell(this.#at, `where.${kind}`, { n }));
    const list = <K extends List>(kind: K): readonly NameEntry<K>[] => {
      const all = of.get(kind);
      return isList(all) ? all.map((item, i) => this.#entry(kind, item, placed(kind, i + 1))) : [];
    };
    return {
      ...(negotiation === undefined
        ? {}
        : { negotiation: this.#entry("negotiations", negotiation, place(tell(this.#at, "where.negotiation"))) }),
      parties: list("parties"),
      talks: list("talks"),
      people: list("people"),
      places: list("places"),
      slots: list("slots"),
    };
  }

  #entry<K extends keyof Names>(of: K, tree: Tree, where: string): NameEntry<K> {
    if (!(tree instanceof Map)) return { where, of, problem: tell(this.#at, "wrong.name") };
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
    const problem = lacks
      ? tell(this.#at, "wrong.missing", { name: field })
      : tell(this.#at, "wrong.part", { name: field, why: toldProblem(issue?.message ?? "", this.#at) });
    return { where, of, problem };
  }
}

function isList(value: Tree | undefined): value is readonly Tree[] {
  return Array.isArray(value);
}
