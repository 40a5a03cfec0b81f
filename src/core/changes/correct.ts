import { lacking } from "./add.ts";
import type { Lack } from "#core/slots/slot.ts";
import { listed } from "#core/text/text.ts";
import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { Author } from "#core/desk/store.ts";
import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import { claimKey, saying } from "#core/slots/join.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { SLOTS } from "#core/slots/index.ts";
import { statement } from "#core/reply/statement.ts";
import { factSubject } from "#core/desk/subject.ts";
import { outletsOf } from "#core/reply/citation.ts";
import { restsOn } from "#core/reply/fact-blocks.ts";
import type { CitedArticle } from "./article-change.ts";
import { factChange, joined, stateOf } from "./fact-state.ts";
import { spellingChange } from "./add.ts";
import { spellingsOf } from "./stated.ts";
import { citationsMeant, mend, type Correction } from "./mend.ts";

/**
 * What a correction changes, in words: the statement before, and the facts that the sources which do not share it were
 * split into.
 */
export interface Corrected {
  readonly id: string;
  readonly was: string;
  /** Where it was: its round, and what it rested on. */
  readonly wasAt: { readonly talks: string; readonly rests: string };
  readonly split?: { readonly ids: readonly string[]; readonly outlets: string };
  /** The fact that the corrected source is part of now, where the others did not follow it. */
  readonly moved?: { readonly id: string; readonly outlet: string };
  /** The article that a citation was put to. */
  readonly cited: CitedArticle | undefined;
}

/**
 * Puts new values into a fact, or corrects its citation. Every source that worded a value as it was is taken to have
 * been misread alike; sources that worded it differently keep their words, and where those no longer agree they become
 * a fact of their own, so that none says what it did not. `of` corrects one source's citation alone.
 */
export function planCorrect(fact: Fact, correction: Correction, snapshot: Snapshot): Plan<Corrected> {
  const meant = citationsMeant(fact, correction, snapshot);
  if (!meant.ok) return refusing(meant.refusal);
  const mended = mend(fact, meant.value, correction, snapshot);
  if (!mended.ok) return refusing(mended.refusal);
  const { claims, articles, cited } = mended.value;
  if (articles.length === 0 && JSON.stringify(claims) === JSON.stringify(fact.claims))
    return refusing(refuse("state", tell(snapshot.view, "correct.same"), tell(snapshot.view, "correct.change")));
  const lacks = claims.map((c) => SLOTS[c.slot].check(c.fields) ?? sideLack(c)).find((l) => l !== undefined);
  if (lacks !== undefined) return refusing(lacking(lacks, snapshot.view));
  // The sources that are corrected apart leave the fact to those that stay with it.
  const key = claimKey(
    claims.find((_, i) => meant.value.length === claims.length || !meant.value.includes(i)) ?? claims[0],
  );
  const staying = claims.filter((c) => claimKey(c) === key);
  const leaving = claims.filter((c) => claimKey(c) !== key);
  const same = twin(fact, key, snapshot);
  if (same !== undefined) return refusing(heldAlready(fact, same, snapshot));
  const apart = [...Map.groupBy(leaving, claimKey)].map(([k, some], i) => {
    const there = twin(fact, k, snapshot);
    return there === undefined
      ? { id: `f${snapshot.next + articles.length + 1 + i}`, change: "add" as const, state: { claims: some } }
      : { id: there.id, change: "join" as const, state: joined(stateOf(there.id, snapshot), some) };
  });
  const { more: _, ...state } = stateOf(fact.id, snapshot);
  const [first] = leaving;
  const [to] = apart;
  // One source was corrected, and leaves those that say it as before.
  const alone =
    meant.value.length === 1 && claims.length > 1 && leaving.length === 1 && first === claims[meant.value[0] ?? 0];
  return {
    kind: "append",
    changes: [
      ...articles,
      factChange(fact.id, "correct", { ...state, claims: staying }, correction.reason),
      ...apart.map(({ id, change, state }) => factChange(id, change, state)),
      ...spellingsOf(fact.slot, correction.fields ?? {}, correction.typed).flatMap((s) =>
        spellingChange(s, snapshot.view),
      ),
    ],
    result: {
      id: fact.id,
      was: statement(fact, snapshot.view),
      wasAt: { talks: fact.talks, rests: restsOn(fact, snapshot.view) },
      cited,
      ...(alone && first !== undefined && to !== undefined
        ? { moved: { id: to.id, outlet: listed(outletsOf([first], snapshot.view)) } }
        : leaving.length === 0
          ? {}
          : { split: { ids: apart.map(({ id }) => id), outlets: listed(outletsOf(leaving, snapshot.view)) } }),
    },
  };
}

function twin(fact: Fact, key: string, { view }: Snapshot): Fact | undefined {
  return saying(key, view.facts).find((f) => f.id !== fact.id && live(f));
}

function heldAlready(fact: Fact, same: Fact, { view }: Snapshot): Refusal {
  return refuse(
    "state",
    tell(view, "correct.held", { statement: statement(same, view), id: same.id }),
    tell(view, "correct.retract", { old: fact.id, id: same.id }),
  );
}

function sideLack({ slot, side, fields }: Claim): Lack | undefined {
  if (side === undefined && SLOTS[slot].needsSide(fields)) return "lack.nameSide";
  return SLOTS[slot].sided === "never" && side !== undefined ? "lack.leaveSide" : undefined;
}

/** Refuses a change to a fact that somebody else changed since it was shown, and shows theirs. */
export function changedSince(
  fact: Fact,
  seen: number | undefined,
  by: Author,
  { own, view }: Snapshot,
): Refusal | undefined {
  if (seen === undefined || seen === fact.revision) return undefined;
  const last = own.last(factSubject(fact.id));
  const now = { statement: statement(fact, view) };
  const message =
    last === undefined
      ? tell(view, "correct.library", now)
      : last.by.id === by.id
        ? tell(view, "correct.you", now)
        : tell(view, "correct.theirs", { ...now, name: last.by.name });
  return refuse("conflict", message, tell(view, "meanwhile.send"));
}
