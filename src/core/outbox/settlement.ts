import type { Told } from "#core/messages/tongue.ts";
import type { Inbox } from "#core/digest/inbox.ts";
import type { Since } from "#core/digest/subscription.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { Posting } from "#core/reply/posting.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { Payload } from "./payload.ts";
import { defined } from "#core/text/defined.ts";
import type { FollowerKey, FollowerUpdate } from "./follower.ts";
import { JOB_MOVES, type Job, type JobState, type NewJob, type Target } from "./job.ts";
import type { Outcome } from "./outcome.ts";
import { digestPosted } from "./events.ts";
import { inboxNotice, ownerNotice, refusedWords, sealedNotice, unsureWords, webhookNotice } from "./owner-notice.ts";
import { SEALED, type Webhook, type WebhookUpdate } from "./webhook.ts";
import type { WebhookEvent } from "./webhook-event.ts";
import type { DigestUpdate, WorkspaceDigest } from "./workspace-digest.ts";

/** What is to be written to a job; what is left out stays. */
export interface JobUpdate {
  readonly state: JobState;
  /** When it is to be worked on next; undefined: never again. */
  readonly runAt: Temporal.Instant | undefined;
  readonly attempts: number;
  readonly keepPayload: boolean;
  /** `null` takes it away. */
  readonly why?: string | null;
  readonly posting?: Posting;
  readonly target?: Target;
}

/** All that follows from the end of work on a job. A store writes it in one transaction. */
export interface Settlement {
  readonly job: JobUpdate;
  /** For the job's digest. */
  readonly digest?: DigestUpdate;
  readonly notice?: NewJob;
  /** For the job's webhook. */
  readonly webhook?: WebhookUpdate;
  /** What the webhooks of the digest's workspace are told. */
  readonly tell?: WebhookEvent;
  readonly follower?: { readonly key: FollowerKey; readonly update: FollowerUpdate | "unfollow everything" };
  /** Why nothing can be posted to the workspace's inbox. */
  readonly closed?: { readonly inbox: DeskKey; readonly trouble: string };
  /** A new public message, to be corrected when its facts change, and what it was composed from. */
  readonly remember?: { readonly posting: Posting; readonly payload: Payload };
  /** A public message that reads differently now, by its number. */
  readonly rewrite?: { readonly shown: number; readonly reply: Reply };
}

/**
 * Decides what follows from an outcome. `of`: the job's digest or webhook, if it still exists, or the inbox of its
 * workspace. @throws TypeError where `JOB_MOVES` does not allow the outcome in the job's state
 */
export function settlement(
  job: Job,
  outcome: Outcome,
  now: Temporal.Instant,
  of: { readonly digest?: WorkspaceDigest; readonly webhook?: Webhook; readonly inbox?: Inbox } = {},
): Settlement {
  const { digest, webhook, inbox } = of;
  const update = jobUpdate(job, outcome, now);
  if (!JOB_MOVES[job.state].onSettle.includes(update.state)) {
    throw new TypeError(`a job that is ${job.state} cannot become ${update.state}`);
  }
  // A job that was sent before was only searched for a second copy.
  if (job.kind === "webhook") return { job: update, ...afterCall(job, outcome, now, webhook) };
  if (job.state === "sent" || JOB_MOVES[update.state].open) return { job: update };
  switch (job.kind) {
    case "digest":
      return {
        job: update,
        ...(digest === undefined ? {} : afterDigest(job, outcome, digest)),
        ...shown(job, outcome),
        ...(outcome.kind === "sent" ? { tell: digestPosted(job.id, now) } : {}),
      };
    case "follow":
      return { job: update, ...afterFollow(job, outcome, now) };
    case "correction":
      return {
        job: update,
        ...(outcome.kind === "sent" && job.payload !== undefined
          ? { rewrite: { shown: Number(job.id), reply: job.payload.reply } }
          : {}),
      };
    case "inbox":
      return { job: update, ...afterInbox(job, outcome, inbox) };
    case "notice":
      return { job: update };
  }
}

function afterInbox(job: Job, outcome: Outcome, inbox?: Inbox): Pick<Settlement, "closed" | "notice"> {
  if (outcome.kind !== "failed" || inbox === undefined || job.target.kind !== "channel") return {};
  const key = { platform: job.platform, id: job.target.workspace };
  return {
    closed: { inbox: key, trouble: reasonOf(outcome) },
    notice: inboxNotice(job, key, inbox, reasonOf(outcome)),
  };
}

