import type { DeskKey, Miss } from "#core/desk/store.ts";
import type { Posting } from "#core/reply/posting.ts";
import type { Quoted, Reply } from "#core/reply/reply.ts";
import type { Follower, FollowerKey } from "./follower.ts";
import type { Job, JobName, Lease, NewJob, Target } from "./job.ts";
import type { Outcome } from "./outcome.ts";
import type { Webhook } from "./webhook.ts";
import type { WebhookEvent } from "./webhook-event.ts";
import type { WorkspaceInbox } from "./inbox-posts.ts";
import type { Payload } from "./payload.ts";
import type { WorkspaceDigest } from "./workspace-digest.ts";
import type { ShownMessage } from "./shown-message.ts";

/** A desk whose latest revisions were not yet compared with the messages that quote it. */
export interface ChangedDesk {
  readonly desk: number;
  /** Number of the last revision that was followed through, and of the last that there is. */
  readonly seen: number;
  readonly version: number;
}

/** The digest's version that a post was prepared under, and where it goes by that version. */
export interface DigestOrder {
  readonly version: number;
  readonly target: Target;
}

/** Digests and followers, as the scheduler reads them, and what happens to a workspace that Talks is removed from. */
interface Orders {
  digest(id: string): Promise<WorkspaceDigest | undefined>;
  follower(key: FollowerKey): Promise<Follower | undefined>;
  webhook(id: string): Promise<Webhook | undefined>;
  /** Since when a program is told of a desk's changes: of several the first. Undefined where none is. */
  heardSince(desk: number): Promise<Temporal.Instant | undefined>;
  /** A workspace's inbox, whether or not something keeps Talks from posting there. */
  inbox(workspace: DeskKey): Promise<WorkspaceInbox | undefined>;
  /** The inboxes of the workspaces that lead to a desk, where nothing is known to keep Talks from posting. */
  inboxes(desk: number): Promise<readonly WorkspaceInbox[]>;
  /** Questions that a desk was first asked without an answer after one instant and up to another, at most `most`. */
  missesBetween(desk: number, after: string, until: string, most: number): Promise<readonly Miss[]>;
  /**
   * Applies `onLeave` to the digests of a workspace, plans no message to its followers, and switches its webhooks off.
   * Returns how many digests it paused.
   */
  leave(workspace: DeskKey, why: string): Promise<number>;
  /**
   * Applies `onReturn` to the digests of workspaces of one platform, some hundred at a time, and takes back what kept
   * Talks from posting to their inboxes. Returns how many digests it resumed.
   */
  comeBack(platform: string, workspaces: readonly string[]): Promise<number>;
}

/**
 * The jobs. All times are the database's. What a job's end leads to is decided in this folder; an outbox writes it,
 * each method in one transaction.
 */
interface Queue {
  now(): Promise<Temporal.Instant>;
  /** The next time at which there is something to do for these platforms, if there is any, and the time now. */
  nextRun(platforms: readonly string[]): Promise<{ readonly now: Temporal.Instant; readonly at?: Temporal.Instant }>;
  /** How many jobs and digests of these platforms are due now, and by how many seconds the oldest is late. */
  due(platforms: readonly string[]): Promise<{ readonly jobs: number; readonly late: number }>;
  /**
   * Applies `planDigest` to the digests whose instant has come, at most `most`. An instant becomes one job, however
   * many processes plan at once. Returns how many digests it looked at.
   */
  planDigests(platforms: readonly string[], most: number, late: number): Promise<number>;
  /** The same for followers whose time has come, by `followJob`. */
  planFollows(platforms: readonly string[], most: number): Promise<number>;
  /**
   * Adds a `missesJob` for each inbox whose desk was asked something new without an answer, at most one an hour.
   * Returns how many.
   */
  planMisses(platforms: readonly string[], most: number): Promise<number>;
  /** Adds jobs, each once. */
  add(jobs: readonly NewJob[]): Promise<void>;
  /** Applies `nextAfter` to every digest, as at a start. Returns how many changed. */
  resetNext(): Promise<number>;
  /**
   * Takes the lease, for `ms` milliseconds, on jobs that are due and on jobs whose last lease ran out (`JOB_MOVES`). A
   * job waits for the earlier jobs of its subject.
   */
  lease(platform: string, most: number, ms: number): Promise<readonly Lease[]>;
  /**
   * Saves what is about to be sent, and renews the lease for `ms` milliseconds. `lost`: another process holds the job.
   * `outdated`: the desk or the digest changed since the payload was composed; compose it again. Nothing is written in
   * either case. An event for a webhook needs no payload. What is sent again after a lost answer (`unknown`) is not
   * checked against the desk, as it must be what was sent first.
   */
  sending(
    lease: Lease,
    payload: Payload | undefined,
    ms: number,
    order?: DigestOrder,
  ): Promise<"saved" | "lost" | "outdated">;
  /** Writes the `settlement` of an outcome. False where another process holds the job; nothing is written then. */
  settle(lease: Lease, outcome: Outcome): Promise<boolean>;
  /** Gives back jobs that came too early for their channel, each to be due in `after` milliseconds. */
  putBack(early: readonly { readonly lease: Lease; readonly after: number }[]): Promise<void>;
  /**
   * Deletes what is over: jobs that are done and remembered messages, older than so many days; texts whose time is
   * over; deliveries that nobody repeats any more. Returns how many rows.
   */
  forget(days: number): Promise<number>;
  job(name: JobName): Promise<Job | undefined>;
}

/** The public messages that quote facts, and are corrected when these change. */
interface ShownMessages {
  remember(desk: number, platform: string, posting: Posting, facts: readonly Quoted[], reply?: Reply): Promise<void>;
  shown(id: number): Promise<ShownMessage | undefined>;
  /**
   * Desks with remembered messages, followers, webhooks or suggestions that have revisions, or messages, which were not
   * compared yet.
   */
  changedDesks(): Promise<readonly ChangedDesk[]>;
  /**
   * Messages of a desk that quote one of the facts, or were never compared: at most `most`, with an id over `after`, in
   * order.
   */
  quoted(desk: number, facts: readonly string[], after: number, most: number): Promise<readonly ShownMessage[]>;
  /** Adds correction jobs, each once, and marks the messages as compared. */
  correct(jobs: readonly NewJob[], compared: readonly number[]): Promise<void>;
  /**
   * Notes that a desk was followed through up to `version`, and when each of its followers hears of it (`tellAt`); adds
   * a job for each event and each webhook that hears of it. False where another process was first.
   */
  followedThrough(changed: ChangedDesk, events?: readonly WebhookEvent[]): Promise<boolean>;
  /**
   * The same for the library, which lies beneath every desk: `walkShown` begins at the first message. False where it
   * has not changed.
   */
  libraryChanged(library: number, version: number): Promise<boolean>;
  /**
   * Since the library changed: marks the next messages, at most `most`, as never compared. Returns how many; 0 once
   * all are.
   */
  walkShown(most: number): Promise<number>;
}

/** What Talks sends on its own, kept so that it is sent once: the second port to the database, beside `Store`. */
export interface Outbox extends Orders, Queue, ShownMessages {}
