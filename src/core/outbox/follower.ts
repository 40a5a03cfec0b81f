import type { Since } from "#core/digest/subscription.ts";

/** A person as a place knows them. */
export interface FollowerKey {
  readonly platform: string;
  readonly place: string;
  readonly user: string;
}

/** A person who is told when something that they follow changes. */
export interface Follower extends FollowerKey {
  /** What they follow, in the order they asked. */
  readonly topics: readonly string[];
  /** What the next message starts from. */
  readonly since: Since;
}
