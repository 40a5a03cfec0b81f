import { tell } from "#core/messages/tell.ts";
import type { Tier } from "#core/request/asker.ts";
import { mayActAs } from "#core/request/asker.ts";
import { Draft } from "#core/desk/advance.ts";
import { refusing, type Plan, type Snapshot, type WholeSnapshot } from "#core/desk/desk.ts";
import type { ProposalState } from "#core/desk/payload.ts";
import type { Author, Change } from "#core/desk/store.ts";
import { subjectParts } from "#core/desk/subject.ts";
import { MODEL } from "#core/propose/proposer.ts";
import type { Proposal } from "#core/propose/reading/proposal.ts";
import { call, type RawCall } from "#core/request/call.ts";
import { refuse } from "#core/request/refusal.ts";
import { isSameJson } from "#core/text/same-json.ts";
import { defined } from "#core/text/defined.ts";
import { planAdd, type Added } from "./add.ts";
import { decided, ofBatch, proposalAt, subjectAt, valuesOf, type Kept } from "./article-batch.ts";
import { besideHeld } from "./proposal-standing.ts";
import type { Tongue } from "#core/messages/tongue.ts";
import { planSuggest, readStated } from "./suggestion.ts";
import { planUndo } from "./undo.ts";

/** Who decides on a proposal, and when. */
export interface By {
  readonly author: Author;
  readonly tier: Tier;
  readonly now: Temporal.Instant;
  /** Where they decide, if Talks can write to them there. */
  readonly workspace?: string | undefined;
  /** In which language they are told there. */
  readonly tongue?: Tongue | undefined;
}

/** What became of one proposal: a fact that was added or joined, or a suggestion for a moderator. */
export type Taken =
  | { readonly kind: "added"; readonly added: Added }
  | { readonly kind: "suggested"; readonly id: string };

/**
 * Takes one proposal as a fact, or as a suggestion where a contributor takes it. `values`: as somebody edited it, or
 * what was missed where there is no proposal (`at` undefined).
 */
export function planTake(
  batch: Kept,
  at: number | undefined,
  values: RawCall["values"],
  by: By,
  snapshot: Snapshot,
): Plan<Taken> {
  const gone = at === undefined ? undefined : settled(batch, at, snapshot);
  if (gone !== undefined) return refusing(gone);
  const proposal = at === undefined ? undefined : proposalAt(batch, at);
  const paragraph = Number(values["paragraph"] ?? proposal?.paragraph ?? 0);
  const base = {
    rule: proposal?.rule ?? values["slot"] ?? "",
    paragraph,
    hash: batch.hashes[paragraph - 1] ?? "",
  };
  const subject = subjectAt(batch, at ?? `missed-${snapshot.next}`);
  if (!mayActAs(by.tier, "moderator")) {
    const plan = planSuggest(values, by.author, by.now, snapshot, {
      article: batch.token,
      workspace: by.workspace,
      tongue: by.tongue,
    });
    if (plan.kind === "refuse") return plan;
    const reworded = proposal !== undefined && !isAsProposed(batch, proposal, values, snapshot);
    const after: ProposalState = {
      ...base,
      state: "suggested",
      became: plan.result,
      ...(reworded ? { reworded: true } : {}),
    };
    return {
      kind: "append",
      changes: [...plan.changes, decision(subject, "suggest", after)],
      result: { kind: "suggested", id: plan.result },
    };
  }
  const stated = readStated(values, snapshot.view);
  if (!stated.ok) return refusing(stated.refusal);
  const of = at === undefined ? batch.token : `${batch.token}.${at}`;
  const plan = planAdd({ ...stated.value, asked: call(["facts", "accept"], { ...values, of }) }, by.tier, snapshot);
  if (plan.kind === "refuse") return plan;
  const same = proposal !== undefined && isAsProposed(batch, proposal, values, snapshot);
  const state = proposal === undefined ? "missed" : same ? "accepted" : "edited";
  const after: ProposalState = {
    ...base,
    state,
    became: plan.result.id,
    ...defined({ article: articleIn(plan.changes, plan.result.id) }),
  };
  return {
    kind: "append",
    changes: [...plan.changes, decision(subject, "approve", after)],
    result: { kind: "added", added: plan.result },
  };
}

function isAsProposed(batch: Kept, proposal: Proposal, values: RawCall["values"], snapshot: Snapshot): boolean {
  const given = Object.entries(values).filter(([name, value]) => name !== "keep-both" && value.trim() !== "");
  const proposed = valuesOf(batch, proposal, snapshot);
  const sorted = (all: readonly (readonly [string, string])[]): unknown => all.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return isSameJson(sorted(given), sorted(Object.entries(proposed)));
}

