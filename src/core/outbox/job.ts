import type { Address, Posting } from "#core/reply/posting.ts";
import type { Payload } from "./payload.ts";
import type { WebhookEvent } from "./webhook-event.ts";

/**
 * Where a job's message goes: to a channel, to one person of a workspace, over a message that is already there, or, as
 * an event, to a webhook by its id.
 */
export type Target =
  | ({ readonly kind: "channel" } & Address)
  | { readonly kind: "person"; readonly workspace: string; readonly user: string }
  | ({ readonly kind: "message" } & Posting)
  | {
      readonly kind: "webhook";
      readonly workspace: string;
      readonly hook: string;
      readonly event: WebhookEvent;
    };

/**
 * `digest`: a scheduled post. `follow`: a message to one person about what they follow. `correction`: an edit of a
 * message that quotes a changed fact. `notice`: a message to one person, about what went wrong with their digest or
 * webhook, or what became of their suggestion. `webhook`: an event for a program. `inbox`: a post to the moderators'
 * channel, or its edit once it was decided.
 */
export const JOB_KINDS = ["digest", "follow", "correction", "notice", "webhook", "inbox"] as const;
type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = [
  "due",
  "leased",
  "sending",
  "unknown",
  "sent",
  "empty",
  "skipped",
  "failed",
  "attention",
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What may happen to a job in one state. */
interface Moves {
  /** Later jobs of the same subject wait until this one has left every open state. */
  readonly open: boolean;
  /**
   * Its state after a process takes the lease, because `runAt` has come or the last lease ran out. None: nobody takes
   * it.
   */
  readonly onLease?: JobState;
  /** The last lease ran out during a call to the platform: that attempt counts as one without a known outcome. */
  readonly lostCall?: true;
  /** Whether its message may be sent from this state. */
  readonly maySend?: true;
  /** The states that an outcome may lead to. */
  readonly onSettle: readonly JobState[];
}

/**
 * The life of a job. It starts as `due`; a digest that is already too late starts as `skipped`.
 *
 * | state       | meaning                                                                           |
 * | ----------- | --------------------------------------------------------------------------------- |
 * | `due`       | It waits for `runAt`.                                                             |
 * | `leased`    | One process prepares the message. Nothing was sent.                               |
 * | `sending`   | The payload is saved, and the platform may be called at this moment.              |
 * | `unknown`   | The platform was called and its answer was lost: the message may be there or not. |
 * | `sent`      | Done. With a `runAt`, the channel is searched once more for a second copy.        |
 * | `empty`     | Done: there was nothing to say.                                                   |
 * | `skipped`   | Done without sending: too late, paused, or removed.                               |
 * | `failed`    | Done: the platform refused the message.                                           |
 * | `attention` | Done: nobody can tell whether it was sent, so Talks does not send it again.       |
 */
export const JOB_MOVES: Readonly<Record<JobState, Moves>> = {
  due: { open: true, onLease: "leased", onSettle: [] },
  leased: { open: true, onLease: "leased", maySend: true, onSettle: ["due", "empty", "skipped"] },
  sending: {
    open: true,
    onLease: "unknown",
    lostCall: true,
    onSettle: ["due", "unknown", "sent", "skipped", "failed"],
  },
  unknown: { open: true, onLease: "unknown", maySend: true, onSettle: ["due", "unknown", "sent", "attention"] },
  sent: { open: false, onLease: "sent", onSettle: ["sent"] },
  empty: { open: false, onSettle: [] },
  skipped: { open: false, onSettle: [] },
  failed: { open: false, onSettle: [] },
  attention: { open: false, onSettle: [] },
};

/** The states for which a rule of `JOB_MOVES` holds. */
export function statesThat(holds: (moves: Moves) => boolean): readonly JobState[] {
  return JOB_STATES.filter((state) => holds(JOB_MOVES[state]));
}

/**
 * Names a job. `id` is that of its subject: the digest's id, also for a notice about it; the follower's
 * (`followerId`); the webhook's, also for a notice about it; the number of the shown message; or what is told, with the
 * workspace, as JSON. `sequence` tells the jobs of one subject apart; they run in its text order.
 */
export interface JobName {
  readonly kind: JobKind;
  readonly id: string;
  readonly sequence: string;
}

/** An instant as a sequence: ISO text in UTC with milliseconds. */
export function sequenceAt(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** One message to send once, as the outbox keeps it. */
export interface Job extends JobName {
  readonly platform: string;
  readonly target: Target;
  /** Marks the message on the platform: 22 letters and digits, a hash of the job's name. */
  readonly key: string;
  readonly state: JobState;
  /** Grows with every lease. Only the holder of the last lease may write. */
  readonly fence: number;
  /** What was last about to be sent. Dropped when the job is done. */
  readonly payload?: Payload;
  /** Somebody asked for it with `digest post-now`: it runs even while the digest is paused. */
  readonly onDemand: boolean;
  /** Instants of the digest that passed without a post before this one. */
  readonly missed: number;
  /** Attempts whose outcome is not known. */
  readonly attempts: number;
  /** When it was first and last about to be sent. */
  readonly firstAt?: Temporal.Instant;
  readonly sendingAt?: Temporal.Instant;
  readonly posting?: Posting;
  /** In words, why it did not go as it should. */
  readonly why?: string;
}

/** A job to add to the outbox. It is due at once, unless `skipped` says why it is not run at all. */
export interface NewJob extends JobName {
  readonly platform: string;
  readonly target: Target;
  readonly missed?: number;
  readonly onDemand?: boolean;
  readonly payload?: Payload;
  readonly skipped?: string;
}

/** A job that this process alone may work on for a while, and when it got it, by the database's clock. */
export interface Lease {
  readonly job: Job;
  readonly at: Temporal.Instant;
}
