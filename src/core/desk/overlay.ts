import { isDescription } from "#core/values/person.ts";
import type { Claim, Fact, Standing } from "#core/facts/fact.ts";
import { inOrder } from "#core/facts/in-order.ts";
import { BOTH } from "#core/facts/sides.ts";
import { Directory, type Named, type Names } from "#core/facts/names.ts";
import { SLOTS } from "#core/slots/index.ts";
import { fold } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import type { RevisionLog } from "./revision-log.ts";
import type { Revision } from "./store.ts";
import type { FactState, NameState } from "./payload.ts";
import { factSubject, subjectParts } from "./subject.ts";
import { defined } from "#core/text/defined.ts";

/** Lays a desk's own changes over the view beneath. Pure: the same two give the same view. */
export function overlay(beneath: View, own: RevisionLog): View {
  if (own.version === 0) return beneath;
  const facts = overlayFacts(beneath.facts, own);
  const articles = own.all("article").map((h) => [h.state.id, h.state] as const);
  return withOrder({
    negotiations: names("negotiations", beneath, own, facts),
    talks: names("talks", beneath, own, facts),
    parties: names("parties", beneath, own, facts),
    people: names("people", beneath, own, facts),
    places: names("places", beneath, own, facts),
    articles: new Map([...beneath.articles, ...articles]),
    facts,
  });
}

/**
 * The view with its rounds in order. The same directory stays where they are, so that a comparison of a desk's views
 * sees no change.
 */
export function withOrder(view: View): View {
  const { items } = view.talks;
  const ordered = inOrder(items, view.facts, view.articles);
  return JSON.stringify(ordered) === JSON.stringify(items) ? view : { ...view, talks: new Directory(ordered) };
}

function overlayFacts(beneath: readonly Fact[], own: RevisionLog): readonly Fact[] {
  const shipped = beneath.map((fact) => factUnder(fact.id, fact, own));
  const ids = new Set(beneath.map((f) => f.id));
  const mine = own.all("fact").flatMap(({ subject }) => {
    const { id } = subjectParts(subject);
    return ids.has(id) ? [] : [factUnder(id, undefined, own)];
  });
  return [...shipped, ...mine].filter((f) => f !== undefined);
}

/**
 * A fact as a desk holds it, over the one that is shipped under that id; undefined where neither has anything to state.
 */
export function factUnder(id: string, shipped: Fact | undefined, own: RevisionLog): Fact | undefined {
  const revision = own.last(factSubject(id));
  const aliases = aliasesOf(own).get(id);
  if (revision === undefined && aliases === undefined) return shipped;
  const before = revision === undefined ? undefined : made.get(revision);
  // The same fact stays one object, so that a comparison of a desk's views sees what did not change.
  if (before !== undefined && before.shipped === shipped && sameWords(before.aliases, aliases)) return before.fact;
  const state = own.get("fact", factSubject(id));
  const bare = state === undefined ? shipped : overlayFact(id, shipped?.claims ?? [], state, revision?.number ?? 0);
  const fact = bare === undefined || aliases === undefined ? bare : { ...bare, aliases };
  if (revision !== undefined) made.set(revision, { shipped, aliases, fact });
  return fact;
}

interface Made {
  readonly shipped: Fact | undefined;
  readonly aliases: readonly string[] | undefined;
  readonly fact: Fact | undefined;
}

const made = new WeakMap<Revision, Made>();

function sameWords(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a?.length === b?.length && (a ?? []).every((word, i) => word === b?.[i]);
}

/**
 * One fact with a desk's own state. Undefined where no claim is left, as when the library dropped a fact that the desk
 * had added claims to.
 */
export function overlayFact(
  id: string,
  shipped: readonly Claim[],
  state: FactState,
  revision: number,
): Fact | undefined {
  const [first, ...rest] = [...(state.claims ?? shipped), ...(state.more ?? [])];
  if (first === undefined) return undefined;
  return {
    id,
    talks: first.talks,
    slot: first.slot,
    ...defined({ side: first.side }),
    claims: [first, ...rest],
    standing: standingOf(state),
    revision,
    ...defined({ retracted: state.retracted, disputed: state.disputed, settled: state.settled }),
    ...(state.locked === undefined ? {} : { locked: true }),
  };
}

const aliased = new WeakMap<RevisionLog, ReadonlyMap<string, readonly string[]>>();

/** The words that ask for each fact, by its id. */
function aliasesOf(own: RevisionLog): ReadonlyMap<string, readonly string[]> {
  const known = aliased.get(own);
  if (known !== undefined) return known;
  const made = new Map<string, string[]>();
  for (const { state } of own.all("alias")) {
    if (state.of === "facts" && state.removed === undefined)
      made.set(state.id, [...(made.get(state.id) ?? []), state.spelling]);
  }
  aliased.set(own, made);
  return made;
}

function standingOf(state: FactState): Standing {
  if (state.retracted !== undefined) return "retracted";
  return state.disputed === undefined ? "accepted" : "disputed";
}

function names<K extends keyof Names>(of: K, beneath: View, own: RevisionLog, facts: readonly Fact[]): View[K] {
  const aliases = own.all("alias").filter((h) => h.state.of === of);
  const added = own
    .all("name")
    .flatMap(({ state }) => (state.of === of && state.id !== BOTH.id ? [nameOf(state)] : []));
  const kept = beneath[of].items.filter((n) => !added.some((a) => a.id === n.id));
  const known = [...kept, ...added];
  // Nobody is known by "a senior official", nor by a party's name.
  const nobody = (id: string) => of === "people" && (isDescription(id) || beneath.parties.exact(id) !== undefined);
  const fresh = newNames(of, facts, new Set(known.map((n) => n.id))).filter(({ id }) => !nobody(id));
  if (aliases.length + added.length + fresh.length === 0) return beneath[of];
  const all = [...known, ...fresh].map((item) => {
    const mine = aliases.filter((h) => h.state.id === item.id).map((h) => h.state);
    if (mine.length === 0) return item;
    const gone = new Set(mine.filter((a) => a.removed).map((a) => fold(a.spelling)));
    const more = mine.filter((a) => !a.removed && !item.aliases.some((x) => fold(x) === fold(a.spelling)));
    return { ...item, aliases: [...item.aliases.filter((a) => !gone.has(fold(a))), ...more.map((a) => a.spelling)] };
  });
  return new Directory<Named>(all) as unknown as View[K];
}

// Early versions kept `both` as a party of the library: it is none.
function nameOf({ of: _, ...named }: NameState): Named {
  return named;
}

// A person or a place that only this desk's claims name is known by that name alone.
function newNames(of: keyof Names, facts: readonly Fact[], known: Set<string>): readonly Named[] {
  return facts.flatMap((fact) =>
    fact.claims.flatMap((claim) =>
      Object.entries(claim.fields).flatMap(([field, value]) => {
        const id = String(value);
        if (SLOTS[claim.slot].fields[field]?.of !== of || known.has(id)) return [];
        known.add(id);
        return [{ id, name: id, aliases: [], ...(of === "people" ? { party: claim.side } : {}) }];
      }),
    ),
  );
}
