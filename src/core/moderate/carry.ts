import type { Plan, Snapshot } from "#core/desk.ts";
import { subjectParts } from "#core/desk/subject.ts";
import type { Claim } from "#core/fact.ts";
import { claimKey } from "#core/join.ts";
import type { Change } from "#core/store.ts";
import { factChange, stateOf } from "./fact-state.ts";
import { joinChange } from "./add.ts";

/** What came along when two desks were linked. */
export interface Carried {
  readonly facts: number;
  /** Changes to facts that the other desk had changed too: its own stand, these are only counted. */
  readonly waiting: number;
}

/**
 * A desk's own changes, as changes to the desk that it is linked with: its facts are added (or join those that agree), its articles,
 * spellings and roles come along, its changes to shipped facts hold where the other desk made none.
 */
export function carryOver(from: Snapshot, to: Snapshot, platform: string): Plan<Carried> {
  const shipped = new Set(from.beneath.facts.map((f) => f.id));
  const changes: Change[] = [
    { subject: `link/${platform}`, kind: "link", after: JSON.stringify({ platform, id: platform }) },
  ];
  const articles = new Map<string, string>();
  let waiting = 0;
  for (const { state } of from.own.all("article")) {
    const id = `a${to.next + changes.length}`;
    articles.set(state.id, id);
    changes.push({ subject: `article/${id}`, kind: "source", after: JSON.stringify({ ...state, id }) });
  }
  const moved = (claim: Claim, id: string): Claim => ({
    ...claim,
    id,
    citation: { ...claim.citation, article: articles.get(claim.citation.article) ?? claim.citation.article },
  });
  let facts = 0;
  for (const fact of from.view.facts.filter((f) => f.revision > 0)) {
    const state = stateOf(fact.id, from);
    if (shipped.has(fact.id)) {
      if (Object.keys(stateOf(fact.id, to)).length > 0) waiting += 1;
      else {
        const claims = state.claims?.map((c) => moved(c as Claim, c.id));
        const more = state.more?.map((c, i) => moved(c as Claim, `f${to.next + changes.length + i}`));
        changes.push(
          factChange(fact.id, "add", {
            ...state,
            ...(claims === undefined ? {} : { claims }),
            ...(more === undefined ? {} : { more }),
          }),
        );
        facts += 1;
      }
      continue;
    }
    const id = `f${to.next + changes.length}`;
    const [first, ...rest] = fact.claims.map((c, i) => moved(c, i === 0 ? id : `${id}-${i}`));
    if (first === undefined) continue;
    const same = to.view.facts.find((f) => claimKey(f.claims[0]) === claimKey(first));
    if (same === undefined) changes.push(factChange(id, "add", { ...state, claims: [first, ...rest] }));
    else changes.push(joinChange(same, first, to, "join"));
    facts += 1;
  }
  for (const kind of ["alias", "role"] as const) {
    for (const { subject, revision } of from.own.all(kind)) {
      if (to.own.last(subject) === undefined)
        changes.push({
          subject,
          kind: subjectParts(subject).kind === "role" ? "role" : "alias",
          after: revision.after,
        });
    }
  }
  return { kind: "append", changes, result: { facts, waiting } };
}
