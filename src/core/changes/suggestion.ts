import { check } from "#core/request/check.ts";
import type { Tier } from "#core/request/asker.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { SuggestionState } from "#core/desk/payload.ts";
import { subjectParts, suggestionSubject } from "#core/desk/subject.ts";
import { call, type Button, type RawCall } from "#core/request/call.ts";
import type { Fields } from "#core/facts/fact.ts";
import type { Options, Values } from "#core/request/option.ts";
import { refuse, type Read, type Refusal } from "#core/request/refusal.ts";
import type { Author, Revision } from "#core/desk/store.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import { planAdd, type Added, type Stated } from "./add.ts";
import { CITING } from "./citing.ts";
import { SLOT, slotFields, statedOf, WHERE } from "./stated.ts";
import { defined } from "#core/text/defined.ts";

/** Most suggestions that one person may make in an hour: a queue that one person can fill serves nobody. */
const SUGGESTIONS_AN_HOUR = 10;

/** A suggestion in the queue, and the revision that put it there. */
export interface Waiting extends SuggestionState {
  readonly id: string;
  readonly revision: Revision;
}

export function suggestions({ own }: Snapshot): readonly Waiting[] {
  return own.all("suggestion").map(({ subject, state }) => {
    const revision = own.first(subject);
    if (revision === undefined) throw new Error(`${subject} has no first revision`);
    return { ...state, id: subjectParts(subject).id, revision };
  });
}

export function waiting(snapshot: Snapshot): readonly Waiting[] {
  return suggestions(snapshot).filter((s) => s.state === "waiting");
}

/** Where a suggestion comes from: see `planSuggest`. */
interface Whence extends Told {
  readonly article?: string | undefined;
  readonly workspace?: string | undefined;
}

/** Checked values as a stated claim: what a form, a suggestion and a line of an import all come down to. */
export function readStated(given: RawCall["values"], view: View): Read<Stated> {
  const { "keep-both": _, ...values } = given;
  const fields = slotFields(values, { view }) ?? {};
  const options = { slot: SLOT, ...WHERE, ...CITING, ...fields } satisfies Options;
  const checked = check(
    { path: [], values },
    { path: ["facts", "add"], example: "led", tier: "moderator" },
    options,
    view,
  );
  if (!checked.ok) return checked;
  const own: Fields = Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      const value = checked.value[name];
      return typeof value === "string" || typeof value === "number" ? [[name, value]] : [];
    }),
  );
  const about = Object.fromEntries(Object.entries(checked.value).filter(([name]) => !Object.hasOwn(fields, name)));
  // `check` read these with the very options whose values this is.
  return {
    ok: true,
    value: statedOf(about as Values<{ slot: typeof SLOT } & typeof WHERE & typeof CITING>, own, view, values),
  };
}

/**
 * `article`: the token of the article that proposed it, where one did. `workspace`: where it is suggested, by the id of
 * the suggester's platform, so that they hear of it there, in their language.
 */
export function planSuggest(
  values: RawCall["values"],
  by: Author,
  now: Temporal.Instant,
  snapshot: Snapshot,
  { article, workspace, tongue }: Whence = {},
): Plan<string> {
  const hour = now.subtract({ hours: 1 });
  const recent = snapshot.own
    .every("suggestion")
    .filter(
      (r) =>
        r.kind === "suggest" &&
        r.by.id === by.id &&
        r.by.platform === by.platform &&
        Temporal.Instant.compare(r.at, hour) > 0,
    );
  const made = new Set(recent.map((r) => articleIn(r.batch, snapshot) ?? `${r.number}`));
  if (made.size >= SUGGESTIONS_AN_HOUR && (article === undefined || !made.has(article))) {
    return refusing(
      refuse("limit", tell(snapshot.view, "suggest.many", { n: made.size }), tell(snapshot.view, "suggest.wait")),
    );
  }
  const stated = readStated(values, snapshot.view);
  if (!stated.ok) return refusing(stated.refusal);
  // A suggestion that cannot be added cannot be approved either. The suggester can still correct it now.
  const plan = planAdd(stated.value, "admin", snapshot);
  if (plan.kind === "refuse") return plan;
  const id = `s${snapshot.next}`;
  const state: SuggestionState = { state: "waiting", values: { ...values }, ...defined({ workspace, tongue }) };
  return {
    kind: "append",
    changes: [{ subject: suggestionSubject(id), kind: "suggest", after: JSON.stringify(state) }],
    result: id,
  };
}

