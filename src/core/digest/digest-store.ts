import type { DeskKey } from "#core/desk/store.ts";
import type { Tongue } from "#core/messages/tongue.ts";
import type { Inbox, NewInbox } from "./inbox.ts";
import type { Rule } from "./rule.ts";
import type { Paused, Since, Subscription, Wants } from "./subscription.ts";

export type NewSubscription = Omit<Subscription, "paused" | "last" | "next"> & { readonly next: Temporal.Instant };

/**
 * A change of a subscription. A field that is left out stays; `null` removes its value. A paused digest has no next
 * instant.
 */
export interface SubscriptionChange {
  readonly channel?: string;
  readonly thread?: string | null;
  readonly rule?: Rule;
  readonly wants?: Wants;
  readonly owner?: string;
  readonly since?: Since;
  readonly paused?: Paused | null;
  readonly next?: Temporal.Instant | null;
}

/** A person's id on the workspace's platform. */
type User = string;

/** Who owns from then on what somebody owned, and the language that they are told in; English where there is none. */
export interface Heir {
  readonly id: User;
  readonly tongue?: Tongue;
}

/**
 * The port to the digests and follows of one workspace (on Discord a server). Every method touches that one only. All
 * throw `StoreUnavailable` where the database is out of reach, and have then changed nothing.
 */
export interface DigestStore {
  add(workspace: DeskKey, subscription: NewSubscription): Promise<void>;
  find(workspace: DeskKey, id: string): Promise<Subscription | undefined>;
  /** The oldest first. */
  list(workspace: DeskKey): Promise<readonly Subscription[]>;
  /** False where there is none. */
  change(workspace: DeskKey, id: string, change: SubscriptionChange): Promise<boolean>;
  remove(workspace: DeskKey, id: string): Promise<boolean>;
  /** Posts it once now, besides its instants. False where there is no such digest. */
  postNow(workspace: DeskKey, id: string): Promise<boolean>;
  /**
   * Follows a topic, given as its text. A new follower's first message starts from `since`; from now on their messages
   * are in `tongue`. False where they follow it already.
   */
  follow(workspace: DeskKey, user: User, topic: string, since: Since, tongue?: Tongue): Promise<boolean>;
  /** Ends one follow; without a topic, all of them. Returns how many there were. */
  unfollow(workspace: DeskKey, user: User, topic?: string): Promise<number>;
  /** The topics that a person follows, in the order in which they asked for them. */
  follows(workspace: DeskKey, user: User): Promise<readonly string[]>;
  /** Why the last direct message to a follower was refused; nothing is sent to them until `tellAgain`. */
  trouble(workspace: DeskKey, user: User): Promise<string | undefined>;
  /** Sends a follower again what changes, and at once what changed meanwhile. */
  tellAgain(workspace: DeskKey, user: User): Promise<void>;
  inbox(workspace: DeskKey): Promise<Inbox | undefined>;
  /** Names the channel; questions that were asked before are not told there. Undefined ends it. */
  setInbox(workspace: DeskKey, inbox: NewInbox | undefined): Promise<void>;
  /** How much is kept about a person: what they follow, own, and are yet to be told. */
  keptOf(workspace: DeskKey, user: User): Promise<number>;
  /** Forgets a person: their follows end, messages to them are not sent, and `heir` owns what they owned. */
  forget(workspace: DeskKey, user: User, heir: Heir): Promise<void>;
  /** How many public messages quote a fact. They will be edited or answered when it changes. */
  quoting(workspace: DeskKey, fact: string): Promise<number>;
}
