import { type Option, NAME_MAX } from "#core/request/option.ts";
import { no, ok, refuse } from "#core/request/refusal.ts";
import { nearest } from "#core/text/near.ts";
import { spellings, type Names } from "#core/facts/names.ts";
import { clean, listed, shorten } from "#core/text/text.ts";
import { base, readText, type Shape } from "./plain.ts";

const NOUN: Readonly<Record<keyof Names, string>> = {
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
          const near = found.kind === "several";
          const offered = (near ? found.items : names[of].all).slice(0, 5);
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

/**
 * As `named`, for the fields of a claim. A name that is near no known one is kept as typed: it is new. A name that is
 * nearly a known one is refused, since it is more often a slip, unless it is typed as `new: Name`.
 */
export function namedOrNew<const R extends boolean = false>(
  about: string,
  of: keyof Names,
  shape: Shape<R> = {},
): Option<string, R> {
  const known = named(about, of, shape);
  return {
    ...known,
    read(raw, names) {
      const fresh = /^new:\s*(.+)$/isu.exec(raw.trim())?.[1];
      const typed = readText(fresh ?? raw, known.max, false);
      if (!typed.ok) return typed;
      const exact = names[of].exact(typed.value);
      if (exact !== undefined) return ok(exact.id);
      const near = fresh === undefined ? nearest(typed.value, names[of].all, spellings, 3) : [];
      if (near.length === 0) return typed;
      const name = shorten(typed.value, 60);
      return no(
        `The desk knows no ${NOUN[of]} called "${name}", but knows ${listed(near.map((n) => n.item.name))}.`,
        `Type the known name, or "new: ${name}" if it is another ${NOUN[of]}.`,
      );
    },
  };
}

export const party = <const R extends boolean = false>(about: string, shape?: Shape<R>) =>
  named(about, "parties", shape);
export const person = <const R extends boolean = false>(about: string, shape?: Shape<R>) =>
  named(about, "people", shape);
export const place = <const R extends boolean = false>(about: string, shape?: Shape<R>) =>
  named(about, "places", shape);
export const talks = <const R extends boolean = false>(about: string, shape?: Shape<R>) => named(about, "talks", shape);
