import type { DeskKey } from "#core/desk/store.ts";
import type { Paused, Since, Subscription } from "./subscription.ts";

export type NewSubscription = Omit<Subscription, "paused" | "last" | "next"> & { readonly next: Temporal.Instant };

/**
 * A change of a subscription. A field that is left out stays; `null` removes its value. A paused digest has no next
 * instant.
 */
export interface SubscriptionChange {
  readonly owner?: string;
  readonly since?: Since;
  readonly paused?: Paused | null;
  readonly next?: Temporal.Instant | null;
}

/** A person's id on the place's platform. */
type User = string;

/**
 * The port to the digests and follows of one place, a server or workspace. Every method touches that place only. All
 * throw `StoreUnavailable` where the database is out of reach, and have then changed nothing.
 */
export interface DigestStore {
  add(place: DeskKey, subscription: NewSubscription): Promise<void>;
  find(place: DeskKey, id: string): Promise<Subscription | undefined>;
  /** The oldest first. */
  list(place: DeskKey): Promise<readonly Subscription[]>;
  /** False where there is none. */
  change(place: DeskKey, id: string, change: SubscriptionChange): Promise<boolean>;
  remove(place: DeskKey, id: string): Promise<boolean>;
  /** Posts it once now, besides its instants. False where there is no such digest. */
  postNow(place: DeskKey, id: string): Promise<boolean>;
  /**
   * Follows a topic, given as its text. A new follower's first message starts from `since`. False where they follow it
   * already.
   */
  follow(place: DeskKey, user: User, topic: string, since: Since): Promise<boolean>;
  /** Ends one follow; without a topic, all of them. Returns how many there were. */
  unfollow(place: DeskKey, user: User, topic?: string): Promise<number>;
  /** The topics that a person follows, in the order in which they asked for them. */
  follows(place: DeskKey, user: User): Promise<readonly string[]>;
  /** How many public messages quote a fact. They will be edited or answered when it changes. */
  quoting(place: DeskKey, fact: string): Promise<number>;
}
