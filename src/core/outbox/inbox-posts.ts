import type { Snapshot } from "#core/desk/desk.ts";
import type { DeskKey, Miss } from "#core/desk/store.ts";
import type { Inbox } from "#core/digest/inbox.ts";
import { besideWords } from "#core/changes/beside-words.ts";
import { besideStated } from "#core/changes/proposal-standing.ts";
import { deciding, suggestions, waiting, type Waiting } from "#core/changes/suggestion.ts";
import { suggestionWords } from "#core/changes/suggestion-words.ts";
import { call } from "#core/request/call.ts";
import type { Posting } from "#core/reply/posting.ts";
import {
  buttons,
  heading,
  instant,
  list,
  paragraph,
  reply,
  strong,
  text,
  toldIn,
  type Reply,
} from "#core/reply/reply.ts";
import { inTongue } from "#core/facts/view.ts";
import { tell } from "#core/messages/tell.ts";
import type { Tongue } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";
import { missBlocks } from "#core/changes/miss-blocks.ts";
import type { OfSuggestion } from "./decided.ts";
import { sequenceAt, type Job, type JobName, type NewJob, type Target } from "./job.ts";

const PLAIN_MAX = 300;

/** The inbox of a workspace, with the workspace. */
export interface WorkspaceInbox extends Inbox {
  readonly workspace: DeskKey;
}

const suggestionJobId = ({ platform, id }: DeskKey, suggestion: string): string =>
  JSON.stringify([platform, id, suggestion]);

/** The job that posts a suggestion to an inbox. */
export function postedAs(
  { workspace }: Pick<WorkspaceInbox, "workspace">,
  first: OfSuggestion["revision"],
  id: string,
): JobName {
  return { kind: "inbox", id: suggestionJobId(workspace, id), sequence: sequenceAt(first.at) };
}

/**
 * The job for a suggestion's news: its post, or the edit of that post once it was decided. `posted`: the job of the
 * post, if there is one.
 */
export function inboxJob(
  { id, revision }: OfSuggestion,
  { workspace, channel }: WorkspaceInbox,
  posted: Job | undefined,
): NewJob | undefined {
  const named = { kind: "inbox", id: suggestionJobId(workspace, id), sequence: sequenceAt(revision.at) } as const;
  const base = { ...named, platform: workspace.platform };
  if (revision.kind === "suggest") return { ...base, target: { kind: "channel", workspace: workspace.id, channel } };
  if (posted === undefined) return undefined;
  // Jobs of one subject take turns: where the post is on its way, the edit finds it when its own turn comes.
  const target =
    posted.posting === undefined
      ? ({ kind: "channel", workspace: workspace.id, channel } as const)
      : editOf(posted.posting);
  return { ...base, target };
}

/** Where a suggestion's edit goes. */
export function editOf(posting: Posting): Target {
  return { kind: "message", ...posting };
}

/** The job for questions that nothing answered between two instants. */
export function missesJob({ workspace, channel }: WorkspaceInbox, from: string, until: string): NewJob {
  return {
    kind: "inbox",
    id: suggestionJobId(workspace, MISSES),
    sequence: `${from}/${until}`,
    platform: workspace.platform,
    target: { kind: "channel", workspace: workspace.id, channel },
  };
}

const MISSES = "misses";

/** What a job of an inbox is about. @throws TypeError where it is not one */
export function inboxSubject({
  id,
  sequence,
}: JobName): { readonly suggestion: string } | { readonly misses: readonly [string, string] } {
  const [, , what] = JSON.parse(id) as readonly unknown[];
  if (typeof what !== "string") throw new TypeError(`not of an inbox: ${id}`);
  const [from = "", until = ""] = sequence.split("/");
  return what === MISSES ? { misses: [from, until] } : { suggestion: what };
}

/**
 * A suggestion as it stands: with what it is beside what the desk holds and the buttons to decide, or with what was
 * decided, in the language of the channel. Undefined where there is none of that id.
 */
export function suggestionPost(id: string, held: Snapshot, tongue?: Tongue): Reply | undefined {
  const snapshot = { ...held, view: inTongue(held.view, tongue) };
  const found = suggestions(snapshot).find((s) => s.id === id);
  if (found === undefined) return undefined;
  const { revision, state } = found;
  const said = suggestionWords(found, snapshot);
  const title = tell({ tongue }, state === "waiting" ? "inbox.waits" : `suggested.${state}`);
  const told = reply(shorten(`${title}: ${said}`, PLAIN_MAX), [
    heading(title),
    paragraph(text(said)),
    paragraph(
      text(tell({ tongue }, "inbox.by")),
      strong(revision.by.name),
      text(", "),
      instant(revision.at),
      text("."),
    ),
    ...(state === "waiting" ? toDecide(found, snapshot) : [paragraph(text(decision(found, snapshot)))]),
  ]);
  return toldIn(told, tongue);
}

function toDecide(found: Waiting, snapshot: Snapshot) {
  const more = waiting(snapshot).length - 1;
  const open =
    more === 0 ? [] : [{ label: tell(snapshot.view, "inbox.more", { n: more }), call: call(["facts", "review"]) }];
  return [
    paragraph(...besideWords(besideStated(found.values, snapshot), snapshot.view)),
    buttons(...deciding(found.id, snapshot.view), ...open),
  ];
}

function decision({ id, state, reason }: Waiting, { own, view }: Snapshot): string {
  const name = own.last(`suggestion/${id}`)?.by.name ?? tell(view, "inbox.moderator");
  const decided = state === "approved" ? "approved" : "declined";
  return reason === undefined
    ? tell(view, `inbox.${decided}`, { name })
    : tell(view, `inbox.${decided}As`, { name, reason });
}

/**
 * Questions that nothing answered, for the moderators' channel; undefined where all are answered by now. `more`: there
 * are others besides.
 */
export function missesPost(open: readonly Miss[], more: boolean, tongue?: Tongue): Reply | undefined {
  if (open.length === 0) return undefined;
  const line = tell({ tongue }, more ? "inbox.moreMisses" : "inbox.misses", { n: open.length });
  const told = reply(line, [
    heading(line),
    ...missBlocks(open, { tongue }),
    list([text(tell({ tongue }, "inbox.allMisses")), text("/facts misses")]),
  ]);
  return toldIn(told, tongue);
}