/** The article that a new or joined claim cites, from what is appended for it. */
function articleIn(changes: readonly Change[], fact: string): string | undefined {
  const own = changes.findLast((c) => subjectParts(c.subject).kind === "fact" && subjectParts(c.subject).id === fact);
  if (own?.after === undefined || own.after === null) return undefined;
  const state = JSON.parse(own.after) as Partial<Record<"claims" | "more", { citation: { article: string } }[]>>;
  return (state.more?.at(-1) ?? state.claims?.at(-1))?.citation.article;
}

/**
 * Takes every proposal of these that joins a fact of the desk, each on the desk as the ones before leave it; as
 * suggestions where a contributor takes them.
 */
export function planJoinAll(batch: Kept, all: readonly number[], by: By, snapshot: Snapshot): Plan<readonly string[]> {
  const draft = new Draft(snapshot);
  const changes: Change[] = [];
  const joined: string[] = [];
  for (const at of all) {
    const proposal = proposalAt(batch, at);
    if (proposal === undefined || proposal.rule === MODEL || settled(batch, at, draft.snapshot) !== undefined) continue;
    const plan = planTake(batch, at, valuesOf(batch, proposal, draft.snapshot), by, draft.snapshot);
    if (plan.kind === "refuse") continue;
    const { result } = plan;
    const joins =
      result.kind === "added"
        ? result.added.how === "joined"
        : besideHeld(batch, proposal, draft.snapshot).is === "joins";
    if (!joins) continue;
    changes.push(...plan.changes);
    joined.push(result.kind === "added" ? result.added.id : result.id);
    draft.lay(plan.changes);
  }
  if (changes.length === 0)
    return refusing(refuse("state", tell(snapshot.view, "proposal.noJoins"), tell(snapshot.view, "proposal.each")));
  return { kind: "append", changes, result: joined };
}

export function planReject(batch: Kept, at: number, snapshot: Snapshot): Plan<number> {
  const gone = settled(batch, at, snapshot);
  if (gone !== undefined) return refusing(gone);
  const { rule = "", paragraph = 0 } = proposalAt(batch, at) ?? {};
  const after: ProposalState = { state: "rejected", rule, paragraph, hash: batch.hashes[paragraph - 1] ?? "" };
  return { kind: "append", changes: [decision(subjectAt(batch, at), "decline", after)], result: at };
}

function decision(subject: string, kind: Change["kind"], after: ProposalState): Change {
  return { subject, kind, after: JSON.stringify(after) };
}

/** Why nobody can decide on a proposal: there is none of that number, or it was decided. */
function settled(batch: Kept, at: number, snapshot: Snapshot) {
  const { view } = snapshot;
  if (proposalAt(batch, at) === undefined)
    return refuse(
      "held",
      tell(view, "proposal.noNumber", { n: batch.proposals.length, typed: at }),
      tell(view, "proposal.choose"),
    );
  const before = decided(batch, snapshot).get(`${at}`);
  return before === undefined
    ? undefined
    : refuse("state", tell(view, `proposal.was.${before.state}`, { n: at }), tell(view, "proposal.others"));
}

/** Takes back everything that was decided on an article's proposals, the latest first: all of it, or nothing. */
export function planUndoArticle(
  batch: Pick<Kept, "token">,
  { author, tier }: By,
  snapshot: WholeSnapshot,
): Plan<number> {
  const standing = new Set([...decided(batch, snapshot).keys()].map((at) => subjectAt(batch, at)));
  const batches = [...standing]
    .flatMap((subject) => snapshot.own.last(subject) ?? [])
    .filter((r) => ofBatch(r.subject) === batch.token)
    .toSorted((a, b) => a.number - b.number)
    .map((r) => r.batch);
  const draft = new Draft(snapshot);
  const changes: Change[] = [];
  for (const first of [...new Set(batches)].toReversed()) {
    const plan = planUndo(first, author, tier, draft.snapshot);
    if (plan.kind === "refuse") return plan;
    changes.push(...plan.changes);
    draft.lay(plan.changes);
  }
  if (changes.length === 0)
    return refusing(refuse("state", tell(snapshot.view, "proposal.nothing"), tell(snapshot.view, "proposal.noBack")));
  return { kind: "append", changes, result: standing.size };
}
