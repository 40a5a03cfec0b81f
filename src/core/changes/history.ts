import type { WholeSnapshot } from "#core/desk/desk.ts";
import { payload } from "#core/desk/heads.ts";
import type { NameState } from "#core/desk/payload.ts";
import type { Alias } from "./alias-change.ts";
import { NOUN } from "#core/request/options/named.ts";
import { overlayFact } from "#core/desk/overlay.ts";
import { factSubject, subjectParts } from "#core/desk/subject.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import { restsOn } from "#core/reply/fact-blocks.ts";
import { forWork, idCode, instant, strong, text, type Inline } from "#core/reply/reply.ts";
import { statement } from "#core/reply/statement.ts";
import type { Revision, RevisionKind } from "#core/desk/store.ts";
import type { View } from "#core/facts/view.ts";
import { memoised } from "#core/text/lazy.ts";
import { shorten } from "#core/text/text.ts";

const DID: Readonly<Record<RevisionKind, string>> = {
  add: "added",
  join: "added a source to",
  correct: "corrected",
  retract: "retracted",
  restore: "restored",
  dispute: "disputed",
  resolve: "settled the dispute over",
  source: "added a source:",
  alias: "changed the spellings of",
  lock: "locked",
  unlock: "unlocked",
  suggest: "suggested",
  approve: "approved",
  decline: "declined",
  role: "changed who moderates:",
  link: "linked",
  unlink: "unlinked",
  erase: "erased a person's name:",
  retire: "retired",
  merge: "merged",
  focus: "changed what is meant in",
  library: "switched the shipped sample:",
  token: "changed which programs may read:",
  webhook: "changed which programs are told:",
  pages: "switched public pages:",
  undo: "took back a change to",
  load: "loaded",
};

/** Kinds of subjects that are told by a name of their own. */
const NAMED: ReadonlySet<string> = new Set(["name", "token", "webhook", "alias"]);
const LONG = 160;

/** One revision as a line of history: number, when, who from where, what, was → now, why. */
export function trailLine(revision: Revision, snapshot: WholeSnapshot): readonly Inline[] {
  const { number, at, by, kind, why, undoes } = revision;
  const shipped = by.platform === "library";
  const { kind: subject, id } = subjectParts(revision.subject);
  const change = subject === "fact" ? wasNow(revision, snapshot) : detail(revision, snapshot);
  return [
    ...(shipped ? [] : [idCode(`#${number}`), text(" ")]),
    instant(at),
    text(" · "),
    strong(shipped ? "library" : by.name),
    text(shipped ? "" : ` (${by.platform})`),
    text(` ${DID[kind]} `),
    NAMED.has(subject) ? text(nameOf(revision, snapshot)) : idCode(subject === "fact" ? id : shorten(id, 80)),
    ...(undoes === undefined ? [] : [forWork(text(` (revision ${undoes})`))]),
    text(change === "" ? "" : `: ${change}`),
    text(why === undefined || change.includes(why) ? "" : ` Reason: ${why}`),
  ];
}

/** A fact as one of its revisions left it; undefined where there then was none. */
function factAfter(revision: Revision | undefined, id: string, snapshot: WholeSnapshot): Fact | undefined {
  const state = revision === undefined || revision.after === null ? {} : payload("fact", revision.after);
  return overlayFact(
    id,
    revision?.by.platform === "library" ? [] : shippedThen(revision, id, snapshot),
    state,
    revision?.number ?? 0,
  );
}

// What the library shipped when the revision was made: its own later changes are told in lines of their own.
function shippedThen(
  revision: Revision | undefined,
  id: string,
  { beneath, library }: WholeSnapshot,
): readonly Claim[] {
  const now = beneath.facts.find((f) => f.id === id)?.claims ?? [];
  if (revision === undefined) return now;
  const then = library.of(factSubject(id)).findLast((r) => Temporal.Instant.compare(r.at, revision.at) <= 0);
  if (then === undefined) return now;
  return then.after === null ? [] : (payload("fact", then.after).claims ?? []);
}

function said(fact: Fact | undefined, { view }: WholeSnapshot): string {
  if (fact === undefined) return "nothing left";
  const words = shorten(statement(fact, view), LONG);
  return fact.standing === "retracted" ? `retracted (${words})` : words;
}

/**
 * `was → now`, shortened, with what it rests on and, where a correction moved it, its round; only the new where the
 * statement is the same.
 */
