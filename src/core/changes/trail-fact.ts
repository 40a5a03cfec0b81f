import { tell } from "#core/messages/tell.ts";
import type { WholeSnapshot } from "#core/desk/desk.ts";
import { overlayFact } from "#core/desk/overlay.ts";
import { payload } from "#core/desk/heads.ts";
import type { Revision } from "#core/desk/store.ts";
import { factSubject, subjectParts } from "#core/desk/subject.ts";
import type { Claim, Fact } from "#core/facts/fact.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import type { View } from "#core/facts/view.ts";
import { restsOn } from "#core/reply/fact-blocks.ts";
import { brief, sideName, statement } from "#core/reply/statement.ts";
import { labelOf } from "#core/slots/label.ts";
import { memoised } from "#core/text/lazy.ts";
import { shorten } from "#core/text/text.ts";
import { before } from "./revision-before.ts";

const LONG = 160;

/** What an English sentence about a change calls a fact of a slot; any other, and other languages, by its label. */
const WHAT: Readonly<Partial<Record<SlotName, string>>> = {
  date: "the day",
  venue: "the place",
  format: "the format",
  session: "a session",
  movement: "an arrival or departure",
  duration: "the length",
  led: "the head",
  attended: "the members",
  purpose: "the purpose",
  agenda: "the agenda",
  excluded: "what was left out",
  position: "a position",
  grievance: "a grievance",
  property: "a property",
  figure: "a figure",
  quote: "a quotation",
  assessment: "an assessment",
  outcome: "an outcome",
  next: "the next step",
  background: "the background",
  note: "a note",
};

/** What a revision of a fact is about, and what it changed, both in words: see `trailLine`. */
export interface FactTrail {
  /** `the head of the Maltese side in Second round, Oslo`. */
  readonly about: string;
  /** `5½ hours → 6 hours [Quay Times, note 1]`. */
  readonly change: string;
}

export function factTrail(revision: Revision, snapshot: WholeSnapshot): FactTrail {
  const { id } = subjectParts(revision.subject);
  const fact = factAfter(revision, id, snapshot);
  const earlier = factAfter(before(revision, snapshot), id, snapshot);
  const any = fact ?? earlier;
  return {
    about: any === undefined ? tell(snapshot.view, "trail.fact") : aboutOf(any, snapshot.view),
    change: wasNow(revision, earlier, fact, snapshot),
  };
}

function aboutOf({ slot, side, talks, claims: [first] }: Fact, view: View): string {
  const what = (view.tongue === undefined ? WHAT[slot] : undefined) ?? `“${labelOf(first, view)}”`;
  const round = view.talks.name(talks);
  return side === undefined
    ? tell(view, "trail.of", { what, round })
    : tell(view, "trail.ofSide", { what, side: sideName(side, view, talks), round });
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

/**
 * `was → now`, shortened, with what it rests on and, where a correction moved it, its round; only one of them where the
 * other says nothing. Two values of one slot stand alone, without the sentence around them.
 */
function wasNow(
  { kind }: Revision,
  earlier: Fact | undefined,
  fact: Fact | undefined,
  snapshot: WholeSnapshot,
): string {
  const { view } = snapshot;
  const former = withFormerArticles(snapshot);
  const from = earlier === undefined ? "" : restsOn(earlier, former);
  if (kind === "retract" && earlier !== undefined) return `${said(earlier, view)}${cited(from)}`;
  const [was, now] = bothSaid(earlier, fact, view);
  const rests = fact === undefined ? "" : restsOn(fact, former);
  const told = kind === "correct" && was === now && from !== "" && from !== rests ? `${from} → ${rests}` : rests;
  const moved =
    earlier === undefined || fact === undefined || earlier.talks === fact.talks
      ? ""
      : ` (${view.talks.name(earlier.talks)} → ${view.talks.name(fact.talks)})`;
  const words = earlier === undefined || was === now ? now : `${was} → ${now}`;
  return `${words}${moved}${cited(told)}`;
}

function cited(rests: string): string {
  return rests === "" ? "" : ` [${rests}]`;
}

function bothSaid(earlier: Fact | undefined, fact: Fact | undefined, view: View): readonly [was: string, now: string] {
  const sentences = [said(earlier, view), said(fact, view)] as const;
  if (earlier === undefined || fact === undefined || earlier.standing === "retracted" || fact.standing === "retracted")
    return sentences;
  const values = [brief(earlier.claims[0], view), brief(fact.claims[0], view)] as const;
  return values[0] === values[1] || values[0] === "" || values[1] === "" ? sentences : values;
}

function said(fact: Fact | undefined, view: View): string {
  if (fact === undefined) return tell(view, "trail.nothing");
  return fact.standing === "retracted" ? tell(view, "trail.retracted") : shorten(statement(fact, view), LONG);
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
