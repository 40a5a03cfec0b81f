import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { Author } from "#core/desk/store.ts";
import type { Claim, Fact, Fields } from "#core/facts/fact.ts";
import { claimKey } from "#core/slots/join.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { SLOTS } from "#core/slots/index.ts";
import { statement } from "#core/reply/statement.ts";
import { factSubject } from "#core/desk/subject.ts";
import { listed } from "#core/text/text.ts";
import { outletsOf } from "#core/reply/citation.ts";
import { factChange, stateOf } from "./fact-state.ts";

/** What a correction changes, in words: the statement before, and the facts that the sources which do not share it were split into. */
export interface Corrected {
  readonly was: string;
  readonly split?: { readonly ids: readonly string[]; readonly outlets: string };
}

/**
 * Puts new values into a fact. Every source that worded a value as it was is taken to have been misread alike; sources that worded it
 * differently keep their words, and where those no longer agree they become a fact of their own, so that none says what it did not.
 */
export function planCorrect(fact: Fact, fields: Fields, why: string | undefined, snapshot: Snapshot): Plan<Corrected> {
  const old = fact.claims[0].fields;
  const changed = Object.keys(SLOTS[fact.slot].fields).filter((name) => old[name] !== fields[name]);
  if (changed.length === 0) {
    return refusing(refuse("state", "Nothing is different from what the desk holds.", "Change a value, or leave it."));
  }
  const lacks = SLOTS[fact.slot].check(fields);
  if (lacks !== undefined) {
    return refusing(refuse("usage", `That is not whole yet: ${lacks}.`, "Fill it in and send again."));
  }
  const claims = fact.claims.map((claim, index) => corrected(claim, index === 0, old, fields, changed));
  const key = claimKey({ ...fact.claims[0], fields });
  const same = snapshot.view.facts.find(
    (f) => f.id !== fact.id && f.standing !== "retracted" && claimKey(f.claims[0]) === key,
  );
  if (same !== undefined) {
    return refusing(
      refuse(
        "state",
        `The desk holds that already: ${statement(same, snapshot.view)} (${same.id})`,
        `Retract ${fact.id} if it was a misreading, and add its source to ${same.id} with /facts source.`,
      ),
    );
  }
  const staying = claims.filter((c) => claimKey(c) === key);
  const leaving = claims.filter((c) => claimKey(c) !== key);
  const apart = [...Map.groupBy(leaving, claimKey).values()].map((some, i) => ({
    id: `f${snapshot.next + 1 + i}`,
    claims: some,
  }));
  const { more: _, ...state } = stateOf(fact.id, snapshot);
  return {
    kind: "append",
    changes: [
      factChange(fact.id, "correct", { ...state, claims: staying }, why),
      ...apart.map((fact) => factChange(fact.id, "add", { claims: fact.claims })),
    ],
    result: {
      was: statement(fact, snapshot.view),
      ...(leaving.length === 0
        ? {}
        : { split: { ids: apart.map((fact) => fact.id), outlets: listed(outletsOf(leaving, snapshot.view)) } }),
    },
  };
}

function corrected(claim: Claim, first: boolean, old: Fields, fields: Fields, changed: readonly string[]): Claim {
  const next: Record<string, string | number> = { ...claim.fields };
  const as: Record<string, string> = { ...claim.as };
  for (const name of changed) {
    if (!first && claim.fields[name] !== old[name]) continue;
    delete next[name];
    delete as[name];
    const value = fields[name];
    if (value !== undefined) next[name] = value;
  }
  return { ...claim, fields: next, as };
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
  const who = last === undefined ? "the library" : last.by.id === by.id ? "you, elsewhere," : last.by.name;
  return refuse(
    "conflict",
    `Changed meanwhile by ${who}: now ${statement(fact, view)}`,
    "Your words are still in the form. Send it again to put them in place of that, or leave it.",
  );
}
