import { corrected } from "#core/outbox/correction.ts";
import { unanswered } from "#core/changes/unanswered.ts";
import { waiting } from "#core/changes/suggestion.ts";
import { editOf, inboxSubject, missesPost, postedAs, suggestionPost } from "#core/outbox/inbox-posts.ts";
import { reasonToSkip } from "#core/outbox/due-digest.ts";
import type { Composed } from "#core/digest/compose.ts";
import { readyFor } from "#core/digest/language.ts";
import { ready } from "#core/messages/ready.ts";
import type { Since } from "#core/digest/subscription.ts";
import { suggestionSubject } from "#core/desk/subject.ts";
import type { Lease, Target } from "#core/outbox/job.ts";
import type { DigestOrder } from "#core/outbox/outbox.ts";
import type { Payload } from "#core/outbox/payload.ts";
import { digestTarget } from "#core/outbox/workspace-digest.ts";
import type { DeskNow, SchedulerDeps } from "./scheduler-deps.ts";

/**
 * What to send for a job, or why nothing is sent. `order`: what must still hold when it is sent. `upTo`: see `Payload`.
 */
export type Prepared =
  | { readonly kind: "send"; readonly payload: Payload; readonly order?: DigestOrder }
  | { readonly kind: "nothing"; readonly upTo?: Since }
  | { readonly kind: "skip"; readonly why: string }
  /** It goes somewhere else than its job says: the job is to be tried again with that target. */
  | { readonly kind: "move"; readonly target: Target };

/** Composes a job's message from the desk as it is now. */
export async function prepare(deps: SchedulerDeps, lease: Lease): Promise<Prepared> {
  const { job } = lease;
  switch (job.kind) {
    case "digest":
      return prepareDigest(deps, lease);
    case "follow":
      return prepareFollow(deps, lease);
    case "correction": {
      const shown = await deps.outbox.shown(Number(job.id));
      if (shown === undefined) return { kind: "skip", why: "the message is not remembered" };
      const { desk, snapshot } = await deps.deskNow(shown.desk);
      await ready(shown.reply?.tongue);
      const reply = corrected(shown, snapshot.view, job.target.kind !== "message");
      if (reply === undefined) return { kind: "nothing" };
      return { kind: "send", payload: { reply, desk, version: snapshot.own.version } };
    }
    // It goes to no platform and needs no words.
    case "webhook":
      return { kind: "nothing" };
    case "inbox":
      return prepareInbox(deps, lease);
    case "notice":
      return job.payload === undefined ? { kind: "nothing" } : { kind: "send", payload: job.payload };
  }
}

async function prepareDigest(deps: SchedulerDeps, { job, at }: Lease): Promise<Prepared> {
  const digest = await deps.outbox.digest(job.id);
  const why = reasonToSkip(job, digest, at, deps.timings.late);
  if (digest === undefined || why !== undefined) return { kind: "skip", why: why ?? "" };
  const now = await deps.deskWhole({ platform: digest.platform, id: digest.workspace });
  await readyFor(digest.wants);
  const prepared = composedFrom(deps.composer.digest(now.snapshot, digest, job.missed), now);
  const order = { version: digest.version, target: digestTarget(digest) };
  return prepared.kind === "send" ? { ...prepared, order } : prepared;
}

async function prepareFollow(deps: SchedulerDeps, { job }: Lease): Promise<Prepared> {
  const { platform, target } = job;
  if (target.kind !== "person") return { kind: "skip", why: "not to a person" };
  const { workspace, user } = target;
  const follower = await deps.outbox.follower({ platform, workspace, user });
  if (follower === undefined) return { kind: "skip", why: "no longer follows anything" };
  const now = await deps.deskWhole({ platform, id: workspace });
  await ready(follower.tongue);
  return composedFrom(deps.composer.follow(now.snapshot, follower), now);
}

// More do not help: /facts misses shows all.
const MISSES = 10;

async function prepareInbox(deps: SchedulerDeps, { job }: Lease): Promise<Prepared> {
  const workspace = { platform: job.platform, id: job.target.workspace };
  const { desk, snapshot } = await deps.deskNow(workspace);
  const about = inboxSubject(job);
  const tongue = (await deps.outbox.inbox(workspace))?.tongue;
  await ready(tongue);
  if ("misses" in about) {
    const asked = await deps.outbox.missesBetween(desk, ...about.misses, MISSES + 1);
    const { open } = unanswered(asked, snapshot, MISSES + 1);
    const told = missesPost(open.slice(0, MISSES), open.length > MISSES, tongue);
    return told === undefined ? { kind: "nothing" } : { kind: "send", payload: { reply: told, desk: 0, version: 0 } };
  }
  if (job.target.kind === "channel") {
    const first = snapshot.own.first(suggestionSubject(about.suggestion));
    if (first === undefined) return { kind: "skip", why: "the suggestion is not held" };
    const post = postedAs({ workspace }, first, about.suggestion);
    if (post.sequence !== job.sequence) {
      const posting = (await deps.outbox.job(post))?.posting;
      return posting === undefined
        ? { kind: "skip", why: "it was not posted" }
        : { kind: "move", target: editOf(posting) };
    }
    const decided = !waiting(snapshot).some(({ id }) => id === about.suggestion);
    if (decided) return { kind: "skip", why: "it was decided already" };
  }
  const told = suggestionPost(about.suggestion, snapshot, tongue);
  if (told === undefined) return { kind: "skip", why: "the suggestion is not held" };
  return { kind: "send", payload: { reply: told, desk, version: snapshot.own.version } };
}

function composedFrom(
  composed: Composed,
  { desk, snapshot }: DeskNow,
): Extract<Prepared, { kind: "send" | "nothing" }> {
  if (composed.kind === "nothing") return composed;
  const { reply, upTo } = composed;
  const library = snapshot.library.version;
  return { kind: "send", payload: { reply, upTo, desk, version: snapshot.own.version, library } };
}
