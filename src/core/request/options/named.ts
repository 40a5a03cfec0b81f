import { type Option, NAME_MAX } from "#core/request/option.ts";
import { ok, refuse, type Refusal } from "#core/request/refusal.ts";
import { nearest } from "#core/text/near.ts";
import { Directory, spellings, type Named, type Names } from "#core/facts/names.ts";
import { BOTH } from "#core/facts/sides.ts";
import { clean, listed, shorten } from "#core/text/text.ts";
import { personLikeness } from "#core/values/person.ts";
import { placeLikeness } from "#core/values/place.ts";
import { base, readText, type Shape } from "./plain.ts";

/** What a name of each kind is called, one of it. */
export const NOUN: Readonly<Record<keyof Names, string>> = {
  negotiations: "negotiation",
  talks: "round of talks",
  parties: "side",
  people: "person",
  places: "place",
};

/** A name of one kind, by its id, any spelling or a slip of one. The value is the id. */
function named<const R extends boolean = false>(
  about: string,
  of: keyof Names,
  shape: Shape<R> = {},
): Option<string, R> {
  return {
    ...base(about, shape, NAME_MAX),
    type: "text",
    of,
    read(raw, names) {
      const typed = shorten(clean(raw).text, 60);
      const found = names[of].find(raw.slice(0, NAME_MAX));
      switch (found.kind) {
        case "exact":
        case "near":
          return ok(found.item.id);
        case "several":
        case "none": {
          const like = found.kind === "none" ? likelyItems(raw, of, names) : found.items;
          const near = like.length > 0;
          const offered = (near ? like : names[of].all).slice(0, 5);
          const which = listed(offered.map((i) => i.name));
          const hint = near ? `Did you mean ${which}?` : `Type one that the desk knows, such as ${which}.`;
          return {
            ok: false,
            refusal: {
              ...refuse(
                "held",
                `No ${NOUN[of]} here is called "${typed}".`,
                offered.length === 0 ? `The desk knows no ${NOUN[of]} yet.` : hint,
              ),
              offers: offered.map((i) => ({ label: i.name, value: i.id })),
            },
          };
        }
      }
    },
    complete: (view) => view[of].all.map((item) => ({ label: item.name, value: item.id })),
  };
}

/** People and places that a typed name may be, such as one with a title or in another script. */
function likelyItems(raw: string, of: keyof Names, names: Names): readonly Named[] {
  if (of !== "people" && of !== "places") return [];
  const found = likeness(raw, of, names);
  return found.kind === "likely" ? found.ids.flatMap((id) => names[of].get(id) ?? []) : [];
}

/**
 * A name as typed for a claim: `new: Zed` is another one than all that are known; `Alexander Darchiev = A. Darchiev` a
 * spelling of one.
 */
export function readName(raw: string): { readonly fresh: boolean; readonly known?: string; readonly words: string } {
  const fresh = /^\s*new:\s*(.+)$/isu.exec(raw)?.[1];
  if (fresh !== undefined) return { fresh: true, words: fresh };
  const [, known, words] = /^(.+?)\s=\s(.+)$/su.exec(raw) ?? [];
  return known === undefined || words === undefined ? { fresh: false, words: raw } : { fresh: false, known, words };
}

/**
 * As `named`, for the fields of a claim. A name that is like no known one is kept as typed: it is new. One that is like
 * a known one is asked about: it may be a spelling of that one, or somebody new.
 */
export function namedOrNew<const R extends boolean = false>(
  about: string,
  of: keyof Names,
  shape: Shape<R> = {},
): Option<string, R> {
  const option = named(about, of, shape);
  return {
    ...option,
    read(raw, names) {
      const { fresh, known, words } = readName(raw);
      const typed = readText(words, option.max, false);
      if (!typed.ok) return typed;
      if (known !== undefined) return option.read(known, names);
      const exact = names[of].exact(typed.value);
      if (exact !== undefined) return ok(exact.id);
      const found = fresh ? { kind: "new" as const, compared: true } : likeness(typed.value, of, names);
      if (found.kind === "exact") return ok(found.id);
      if (found.kind === "new" && (found.compared || names[of].all.length === 0)) return typed;
      return { ok: false, refusal: asked(typed.value, of, found.kind === "new" ? [] : found.ids, names) };
    },
  };
}

type Found =
  | { readonly kind: "exact"; readonly id: string }
  | { readonly kind: "likely"; readonly ids: readonly string[] }
  | { readonly kind: "new"; readonly compared: boolean };

/** What a typed name is beside the names of its kind: by what people and places go by, and by its letters. */
function likeness(typed: string, of: keyof Names, names: Names): Found {
  const { all } = names[of];
  const found = of === "people" ? personLikeness(typed, all) : of === "places" ? placeLikeness(typed, all) : undefined;
  if (found?.kind === "exact") return found;
  const likely = found?.kind === "likely" ? found.candidates.map((c) => c.id) : [];
  const near = likely.length > 0 ? [] : nearest<Named>(typed, all, spellings, 3).map((n) => n.item.id);
  if (likely.length + near.length > 0) return { kind: "likely", ids: [...likely, ...near] };
  return { kind: "new", compared: found?.kind !== "new" || found.compared };
}

/** Asks whose name it is. Without a likely one, it stands in a script that Talks does not read. */
function asked(typed: string, of: keyof Names, likely: readonly string[], names: Names): Refusal {
  const name = shorten(typed, 60);
  const near = likely.slice(0, 4).map((id) => names[of].name(id));
  const refusal =
    near.length === 0
      ? refuse(
          "usage",
          `"${name}" is in a script that Talks cannot compare with the names it holds.`,
          `Type "new: ${name}" for another ${NOUN[of]}, or "${names[of].all[0]?.name ?? "Name"} = ${name}" for a spelling of a known one.`,
        )
      : refuse(
          "usage",
          `The desk knows no ${NOUN[of]} called "${name}", but knows ${listed(near)}.`,
          `Is it a spelling of one of them, or another ${NOUN[of]}? Type "${near[0] ?? ""} = ${name}", or "new: ${name}".`,
        );
  const spelt = near.map((known) => ({ label: `A spelling of ${known}`, value: `${known} = ${typed}` }));
  return { ...refusal, carries: true, offers: [...spelt, { label: `Another ${NOUN[of]}`, value: `new: ${typed}` }] };
}

/** As `party`, for what a claim or a question is about: also all who negotiate, by one of the spellings of `both`. */
export function side<const R extends boolean = false>(about: string, shape: Shape<R> = {}): Option<string, R> {
  const option = party(about, shape);
  return {
    ...option,
    read: (raw, names) => option.read(raw, { ...names, parties: withBoth(names.parties) }),
    complete: (view) => [...(option.complete?.(view) ?? []), { label: BOTH.name, value: BOTH.id }],
  };
}

const sides = new WeakMap<Names["parties"], Names["parties"]>();

function withBoth(parties: Names["parties"]): Names["parties"] {
  const made = sides.get(parties) ?? new Directory([...parties.items, { ...BOTH, adjective: "joint" }]);
  sides.set(parties, made);
  return made;
}

export const party = <const R extends boolean = false>(about: string, shape?: Shape<R>) =>
  named(about, "parties", shape);
export const person = <const R extends boolean = false>(about: string, shape?: Shape<R>) =>
  named(about, "people", shape);
export const place = <const R extends boolean = false>(about: string, shape?: Shape<R>) =>
  named(about, "places", shape);
export const talks = <const R extends boolean = false>(about: string, shape?: Shape<R>) => named(about, "talks", shape);
