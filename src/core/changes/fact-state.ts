import { mayActAs, type Tier } from "#core/request/asker.ts";
import type { FactState } from "#core/desk/payload.ts";
import { factSubject } from "#core/desk/subject.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import { factCalled, rounds, type View } from "#core/facts/view.ts";
import { outlets } from "#core/reply/citation.ts";
import { nearest } from "#core/text/near.ts";
import { refuse, type Read, type Refusal } from "#core/request/refusal.ts";
import { statement } from "#core/reply/statement.ts";
import type { Change, RevisionKind } from "#core/desk/store.ts";
import { count, fold, shorten } from "#core/text/text.ts";
import { slippedWords } from "#core/text/slipped-words.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import { defined } from "#core/text/defined.ts";

/** The desk's own state of a fact; empty where it stands as shipped. */
export function stateOf(id: string, { own }: Snapshot): FactState {
  return own.get("fact", factSubject(id)) ?? {};
}

/**
 * A fact's own state with more claims: among the desk's own where it has taken the fact over, beside the shipped ones
 * elsewhere.
 */
export function joined(state: FactState, claims: readonly Claim[]): FactState {
  return state.claims === undefined
    ? { ...state, more: [...(state.more ?? []), ...claims] }
    : { ...state, claims: [...state.claims, ...claims] };
}

/** A change to a fact's own state. A state with nothing of its own left is null: as shipped. */
export function factChange(id: string, kind: RevisionKind, state: FactState, why?: string): Change {
  const kept = Object.fromEntries(Object.entries(state).filter(([, v]) => v !== undefined));
  return {
    subject: factSubject(id),
    kind,
    after: Object.keys(kept).length === 0 ? null : JSON.stringify(kept),
    ...defined({ why }),
  };
}

/**
 * The fact with this id (or that a claim with this id joined), retracted ones too; else the one that has all these
 * words. A refusal offers those that may be meant: with these words, of this kind, or of a near id.
 */
export function findFact(typed: string, { view }: Pick<Snapshot, "view">): Read<Fact> {
  const id = typed.trim().toLowerCase();
  const found = factCalled(id, view);
  if (found !== undefined) return { ok: true, value: found };
  const worded = factsWorded(typed, view);
  const [only, ...more] = worded;
  if (only !== undefined && more.length === 0) return { ok: true, value: only };
  const meant = worded.length > 0 ? worded : ofKind(typed, view);
  const words = shorten(typed, 60);
  const near = meant.length > 0 ? meant : nearest(id, view.facts, (f) => [f.id], 3).map((n) => n.item);
  const hint =
    near.length === 0
      ? "Type some of its words, or its id as answers show it."
      : "Press one, or type some of its words.";
  const said =
    worded.length > 0
      ? `${count(worded.length, "fact")} have these words: "${words}".`
      : meant.length > 0
        ? `${count(meant.length, "fact")} answer "${words}".`
        : `The desk holds no fact "${words}".`;
  const shown = near.slice(0, OFFERED);
  return {
    ok: false,
    refusal: {
      ...refuse(meant.length > 0 ? "choice" : "held", said, hint),
      ...(shown.length === 0 ? {} : { lines: shown.map((f) => `${statement(f, view)} ${view.talks.name(f.talks)}`) }),
      offers: shown.map((f) => ({ label: statement(f, view), value: f.id })),
      field: "id",
    },
  };
}

const OFFERED = 5;

/** Live facts of the kind that the words name, "how long", those of the latest round first. */
function ofKind(typed: string, view: View): readonly Fact[] {
  const words = fold(typed);
  const asked = new Set(ALL_SLOTS.filter((s) => slippedWords(words, fold(s.label))).map((s) => s.name));
  if (asked.size === 0) return [];
  const place = new Map(rounds(view).map(({ id }, i) => [id, i]));
  const facts = view.facts.filter((f) => live(f) && asked.has(f.slot));
  return facts.toSorted((a, b) => (place.get(b.talks) ?? 0) - (place.get(a.talks) ?? 0));
}

/** Live facts whose statement and outlets have every word that was typed; none for fewer than two words. */
function factsWorded(typed: string, view: View): readonly Fact[] {
  const words = fold(typed).split(" ");
  if (words.length < 2) return [];
  return view.facts.filter((f) => {
    if (!live(f)) return false;
    const said = ` ${fold([statement(f, view), view.talks.name(f.talks), ...outlets(f, view)].join(" "))} `;
    return words.every((word) => said.includes(` ${word} `));
  });
}

/** As `findFact`, for a change by somebody of this tier: a locked fact is an admin's alone. */
export function findToChange(id: string, tier: Tier, snapshot: Snapshot): Read<Fact> {
  const found = findFact(id, snapshot);
  const problem = found.ok ? lockedTo(tier, found.value, snapshot) : undefined;
  return problem === undefined ? found : { ok: false, refusal: problem };
}

/** Why somebody of this tier may not change a fact, where it is locked. */
export function lockedTo(tier: Tier, fact: Fact, { view }: Pick<Snapshot, "view">): Refusal | undefined {
  if (fact.locked !== true || mayActAs(tier, "admin")) return undefined;
  return refuse(
    "right",
    `${fact.id} is locked: ${shorten(statement(fact, view), 200)}`,
    "Ask an admin to change it, or to unlock it with /facts unlock.",
  );
}
