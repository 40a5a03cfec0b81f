import type { Snapshot } from "#core/desk/desk.ts";
import type { NameState } from "#core/desk/payload.ts";
import type { Change, RevisionKind } from "#core/desk/store.ts";
import { nameSubject } from "#core/desk/subject.ts";
import type { Named, Names } from "#core/facts/names.ts";
import { BOTH } from "#core/facts/sides.ts";
import { isId } from "#core/text/id.ts";
import { fold, spellingKey } from "#core/text/text.ts";
import { inLatin } from "#core/values/transliteration.ts";

/** A name that the desk knows. */
export interface Known {
  readonly of: keyof Names;
  readonly item: Named;
}

/** What a name of some kind is made of: its kept state without what the desk decides itself. */
type Details<State> = State extends unknown ? Omit<State, "id" | "retired" | "into"> : never;
export type NameDetails = Details<NameState>;

/**
 * What is kept of a name: the desk's own state, else what is beneath it or only claims say. Its ids are as they were
 * written.
 */
export function nameState({ of, item }: Known, { own, beneath }: Snapshot): NameState {
  const kept = own.get("name", nameSubject(of, item.id));
  if (kept !== undefined) return kept;
  const { ordinals: _, ...shipped } = beneath[of].items.find(({ id }) => id === item.id) ?? item;
  // What is beneath has the shape of its kind: the loader and the overlay made it so.
  return { of, ...shipped } as NameState;
}

export function nameChange(state: NameState, kind: RevisionKind, why?: string): Change {
  const change = { subject: nameSubject(state.of, state.id), kind, after: JSON.stringify(state) };
  return why === undefined ? change : { ...change, why };
}

/** Kinds of which one name is one thing, whichever negotiation it is about. */
const SHARED: ReadonlySet<keyof Names> = new Set(["parties", "people", "places"]);

/** The same with each spelling once, beside the name and the id. */
export function distinct(state: NameState): NameState {
  const seen = new Set([spellingKey(state.name)]);
  const aliases = state.aliases.filter((alias) => {
    const folded = spellingKey(alias);
    if (folded !== "" && seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
  return { ...state, aliases };
}

/**
 * An id for a new name: the one that is wanted, as a file has it, where nothing has it; else one made of its letters. A
 * round's begins with its negotiation's, as rounds of two may be called alike. An id that ever led to something here is
 * only given again where it is wanted. What the library calls so while it is switched off gets the library's id: it is
 * one with that when it is switched on again.
 */
export function newId(details: NameDetails, { view, own, library, next }: Snapshot, wanted = ""): string {
  const { of } = details;
  const free = (id: string): boolean =>
    id !== BOTH.id && view[of].get(id) === undefined && own.get("name", nameSubject(of, id)) === undefined;
  const shippedAs = (id: string): string | undefined => library.get("name", nameSubject(of, id))?.name;
  const unshipped = library.last(nameSubject(of, wanted)) === undefined;
  if (free(wanted) && isId(wanted) && (unshipped || shippedAs(wanted) === details.name)) return wanted;
  const name = details.of === "talks" ? `${details.negotiation} ${details.name}` : details.name;
  const letters = inLatin(fold(name))
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+/u, "")
    .slice(0, 50)
    .replace(/-+$/u, "");
  const base = letters === "" ? `${of}-${next}` : letters;
  const taken = (id: string): boolean =>
    id === BOTH.id ||
    view[of].get(id) !== undefined ||
    own.last(nameSubject(of, id)) !== undefined ||
    library.last(nameSubject(of, id)) !== undefined;
  if (SHARED.has(of) && free(base) && shippedAs(base) === details.name) return base;
  let id = base;
  for (let count = 2; taken(id); count += 1) id = `${base}-${count}`;
  return id;
}
