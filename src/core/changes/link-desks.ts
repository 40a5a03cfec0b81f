import type { Article } from "#core/facts/article.ts";
import { describedAlike, DETAILS, haveOneAddress, ofOneOutlet } from "#core/facts/same-article.ts";
import type { Plan, Snapshot } from "#core/desk/desk.ts";
import { factSubject } from "#core/desk/subject.ts";
import { advance } from "#core/desk/advance.ts";
import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import { claimKey } from "#core/slots/join.ts";
import type { Change } from "#core/desk/store.ts";
import { aliasChange } from "./alias-change.ts";
import { articleChange } from "./article-change.ts";
import { agreeing } from "./agreeing.ts";
import { heldOtherwise } from "./contradiction.ts";
import { factChange, joined, stateOf } from "./fact-state.ts";

/** What came along when two desks were linked. */
export interface Carried {
  readonly facts: number;
  /** Changes that stayed behind, since the other desk had changed the same fact itself: its own stands. */
  readonly behind: number;
  /** What an outlet of theirs is held as there, where what came along cannot stand beside it. */
  readonly otherwise: readonly string[];
}

/**
 * A desk's own changes, as changes to the desk that it is linked with: its facts are added (or join those that agree),
 * its articles, spellings, roles and what its channels follow come along. Its changes to shipped facts hold where the
 * other desk made none.
 */
export function carryOver(from: Snapshot, to: Snapshot, platform: string): Plan<Carried> {
  // Ids of what comes along are made of the link's own revision, so that no other change ever has them.
  const mark = `${to.next}`;
  const link = {
    subject: `link/${platform}`,
    kind: "link",
    after: JSON.stringify({ platform, id: platform }),
  } as const;
  const changes: Change[] = [link];
  let now = advance(to, changes);
  const put = (...more: readonly Change[]): void => {
    changes.push(...more);
    now = advance(now, more);
  };
  const articles = new Map<string, string>();
  for (const [i, { state }] of from.own.all("article").entries()) {
    const same = [...now.view.articles.values()].find((a) => carriedAs(a, state));
    const id = same?.id ?? `a${mark}-${i + 1}`;
    articles.set(state.id, id);
    // What this desk does not know of its article comes along.
    if (same === undefined || DETAILS.some((name) => same[name] === undefined && state[name] !== undefined))
      put(articleChange({ ...state, ...same, id }));
  }
  // What facts name comes before them. Where both desks have a name under one id, the other desk's stands.
  for (const { subject, revision } of from.own.all("name"))
    if (!to.own.holds(subject)) put({ subject, kind: "add", after: revision.after });
  // What the library has is one fact on both desks, whether or not it lies beneath them now.
  const shipped = new Set(from.library.all("fact").flatMap(({ state }) => (state.claims ?? []).map((c) => c.id)));
  const moved = (claims: readonly Claim[], id: string): readonly Claim[] =>
    claims.map((c, i) => ({
      ...c,
      id: shipped.has(c.id) ? c.id : i === 0 ? id : `${id}-${i + 1}`,
      citation: { ...c.citation, article: articles.get(c.citation.article) ?? c.citation.article },
    }));
  const ids = new Map<string, string>();
  const carried = from.view.facts.filter((f) => f.revision > 0 && from.own.get("fact", `fact/${f.id}`) !== undefined);
  for (const [i, fact] of carried.entries()) {
    const came = comes(fact, `f${mark}-${i + 1}`, moved, from, now);
    if (came === undefined) continue;
    put(...came.changes);
    ids.set(fact.id, came.id);
  }
  for (const fact of carried) put(...standings(fact, ids, from, now));
  const names = from.own.all("alias").flatMap(({ subject, state, revision }): readonly Change[] => {
    if (state.of !== "facts") return [{ subject, kind: "alias", after: revision.after }];
    const id = ids.get(state.id) ?? (isShipped(state.id, from) ? state.id : undefined);
    if (id === undefined) return [];
    return [aliasChange({ of: "facts", id, spelling: state.spelling }, "alias", state.removed)];
  });
  const roles = from.own
    .all("role")
    .map(({ subject, revision }): Change => ({ subject, kind: "role", after: revision.after }));
  // What a channel follows it follows still, by the id that the other desk has for it.
  const focused = from.own
    .all("focus")
    .map(({ subject, revision }): Change => ({ subject, kind: "focus", after: revision.after }));
  for (const change of [...names, ...roles, ...focused]) if (!now.own.holds(change.subject)) put(change);
  const otherwise = saidOtherwise((claim) => claim.id.startsWith(`f${mark}-`), now);
  return { kind: "append", changes, result: { facts: ids.size, behind: carried.length - ids.size, otherwise } };
}

