import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { type Option, NAME_MAX } from "#core/request/option.ts";
import { ok, refuse } from "#core/request/refusal.ts";
import { meantBy } from "#core/facts/likely-names.ts";
import { Directory, type Named, type Names } from "#core/facts/names.ts";
import { BOTH } from "#core/facts/sides.ts";
import { clean, line, shorten } from "#core/text/text.ts";
import { base, type Shape } from "./plain.ts";

/** A name of one kind, by its id, any spelling or a slip of one. The value is the id. */
export function named<const R extends boolean = false>(
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
          const own = of === "talks" ? roundsOf(raw.slice(0, NAME_MAX), names) : [];
          const [only, ...others] = own;
          // A negotiation of one round is that round.
          if (only !== undefined && others.length === 0) return ok(only.id);
          const meant = own.length > 0 ? own : meantBy(raw.slice(0, NAME_MAX), of, names);
          const near = meant.length > 0;
          const offered = (near ? meant : names[of].all).slice(0, 5);
          const apart = offered.map((i) => toldApart(i, of, names));
          const which = { names: listedIn(names, apart) };
          const hint = near ? tell(names, "unknown.meant", which) : tell(names, "unknown.type", which);
          return {
            ok: false,
            refusal: {
              ...refuse(
                "held",
                tell(names, `unknown.${of}`, { typed }),
                offered.length === 0 ? tell(names, "unknown.none") : hint,
              ),
              offers: offered.map((i) => ({ label: toldApart(i, of, names), value: i.id })),
              unheld: { typed: line(raw), of: [of] },
            },
          };
        }
      }
    },
    complete: (view) => view[of].all.map((item) => ({ label: toldApart(item, of, view), value: item.id })),
  };
}

/** The rounds of a negotiation that is named where a round is asked for, the newest first. */
function roundsOf(raw: string, names: Names): readonly Named[] {
  const negotiation = names.negotiations.exact(raw);
  return negotiation === undefined ? [] : names.talks.all.filter((t) => t.negotiation === negotiation.id).toReversed();
}

/** A name for a choice: rounds of two negotiations may be called alike. */
function toldApart({ id, name }: Named, of: keyof Names, names: Names): string {
  const round = of === "talks" ? names.talks.get(id) : undefined;
  if (round === undefined || names.talks.spelt(name).length < 2) return name;
  return `${name} (${names.negotiations.name(round.negotiation)})`;
}

/** As `party`, for what a claim or a question is about: also all who negotiate, by one of the spellings of `both`. */
export function side<const R extends boolean = false>(about: string, shape: Shape<R> = {}): Option<string, R> {
  const option = party(about, shape);
  return {
    ...option,
    // Without a party there are no two sides to be both.
    read: (raw, names) =>
      option.read(raw, names.parties.all.length === 0 ? names : { ...names, parties: withBoth(names.parties) }),
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
