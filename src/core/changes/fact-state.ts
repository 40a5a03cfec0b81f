import { mayActAs, type Tier } from "#core/request/asker.ts";
import { ask } from "#core/request/call.ts";
import type { FactState } from "#core/desk/payload.ts";
import { factSubject } from "#core/desk/subject.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import { factCalled, type View } from "#core/facts/view.ts";
import { outlets } from "#core/reply/citation.ts";
import { nearest } from "#core/text/near.ts";
import { refuse, type Read, type Refusal } from "#core/request/refusal.ts";
import { statement } from "#core/reply/statement.ts";
import type { Change, RevisionKind } from "#core/desk/store.ts";
import { count, fold, shorten } from "#core/text/text.ts";
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
 * words; else what is near.
 */
export function findFact(typed: string, { view }: Pick<Snapshot, "view">): Read<Fact> {
  const id = typed.trim().toLowerCase();
  const found = factCalled(id, view);
  if (found !== undefined) return { ok: true, value: found };
  const worded = factsWorded(typed, view);
  const [only, ...more] = worded;
  if (only !== undefined && more.length === 0) return { ok: true, value: only };
  const near = worded.length > 0 ? worded.slice(0, 5) : nearest(id, view.facts, (f) => [f.id], 3).map((n) => n.item);
  return {
    ok: false,
    refusal: {
      ...refuse(
        "held",
        worded.length > 0
          ? `${count(worded.length, "fact")} have these words: "${shorten(typed, 60)}".`
          : `The desk holds no fact "${shorten(typed, 60)}".`,
        near.length > 0
          ? `Closest: ${near.map((f) => `${f.id} (${shorten(statement(f, view), 80)})`).join("; ")}.`
          : "Type some of its words, or its id as answers show it.",
        near.map((f) => ({ label: f.id, call: ask("fact", { id: f.id }) })),
      ),
      field: "id",
    },
  };
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
