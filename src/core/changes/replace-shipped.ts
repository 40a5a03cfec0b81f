import { joinedTo } from "#core/messages/reasons.ts";
import { isSameJson } from "#core/text/same-json.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Change } from "#core/desk/store.ts";
import { live, type Claim } from "#core/facts/fact.ts";
import { claimKey, saying } from "#core/slots/join.ts";
import { claimOf, type Stated } from "./add.ts";
import { citedChange } from "./article-change.ts";
import { citedArticle } from "./citing.ts";
import { factChange, stateOf } from "./fact-state.ts";

/**
 * What takes a shipped claim away. `fact`: the one that states what replaces it; undefined where it is yet to be added.
 */
interface Replaced {
  readonly changes: readonly Change[];
  readonly fact?: string;
}

/**
 * Takes a shipped claim out of its fact, since another desk with the same library corrected it, joined it to another
 * fact or parted it from this one. Undefined where it is not there, or is what is stated.
 */
export function replaceShipped(id: string, stated: Stated, snapshot: Snapshot): Replaced | undefined {
  const { view, next } = snapshot;
  const fact = view.facts.find((f) => live(f) && f.claims.some((c) => c.id === id));
  const cited = citedArticle(stated.citing, view, stated.ids?.article ?? `a${next}`);
  if (fact === undefined || !cited.ok) return undefined;
  const claim: Claim = { ...claimOf(stated, cited.value.article, next), id };
  const { more: _, ...state } = stateOf(fact.id, snapshot);
  const [first, ...staying] = fact.claims.filter((c) => c.id !== id);
  if (first !== undefined && claimKey(first) === claimKey(claim) && stated.joins === undefined) {
    const claims = fact.claims.map((c) => (c.id === id ? claim : c));
    return isSameJson(claims, fact.claims)
      ? undefined
      : {
          changes: [...citedChange(cited.value), factChange(fact.id, "correct", { ...state, claims })],
          fact: fact.id,
        };
  }
  if (first !== undefined)
    return { changes: [factChange(fact.id, "correct", { ...state, claims: [first, ...staying] })] };
  const into =
    stated.joins ?? saying(claimKey(claim), view.facts).find((other) => live(other) && other.id !== fact.id)?.id;
  if (into !== undefined)
    return {
      changes: [factChange(fact.id, "retract", { ...state, retracted: joinedTo(into) }, joinedTo(into))],
    };
  if (isSameJson([claim], fact.claims)) return undefined;
  return {
    changes: [...citedChange(cited.value), factChange(fact.id, "correct", { ...state, claims: [claim] })],
    fact: fact.id,
  };
}
