import type { DeskKey } from "#core/desk/store.ts";
import type { Paused, Since, Subscription } from "./subscription.ts";

export type NewSubscription = Omit<Subscription, "paused" | "last" | "next"> & { readonly next: Temporal.Instant };

/** A change of a subscription; what is left out stays. `null` takes a value away. A digest that is paused has no next instant. */
export interface SubscriptionChange {
  readonly owner?: string;
  readonly since?: Since;
  readonly paused?: Paused | null;
  readonly next?: Temporal.Instant | null;
}

/** A person, as the place's platform knows them. */
type User = string;

/**
 * The port to the digests and follows of one place, a server or workspace. Every method touches that place only. All throw
 * `StoreUnavailable` where the database is out of reach, and have then changed nothing.
 */
export interface DigestStore {
  add(place: DeskKey, subscription: NewSubscription): Promise<void>;
  find(place: DeskKey, id: string): Promise<Subscription | undefined>;
  /** The oldest first. */
  list(place: DeskKey): Promise<readonly Subscription[]>;
  /** False where there is none. */
  change(place: DeskKey, id: string, change: SubscriptionChange): Promise<boolean>;
  remove(place: DeskKey, id: string): Promise<boolean>;
  /** Has it posted now, once, besides its instants. False where there is none. */
  postNow(place: DeskKey, id: string): Promise<boolean>;
  /** A topic as `followText` words it. `since`: what a new follower's first message starts from. False where it is followed already. */
  follow(place: DeskKey, user: User, topic: string, since: Since): Promise<boolean>;
  /** Without a topic, all of them. How many there were. */
  unfollow(place: DeskKey, user: User, topic?: string): Promise<number>;
  /** In the order in which they were asked for. */
  follows(place: DeskKey, user: User): Promise<readonly string[]>;
  /** How many public messages quote a fact, and will be edited or answered when it changes. */
  quoting(place: DeskKey, fact: string): Promise<number>;
}
