import type { Snapshot } from "#core/desk/desk.ts";
import { payload } from "#core/desk/heads.ts";
import { subjectParts } from "#core/desk/subject.ts";
import type { DeskKey, Revision } from "#core/desk/store.ts";
import type { SuggestionState } from "#core/desk/payload.ts";
import { suggestionWords } from "#core/changes/suggestion-words.ts";
import { call, type Button } from "#core/request/call.ts";
import { buttons, heading, paragraph, reply, strong, text, toldIn, type Reply } from "#core/reply/reply.ts";
import { inTongue } from "#core/facts/view.ts";
import { tell } from "#core/messages/tell.ts";
import { shorten } from "#core/text/text.ts";
import { sequenceAt, type NewJob } from "./job.ts";
import { notice } from "./notice.ts";

// What was decided longer ago is not told any more: Talks was not running, or an early version did not tell it.
const TOLD_WITHIN = { hours: 48 };
const PLAIN_MAX = 300;

/** A revision that put a suggestion into the queue, or took it off. */
export interface OfSuggestion {
  readonly id: string;
  readonly revision: Revision;
  readonly state: SuggestionState;
}

/** What became of suggestions since a revision, as far as it is still news. */
export function suggestionNews({ own }: Snapshot, seen: number, now: Temporal.Instant): readonly OfSuggestion[] {
  const since = now.subtract(TOLD_WITHIN);
  return own.every("suggestion").flatMap((revision) => {
    const { id } = subjectParts(revision.subject);
    if (revision.number <= seen || revision.after === null) return [];
    if (Temporal.Instant.compare(revision.at, since) < 0) return [];
    return [{ id, revision, state: payload("suggestion", revision.after) }];
  });
}

/**
 * The jobs that tell people what became of their suggestions, one for each decision, whichever process makes them.
 * `keys`: where the desk is reached, for suggestions of an early version, which do not say where they were made.
 */
export function decisionNotices(
  news: readonly OfSuggestion[],
  snapshot: Snapshot,
  keys: readonly DeskKey[],
): readonly NewJob[] {
  return news.flatMap(({ id, revision, state }) => {
    const by = snapshot.own.first(revision.subject)?.by;
    if (by === undefined || (revision.kind !== "approve" && revision.kind !== "decline")) return [];
    if (by.platform === revision.by.platform && by.id === revision.by.id) return [];
    const workspace = state.workspace ?? keys.find((key) => key.platform === by.platform)?.id;
    if (workspace === undefined) return [];
    const own = JSON.stringify([by.platform, workspace, by.id, id]);
    const person = { platform: by.platform, workspace, user: by.id };
    const told = decisionReply(revision, state, snapshot);
    return [notice({ id: own, sequence: sequenceAt(revision.at), ...person }, told)];
  });
}

function decisionReply({ kind, by }: Revision, state: SuggestionState, snapshot: Snapshot): Reply {
  const { tongue } = state;
  const at = inTongue(snapshot.view, tongue);
  const line = tell(at, kind === "approve" ? "decided.approved" : "decided.declined");
  const said = suggestionWords(state, { ...snapshot, view: at });
  const next: Button =
    state.fact === undefined
      ? { label: tell(at, "decided.again"), call: { ...call(["talks", "suggest"], state.values), reopen: true } }
      : { label: tell(at, "decided.fact"), call: call(["talks", "fact"], { id: state.fact }) };
  const told = reply(shorten(`${line} ${said}`, PLAIN_MAX), [
    heading(line),
    paragraph(text(said)),
    ...(state.reason === undefined ? [] : [paragraph(strong(tell(at, "decided.reason")), text(state.reason))]),
    paragraph(text(tell(at, kind === "approve" ? "decided.byApproved" : "decided.byDeclined", { name: by.name }))),
    buttons(next),
  ]);
  return toldIn(told, tongue);
}