function wasNow(revision: Revision, snapshot: WholeSnapshot): string {
  const { id } = subjectParts(revision.subject);
  const fact = factAfter(revision, id, snapshot);
  const earlier = factAfter(before(revision, snapshot), id, snapshot);
  const [was, now] = [said(earlier, snapshot), said(fact, snapshot)];
  const view = withFormerArticles(snapshot);
  const rested = fact === undefined || earlier === undefined || was !== now ? "" : restsOn(earlier, view);
  const rests = fact === undefined ? "" : restsOn(fact, view);
  const told = revision.kind === "correct" && rested !== "" && rested !== rests ? `${rested} → ${rests}` : rests;
  const moved =
    earlier === undefined || fact === undefined || earlier.talks === fact.talks
      ? ""
      : ` (${view.talks.name(earlier.talks)} → ${view.talks.name(fact.talks)})`;
  const words = was === "nothing left" || was === now ? now : `${was} → ${now}`;
  return `${words}${moved}${told === "" ? "" : ` [${told}]`}`;
}

/** The desk's view with the articles that it held once, so that what rested on them names their outlets. */
const withFormerArticles = memoised(({ view, own }: WholeSnapshot): View => {
  const articles = new Map(view.articles);
  for (const { subject, after } of own.revisions) {
    const { kind, id } = subjectParts(subject);
    if (kind === "article" && after !== null && !view.articles.has(id)) articles.set(id, payload("article", after));
  }
  return articles.size === view.articles.size ? view : { ...view, articles };
});

/** What a revision of a name, a spelling, a token or a webhook is about: a name as it was then called. */
function nameOf(revision: Revision, snapshot: WholeSnapshot): string {
  const after = revision.after ?? before(revision, snapshot)?.after ?? null;
  if (after === null) return subjectParts(revision.subject).id;
  const { kind } = subjectParts(revision.subject);
  if (kind === "token" || kind === "webhook") return payload(kind, after).name;
  if (kind === "alias") return spelt(payload("alias", after), snapshot);
  const { of, name } = payload("name", after);
  return `${NOUN[of]} ${name}`;
}

function before({ subject, number, by }: Revision, { own, library }: WholeSnapshot): Revision | undefined {
  return (by.platform === "library" ? library : own).of(subject).findLast((r) => r.number < number);
}

function detail(revision: Revision, snapshot: WholeSnapshot): string {
  const { subject, after } = revision;
  const { kind } = subjectParts(subject);
  if (after === null) return GONE[kind] ?? "as before";
  if (kind === "name") return nameDetail(payload("name", after), before(revision, snapshot), snapshot);
  if (kind === "alias") return aliasDetail(after, snapshot);
  if (kind === "library") return "off";
  if (kind === "pages") return "on, at a new place";
  if (kind === "token") return "may read";
  if (kind === "webhook") return `at ${payload("webhook", after).host}`;
  if (kind === "focus") return snapshot.view.negotiations.name(payload("focus", after).negotiation);
  return kind in DETAIL ? DETAIL[kind as keyof typeof DETAIL](after) : "";
}

/** What it means that the desk keeps nothing of a kind of subject any more. */
const GONE: Readonly<Record<string, string>> = {
  library: "on",
  pages: "off",
  rule: "proposes again",
  token: "may not read any more",
  webhook: "is not told any more",
};

function nameDetail(state: NameState, earlier: Revision | undefined, { view }: WholeSnapshot): string {
  if (state.into !== undefined) return `read as ${view[state.of].name(state.into)}`;
  const was = earlier === undefined || earlier.after === null ? undefined : payload("name", earlier.after).name;
  return was === undefined || was === state.name ? "" : `formerly ${was}`;
}

function aliasDetail(after: string, snapshot: WholeSnapshot): string {
  const alias = payload("alias", after);
  return `“${alias.spelling}” ${alias.removed ? "no longer names" : "also names"} ${spelt(alias, snapshot)}`;
}

/** What a spelling is one of: a name, or a fact by its id. */
function spelt({ of, id }: Pick<Alias, "of" | "id">, { view }: WholeSnapshot): string {
  return of === "facts" ? id : view[of].name(id);
}

const DETAIL = {
  article: (after: string) => {
    const { outlet, title, address } = payload("article", after);
    return [outlet, title, address].filter((p) => p !== undefined).join(", ");
  },
  suggestion: (after: string) => {
    const { state, reason } = payload("suggestion", after);
    return reason === undefined ? state : `${state}: ${reason}`;
  },
  proposal: (after: string) => {
    const { state, rule, paragraph } = payload("proposal", after);
    return `${state}, ¶${paragraph}, by the rule ${rule}`;
  },
  rule: () => "proposes nothing here",
  role: (after: string) => {
    const { kind, name, platform } = payload("role", after);
    return `${kind} ${name} moderates on ${platform}`;
  },
} as const;