/** What the outlets of the claims that came are held as on the desk, where they cannot have said both. */
function saidOtherwise(came: (claim: Claim) => boolean, { view }: Snapshot): readonly string[] {
  const claims = view.facts.flatMap((fact) => (live(fact) ? fact.claims.filter(came) : []));
  const told = claims.flatMap((claim) => {
    const article = view.articles.get(claim.citation.article);
    const other = article === undefined ? undefined : heldOtherwise(claim, article, view);
    return other === undefined || came(other.held) ? [] : [other.told];
  });
  return [...new Set(told)];
}

function isShipped(id: string, { library }: Snapshot): boolean {
  return library.get("fact", factSubject(id)) !== undefined;
}

interface Came {
  readonly id: string;
  readonly changes: readonly Change[];
}

/** One fact as the other desk receives it, without its disputes; undefined if the other desk keeps its own state. */
function comes(
  fact: Fact,
  id: string,
  moved: (claims: readonly Claim[], id: string) => readonly Claim[],
  from: Snapshot,
  to: Snapshot,
): Came | undefined {
  const { disputed: _, settled: __, claims, more, ...state } = stateOf(fact.id, from);
  if (isShipped(fact.id, from)) {
    if (to.own.get("fact", `fact/${fact.id}`) !== undefined) return undefined;
    const change = factChange(fact.id, "add", {
      ...state,
      ...(claims === undefined ? {} : { claims: [...moved(claims, fact.id)] }),
      ...(more === undefined ? {} : { more: [...moved(more, id)] }),
    });
    return agreeing(advance(to, [change]), [change]) === undefined ? { id: fact.id, changes: [change] } : undefined;
  }
  const own = moved(fact.claims, id);
  const key = claimKey(fact.claims[0]);
  const agree = to.view.facts.filter((f) => claimKey(f.claims[0]) === key);
  const same = agree.find(live) ?? agree[0];
  if (same === undefined) return { id, changes: [factChange(id, "add", { ...state, claims: [...own] })] };
  // What either side retracted is not brought back by the other.
  if (!live(same) || !live(fact)) return undefined;
  const fresh = own.filter((c) => !same.claims.some((x) => samePlace(x, c)));
  if (fresh.length === 0) return { id: same.id, changes: [] };
  return { id: same.id, changes: [factChange(same.id, "join", joined(stateOf(same.id, to), fresh))] };
}

/** The disputes that a fact was in, by the ids that both facts have now; none where one of the two did not come. */
function standings(fact: Fact, ids: ReadonlyMap<string, string>, from: Snapshot, to: Snapshot): readonly Change[] {
  const { disputed, settled } = stateOf(fact.id, from);
  const id = ids.get(fact.id);
  const place = (other: string): string | undefined =>
    ids.get(other) ?? (to.view.facts.some((f) => f.id === other && f.revision === 0) ? other : undefined);
  if (id === undefined || (disputed === undefined && settled === undefined)) return [];
  const [against, aside] = [place(disputed?.with ?? ""), place(settled ?? "")];
  const state = stateOf(id, to);
  if (disputed !== undefined && against !== undefined)
    return [factChange(id, "dispute", { ...state, disputed: { ...disputed, with: against } }, disputed.why)];
  return aside === undefined ? [] : [factChange(id, "resolve", { ...state, settled: aside })];
}

/** Whether two desks hold one article: of one outlet, at one address, or with the same details. */
function carriedAs(a: Article, b: Article): boolean {
  return ofOneOutlet(a, b) && (haveOneAddress(a, b) || describedAlike(a, b));
}

function samePlace(a: Claim, b: Claim): boolean {
  return a.citation.article === b.citation.article && a.citation.paragraph === b.citation.paragraph;
}
