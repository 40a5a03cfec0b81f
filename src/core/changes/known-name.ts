import { Directory, NAME_KINDS, type Named, type Names } from "#core/facts/names.ts";
import { KINDS, withKind, withoutKind, type Kind } from "#core/request/kind-of-name.ts";
import { meantBy } from "#core/facts/likely-names.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { eitherIn, listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { line, shorten } from "#core/text/text.ts";
import type { Known } from "./name-state.ts";

interface Sought {
  /** The option that names it. */
  readonly field: string;
  /** The one kind that it may be of; any where there is none. */
  readonly kind?: Kind | undefined;
  /** Among what is retired, and not among what is in use. */
  readonly retired?: boolean;
}

/**
 * What a typed name stands for, of one kind or of any. Words that several things are called are asked about;
 * `party: Oman` is the party.
 */
export function knownName(raw: string, names: Names & Told, { field, kind, retired = false }: Sought): Read<Known> {
  const { kind: prefix, name: typed } = withoutKind(raw);
  const only = kind ?? prefix;
  const kinds = only === undefined ? NAME_KINDS : [KINDS[only]];
  const pool = retired ? retiredNames(names) : names;
  const found = kinds.flatMap((of): readonly Known[] => {
    const match = pool[of].find(typed);
    return match.kind === "exact" ? [{ of, item: names[of].get(match.item.id) ?? match.item }] : [];
  });
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return ok(first);
  const near = kinds.flatMap((of): readonly Known[] =>
    meantBy(typed, of, pool).map((item) => ({ of, item: names[of].get(item.id) ?? item })),
  );
  const offered = (found.length > 0 ? found : near).slice(0, 5);
  const name = shorten(typed, 60);
  const shown = (some: readonly Known[]): readonly string[] => some.map((known) => called(known, names));
  const message =
    found.length > 0
      ? tell(names, "known.several", { name, names: listedIn(names, shown(found)) })
      : noneCalled(name, only, retired, names);
  const hint =
    offered.length === 0
      ? tell(names, "known.type")
      : tell(names, "unknown.meant", { names: eitherIn(names, shown(offered)) });
  return {
    ok: false,
    refusal: {
      ...refuse(found.length > 0 ? "usage" : "held", message, hint),
      field,
      carries: true,
      ...(found.length > 0 || retired ? {} : { unheld: { typed: line(typed), of: [...kinds] } }),
      offers: offered.map((known) => ({ label: called(known, names), value: withKind(known) })),
    },
  };
}

function noneCalled(name: string, only: Kind | undefined, retired: boolean, at: Told): string {
  if (only === undefined) return tell(at, retired ? "known.noneRetired" : "known.none", { name });
  const of = KINDS[only];
  return retired
    ? tell(at, "known.noKindRetired", { name, noun: tell(at, `noun.${of}`) })
    : tell(at, `unknown.${of}`, { typed: name });
}

/** A name with its kind, as a button says it: `Oman (party)`. */
function called({ of, item }: Known, at: Told): string {
  return `${item.name} (${tell(at, `noun.${of}`)})`;
}

/** The names that are retired, found as others are. */
function retiredNames(names: Names): Readonly<Record<keyof Names, Directory<Named>>> & Names {
  const only = Object.fromEntries(
    NAME_KINDS.map((of) => [
      of,
      new Directory<Named>(names[of].items.flatMap(({ retired, ...item }: Named) => (retired === true ? [item] : []))),
    ]),
  );
  // Each has the items of its kind, without what marks them.
  return only as unknown as Readonly<Record<keyof Names, Directory<Named>>> & Names;
}