function jobUpdate(job: Job, outcome: Outcome, now: Temporal.Instant): JobUpdate {
  const over = { runAt: undefined, attempts: job.attempts, keepPayload: false };
  const again = (after: number) => ({
    ...over,
    runAt: now.add({ milliseconds: Math.round(after) }),
    keepPayload: true,
  });
  switch (outcome.kind) {
    case "sent": {
      const { posting, recheck } = outcome;
      const later = recheck === undefined ? {} : { runAt: again(recheck).runAt };
      return { ...over, ...later, state: "sent", ...defined({ posting }) };
    }
    case "empty":
      return { ...over, state: "empty" };
    case "retry": {
      const { after, why = null, target, counts } = outcome;
      const attempts = job.attempts + (counts === true ? 1 : 0);
      return { ...again(after), state: "due", attempts, why, ...defined({ target }) };
    }
    case "unknown":
      return { ...again(outcome.after), state: "unknown", attempts: job.attempts + 1 };
    case "skipped":
    case "failed":
      return { ...over, state: outcome.kind, why: reasonOf(outcome) };
    case "attention":
      // A person who looks into it sees what was to be sent.
      return { ...over, state: "attention", why: LOST, keepPayload: true };
  }
}

function afterDigest(job: Job, outcome: Outcome, digest: WorkspaceDigest): Pick<Settlement, "digest" | "notice"> {
  const end = { at: Temporal.Instant.from(job.sequence), result: outcome.kind };
  const missed = digest.missed + job.missed + 1;
  const owner: Told = { tongue: digest.wants.owner };
  switch (outcome.kind) {
    case "sent":
      return { digest: { last: end, ...startFrom(job.payload?.upTo) } };
    case "empty":
      return { digest: { last: end, ...startFrom(outcome.upTo) } };
    case "skipped":
      return { digest: { last: { ...end, why: outcome.why }, missed } };
    case "failed": {
      const why = reasonOf(outcome);
      return {
        digest: { last: { ...end, why }, missed, paused: { by: "failing", why } },
        notice: ownerNotice(job, digest, refusedWords(job, owner, outcome.why, outcome.hint), "resume", owner),
      };
    }
    case "attention": {
      // It may have been posted, so what it said is not said a second time.
      return {
        digest: { last: { ...end, why: LOST }, ...startFrom(job.payload?.upTo) },
        notice: ownerNotice(job, digest, unsureWords(job, owner), "post-now", owner),
      };
    }
    case "retry":
    case "unknown":
      return {};
  }
}

function afterCall(
  job: Job,
  outcome: Outcome,
  at: Temporal.Instant,
  webhook: Webhook | undefined,
): Pick<Settlement, "webhook" | "notice"> {
  if (webhook === undefined) return {};
  switch (outcome.kind) {
    case "sent":
      return { webhook: { last: { at } } };
    case "retry": {
      const { why } = outcome;
      if (why === undefined) return {};
      // Its owner is told once of a secret that cannot be read, until something was sent.
      const news = why === SEALED && webhook.last?.why !== SEALED;
      return { webhook: { last: { at, why } }, ...(news ? { notice: sealedNotice(job, webhook) } : {}) };
    }
    case "failed": {
      const { why } = outcome;
      return { webhook: { last: { at, why }, off: why }, notice: webhookNotice(job, webhook, why) };
    }
    case "empty":
    case "skipped":
    case "unknown":
    case "attention":
      return {};
  }
}

function shown({ payload }: Job, outcome: Outcome): Pick<Settlement, "remember"> {
  if (outcome.kind !== "sent" || outcome.posting === undefined || payload === undefined) return {};
  return payload.desk === 0 ? {} : { remember: { posting: outcome.posting, payload } };
}

function afterFollow({ platform, target, payload }: Job, outcome: Outcome, now: Temporal.Instant) {
  if (target.kind !== "person") throw new TypeError(`a follower's job goes to a ${target.kind}`);
  const key = { platform, workspace: target.workspace, user: target.user };
  switch (outcome.kind) {
    case "sent":
    case "attention":
      return { follower: { key, update: { told: now, ...startFrom(payload?.upTo) } } };
    case "empty":
      return { follower: { key, update: startFrom(outcome.upTo) } };
    case "failed":
      // What they can allow is told where they follow; who left the workspace follows nothing there.
      return {
        follower: {
          key,
          update: outcome.hint === undefined ? ("unfollow everything" as const) : { trouble: outcome.hint },
        },
      };
    case "skipped":
    case "retry":
    case "unknown":
      return {};
  }
}

const LOST = "nobody can tell whether it was sent: the answer was lost";

function reasonOf({ why, hint }: { readonly why: string; readonly hint?: string }): string {
  return hint ?? why;
}

function startFrom(since: Since | undefined): { readonly since?: Since } {
  return defined({ since });
}
