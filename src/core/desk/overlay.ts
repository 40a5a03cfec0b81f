import type { Claim, Fact, Standing } from "#core/facts/fact.ts";
import { inOrder } from "#core/facts/in-order.ts";
import { Directory, type Names } from "#core/facts/names.ts";
import { defined } from "#core/text/defined.ts";
import type { View } from "#core/facts/view.ts";
import { listedNames, withClaimed } from "./lay-names.ts";
import type { FactState } from "./payload.ts";
import { readThrough } from "./read-through.ts";
import type { Heads } from "./heads.ts";
import { saidSpellings } from "./spellings.ts";
import type { Revision } from "./store.ts";
import { factSubject, subjectParts } from "./subject.ts";

/** Lays a desk's own changes over the view beneath. Pure: the same two give the same view. */
export function overlay(beneath: View, own: Heads): View {
  if (own.version === 0) return beneath;
  const listed = listedNames(beneath, own);
  const facts = overlayFacts(beneath.facts, own, listed);
  const articles = own.all("article").map((h) => [h.state.id, h.state] as const);
  return withOrder({
    ...withClaimed(listed, facts),
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
  return JSON.stringify(ordered) === JSON.stringify(items)
    ? view
    : { ...view, talks: new Directory(ordered, view.talks.leads) };
}

function overlayFacts(beneath: readonly Fact[], own: Heads, names: Names): readonly Fact[] {
  const shipped = beneath.map((fact) => factUnder(fact.id, fact, own, names));
  const ids = new Set(beneath.map((f) => f.id));
  const aliases = aliasesOf(own);
  const facts = shipped.filter((f) => f !== undefined);
  // There may be very many: each is looked for once.
  for (const { subject, revision, state } of own.each("fact")) {
    const { id } = subjectParts(subject);
    if (ids.has(id)) continue;
    const fact = factOf({ id, shipped: undefined, aliases: aliases.get(id) }, revision, state);
    if (fact !== undefined) facts.push(readThrough(fact, names));
  }
  return facts;
}

/**
 * A fact as a desk holds it, over the one that is shipped under that id, read through the desk's names; undefined where
 * neither has anything to state.
 */
export function factUnder(id: string, shipped: Fact | undefined, own: Heads, names: Names): Fact | undefined {
  const fact = factAlone(id, shipped, own);
  return fact === undefined ? undefined : readThrough(fact, names);
}

function factAlone(id: string, shipped: Fact | undefined, own: Heads): Fact | undefined {
  const revision = own.last(factSubject(id));
  const aliases = aliasesOf(own).get(id);
  if (revision === undefined && aliases === undefined) return shipped;
  return factOf({ id, shipped, aliases }, revision, () => own.get("fact", factSubject(id)));
}

/** What a fact is made of, beside its state on the desk. */
interface Under {
  readonly id: string;
  readonly shipped: Fact | undefined;
  readonly aliases: readonly string[] | undefined;
}

function factOf(
  { id, shipped, aliases }: Under,
  revision: Revision | undefined,
  read: () => FactState | undefined,
): Fact | undefined {
  // The same fact stays one object, so that a comparison of a desk's views sees what did not change.
  const isOwn = shipped === undefined && aliases === undefined;
  const [own, before] = revision === undefined ? [] : [isOwn ? alone.get(revision) : undefined, made.get(revision)];
  if (own !== undefined) return own;
  if (before !== undefined && before.shipped === shipped && sameWords(before.aliases, aliases)) return before.fact;
  const state = read();
  const bare = state === undefined ? shipped : overlayFact(id, shipped?.claims ?? [], state, revision?.number ?? 0);
  const fact = bare === undefined || aliases === undefined ? bare : { ...bare, aliases };
  if (revision !== undefined && isOwn && fact !== undefined) alone.set(revision, fact);
  else if (revision !== undefined) made.set(revision, { shipped, aliases, fact });
  return fact;
}

interface Made extends Pick<Under, "shipped" | "aliases"> {
  readonly fact: Fact | undefined;
}

const made = new WeakMap<Revision, Made>();
// Facts with nothing beneath and no words of their own: there may be very many.
const alone = new WeakMap<Revision, Fact>();

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
  const held = state.claims ?? shipped;
  const claims = state.more === undefined ? held : [...held, ...state.more];
  if (!isSome(claims)) return undefined;
  const [{ talks, slot, side }] = claims;
  const standing = standingOf(state);
  const { retracted, disputed, settled, locked } = state;
  // There may be very many, and most have no more than this.
  const fact =
    side === undefined
      ? { id, talks, slot, claims, standing, revision }
      : { id, talks, slot, side, claims, standing, revision };
  return retracted === undefined && disputed === undefined && settled === undefined && locked === undefined
    ? fact
    : { ...fact, ...defined({ retracted, disputed, settled, locked }) };
}

function isSome<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}

const aliased = new WeakMap<Heads, ReadonlyMap<string, readonly string[]>>();

/** The words that ask for each fact, by its id. */
function aliasesOf(own: Heads): ReadonlyMap<string, readonly string[]> {
  const known = aliased.get(own);
  if (known !== undefined) return known;
  const made = new Map<string, string[]>();
  for (const { state } of saidSpellings(own)) {
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