/** The token of the article whose proposal a batch of revisions suggests: all of one article count once. */
function articleIn(batch: number, { own }: Snapshot): string | undefined {
  const proposal = own.every("proposal").find((r) => r.batch === batch);
  return proposal === undefined ? undefined : subjectParts(proposal.subject).id.split("/")[0];
}

/** Adds what was suggested, as edited where `edited` is given, and takes it off the queue: both or neither. */
export function planApprove(id: string, tier: Tier, snapshot: Snapshot, edited?: RawCall["values"]): Plan<Added> {
  const found = findWaiting(id, snapshot);
  if (!found.ok) return refusing(found.refusal);
  // Who suggested it may have been asked something too: the moderator who answers for it decides.
  const { "keep-both": _, ...suggested } = found.value.values;
  const values = edited ?? suggested;
  const stated = readStated(values, snapshot.view);
  if (!stated.ok) return refusing(askedToApprove(stated.refusal, found.value.id));
  const asked = call(["facts", "approve"], { ...values, id: found.value.id });
  const plan = planAdd({ ...stated.value, asked }, tier, snapshot, snapshot.next + 1);
  if (plan.kind === "refuse") return plan;
  const state: SuggestionState = { ...stateOnly(found.value), state: "approved", fact: plan.result.id };
  const change = { subject: suggestionSubject(found.value.id), kind: "approve", after: JSON.stringify(state) } as const;
  return { kind: "append", changes: [change, ...plan.changes], result: plan.result };
}

/** What was plain when it was suggested may be asked about by now: each answer approves the suggestion with it. */
function askedToApprove(refusal: Refusal, id: string): Refusal {
  const buttons = refusal.buttons.map((b) => ({ ...b, call: call(["facts", "approve"], { ...b.call.values, id }) }));
  return { ...refusal, buttons };
}

export function planDecline(id: string, reason: string, snapshot: Snapshot): Plan<{ readonly by: string }> {
  const found = findWaiting(id, snapshot);
  if (!found.ok) return refusing(found.refusal);
  const state: SuggestionState = { ...stateOnly(found.value), state: "declined", reason };
  return {
    kind: "append",
    changes: [
      { subject: suggestionSubject(found.value.id), kind: "decline", after: JSON.stringify(state), why: reason },
    ],
    result: { by: found.value.revision.by.name },
  };
}

export function findWaiting(id: string, snapshot: Snapshot): Read<Waiting> {
  const typed = id.trim().toLowerCase();
  const found = suggestions(snapshot).find((s) => s.id === typed);
  if (found?.state === "waiting") return { ok: true, value: found };
  const message =
    found === undefined
      ? tell(snapshot.view, "suggestion.none", { id: shorten(id, 40) })
      : tell(snapshot.view, `suggestion.${found.state}`, { id: found.id });
  const kind = found === undefined ? "held" : "state";
  return { ok: false, refusal: { ...refuse(kind, message, tell(snapshot.view, "suggestion.queue")), field: "id" } };
}

function stateOnly({ state, values, reason, fact, workspace, tongue }: Waiting): SuggestionState {
  return { state, values, ...defined({ reason, fact, workspace, tongue }) };
}

/** What a moderator does with one that waits. */
export function deciding(id: string, at: Told): readonly Button[] {
  return [
    { label: tell(at, "decide.approve", { id }), call: call(["facts", "review"], { action: "approve", id }) },
    { label: tell(at, "decide.edit", { id }), call: call(["facts", "approve"], { id }) },
    { label: tell(at, "decide.decline", { id }), call: call(["facts", "review"], { action: "decline", id }) },
  ];
}
