import type { Posting } from "#core/reply/posting.ts";
import type { Quoted, Reply } from "#core/reply/reply.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { PlacedDigest, Planned } from "./placed-digest.ts";
import type { Claim, Errand, ErrandName, Frozen, Outcome, Shown, Target } from "./errand.ts";
import type { Follower, FollowerKey } from "./follower.ts";

/** What a desk's revisions ask of the messages that quote it, and what was done about them so far. */
export interface Moved {
  readonly desk: number;
  /** Number of the last revision that was followed through, and of the last that there is. */
  readonly seen: number;
  readonly version: number;
}

/** A correction to make: of which message, and after which revisions, so that each is followed once. */
export interface Correcting {
  readonly shown: Shown;
  readonly slot: string;
}

/** The digest's version that a post was made ready under, and where it goes by it. */
export interface Order {
  readonly version: number;
  readonly target: Target;
}

/** The standing orders, read by whoever carries them out, and put on hold for a place that the app was removed from. */
export interface Orders {
  digest(id: string): Promise<PlacedDigest | undefined>;
  follower(key: FollowerKey): Promise<Follower | undefined>;
  /** Pauses what runs in a place; resumes what that paused, each digest at its instant by `next`. Returns how many digests. */
  leave(place: DeskKey, why: string): Promise<number>;
  comeBack(place: DeskKey, next: NextInstant): Promise<number>;
}

/** A digest's next instant; undefined where its rule never comes again. */
export type NextInstant = (digest: PlacedDigest, now: Temporal.Instant) => Temporal.Instant | undefined;

/** What the scheduler does with it. All times are the database's. Only the fence's last holder can settle an errand. */
export interface Queue {
  now(): Promise<Temporal.Instant>;
  /** When something is next to be done for these platforms: an instant, an errand, a lease that is over; and what time it is. */
  nextWake(platforms: readonly string[]): Promise<{ readonly now: Temporal.Instant; readonly at?: Temporal.Instant }>;
  /** Makes an errand of every digest whose instant has come, at most `most`; one an instant, whoever asks at once. How many were looked at. */
  planDigests(
    platforms: readonly string[],
    most: number,
    plan: (digest: PlacedDigest, now: Temporal.Instant) => Planned,
  ): Promise<number>;
  /** The same of followers to whom something may be said. */
  planFollows(platforms: readonly string[], most: number): Promise<number>;
  /** Sets the next instants again, as at a start: the rules of time zones and the clock may have changed meanwhile. */
  resetNext(next: NextInstant): Promise<number>;
  /** Claims what is due, and what a process left when its lease was over. An errand waits for the earlier ones of its work. */
  claim(platform: string, most: number, lease: number): Promise<readonly Claim[]>;
  /**
   * Freezes what will be sent and says that it is about to be. `lost`: another holds it. `moved`: the desk, or the order, is not what it was
   * when this was composed; compose again.
   */
  sending(claim: Claim, frozen: Frozen, lease: number, order?: Order): Promise<"kept" | "lost" | "moved">;
  /** False where another holds it by now, and nothing was written. What was sent is remembered for corrections, in one transaction. */
  settle(claim: Claim, outcome: Outcome): Promise<boolean>;
  /** Claims that come too early for their channel, each put back for so many milliseconds, in one transaction. */
  putBack(claims: readonly { readonly claim: Claim; readonly after: number }[]): Promise<void>;
  /** Errands that are over, older than so many days, are forgotten. */
  forget(days: number): Promise<number>;
  errand(name: ErrandName): Promise<Errand | undefined>;
}

/** What was shown to everybody, and follows its facts. */
export interface Trail {
  remember(desk: number, platform: string, posting: Posting, facts: readonly Quoted[], reply?: Reply): Promise<void>;
  /** Desks with remembered messages or followers whose revisions were not followed through yet. */
  moved(): Promise<readonly Moved[]>;
  /** Remembered messages of a desk that quote one of the facts, or were not compared yet; at most `most` with an id over `after`. */
  quoted(desk: number, facts: readonly string[], after: number, most: number): Promise<readonly Shown[]>;
  /** Makes an errand of each correction, once a message and revision, and marks the messages as compared. */
  correct(corrections: readonly Correcting[], compared: readonly number[]): Promise<void>;
  /** The desk is followed through up to a revision; its followers are to be told. False where somebody else was there first. */
  followed(moved: Moved): Promise<boolean>;
  /** The library has revisions that were not followed through: every message is to be compared, every follower told. False where not. */
  libraryMoved(library: number, version: number): Promise<boolean>;
  shown(id: number): Promise<Shown | undefined>;
}

/** What Talks sends by itself, kept so that it is sent once: the second port of a store, beside `Store`. */
export interface Outbox extends Orders, Queue, Trail {}
