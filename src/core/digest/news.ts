import { slotKey } from "#core/slots/label.ts";
import { memoised } from "#core/text/lazy.ts";
import { orderedJson } from "#core/text/same-json.ts";
import type { WholeSnapshot } from "#core/desk/desk.ts";
import { disagreements, type Disagreement } from "#core/slots/disagreement.ts";
import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import { waiting, type Waiting } from "#core/changes/suggestion.ts";
import { statement } from "#core/reply/statement.ts";
import type { View } from "#core/facts/view.ts";
import { viewThen } from "./since.ts";
import type { Since } from "./subscription.ts";

/**
 * A fact that reads differently: it was corrected, retracted or restored, or (without `is`) it is gone from the desk.
 */
export interface Correction {
  readonly was: Fact;
  readonly is?: Fact;
}

/** Whether what was told no longer stands at all. */
export function isRetraction({ is }: Correction): boolean {
  return is === undefined || !live(is);
}

/** A fact that reads the same and has other sources: those that were added, and those that were removed. */
export interface Resting {
  readonly fact: Fact;
  readonly more: readonly Claim[];
  readonly less: readonly Claim[];
}

/** A disagreement that ended or has fewer sides: as it was, and the facts that stand and have left it. */
interface Settled {
  readonly was: Disagreement;
  readonly left: readonly Fact[];
}

/** What changed on a desk between two moments. Each fact is in one list. `before` is the desk as it was. */
export interface News {
  readonly before: View;
  readonly corrections: readonly Correction[];
  /** Also those that have one more side. */
  readonly opened: readonly Disagreement[];
  readonly settled: readonly Settled[];
  readonly fresh: readonly Fact[];
  readonly resting: readonly Resting[];
  readonly suggestions: readonly Waiting[];
}

/** What changed since a digest; nothing if the workspace has another desk since then. */
export function newsSince(at: WholeSnapshot, since: Since): News {
  return newsFrom(viewThen(at, since) ?? at.view, at, since);
}

/** What changed since a desk was as `before`. */
export function newsFrom(before: View, at: WholeSnapshot, since: Since): News {
  const was = new Map(before.facts.map((f) => [f.id, f]));
  const is = new Map(at.view.facts.map((f) => [f.id, f]));
  const gone = before.facts.filter((f) => live(f) && !is.has(f.id));
  const held = at.view.facts.flatMap((fact) => {
    const before = was.get(fact.id);
    return before === undefined || before === fact ? [] : [{ was: before, is: fact }];
  });
  return {
    before,
    corrections: [...gone.map((fact) => ({ was: fact })), ...held.filter((pair) => rewritten(pair, at.view))],
    ...disputes(
      disagreements(before).filter((d) => !d.facts.some((f) => is.get(f.id)?.unlisted === true)),
      disagreements(at.view),
      is,
    ),
    fresh: at.view.facts.filter((f) => live(f) && !was.has(f.id)),
    resting: held.flatMap((pair) => {
      if (!live(pair.was) || !live(pair.is) || rewritten(pair, at.view)) return [];
      const [more, less] = [without(pair.is.claims, pair.was.claims), without(pair.was.claims, pair.is.claims)];
      return more.length + less.length === 0 ? [] : [{ fact: pair.is, more, less }];
    }),
    suggestions: waiting(at).filter((s) => s.revision.number > since.own),
  };
}

// What was renamed or merged reads otherwise and says the same: both are read with the names of now. Talks that were
// retired, or brought back, say nothing new either.
function rewritten({ was, is }: { readonly was: Fact; readonly is: Fact }, now: View): boolean {
  if ((!live(was) && !live(is)) || was.unlisted !== is.unlisted) return false;
  return live(was) !== live(is) || statement(was, now) !== statement(is, now);
}

function without(claims: readonly Claim[], others: readonly Claim[]): readonly Claim[] {
  const told = new Set(others.map(signature));
  return claims.filter((c) => !told.has(signature(c)));
}

const signature = memoised(({ fields, as, according, citation }: Claim): string => {
  const { article, paragraph, excerpt } = citation;
  return orderedJson([fields, as, according, article, paragraph, excerpt]);
});

function disputes(
  before: readonly Disagreement[],
  after: readonly Disagreement[],
  is: ReadonlyMap<string, Fact>,
): Pick<News, "opened" | "settled"> {
  const was = new Map(before.map((d) => [question(d), d]));
  const now = new Map(after.map((d) => [question(d), d]));
  return {
    opened: after.filter((d) => {
      const old = was.get(question(d));
      return d.facts.some((f) => old?.facts.every((o) => o.id !== f.id) ?? true);
    }),
    settled: before.flatMap((d) => {
      const open = now.get(question(d));
      const out = d.facts.filter((f) => open?.facts.every((o) => o.id !== f.id) ?? true);
      const left = out.flatMap(({ id }) => {
        const fact = is.get(id);
        return fact !== undefined && live(fact) ? [fact] : [];
      });
      // Where the other sides still differ, a retracted side is told as a retraction.
      return out.length === 0 || (open !== undefined && left.length === 0) ? [] : [{ was: d, left }];
    }),
  };
}

const question = ({ talks, slot, side, facts: [first] }: Disagreement): string =>
  JSON.stringify([talks, first === undefined ? slot : slotKey(first), side]);
