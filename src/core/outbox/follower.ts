import type { Since } from "#core/digest/subscription.ts";
import type { Tongue } from "#core/messages/tongue.ts";
import { sequenceAt, type NewJob } from "./job.ts";

// A follower hears of the changes of a minute together, and at most once an hour.
const GATHER = { minutes: 1 };
const APART = { hours: 1 };

/** A person as a workspace knows them. */
export interface FollowerKey {
  readonly platform: string;
  readonly workspace: string;
  readonly user: string;
}

/** A person who is told when something that they follow changes. */
export interface Follower extends FollowerKey {
  /** What they follow, in the order they asked. */
  readonly topics: readonly string[];
  /** What the next message starts from. */
  readonly since: Since;
  /** The language that they had when they last asked to follow something; English where it is none of the others. */
  readonly tongue?: Tongue;
}

/** What is to be written to a follower; what is left out stays. `told`: when they were last written to. */
export interface FollowerUpdate {
  readonly since?: Since;
  readonly told?: Temporal.Instant;
  /** Why a message to them was refused: nothing more is sent until they ask for it. */
  readonly trouble?: string;
}

/** When a follower hears of a change that was made now. `told`: when they were last written to, if ever. */
export function tellAt(now: Temporal.Instant, told?: Temporal.Instant): Temporal.Instant {
  const gathered = now.add(GATHER);
  const rested = told?.add(APART);
  return rested !== undefined && Temporal.Instant.compare(rested, gathered) > 0 ? rested : gathered;
}

function followerId({ platform, workspace, user }: FollowerKey): string {
  return JSON.stringify([platform, workspace, user]);
}

/** The job of a follower whose time `at` has come. */
export function followJob(key: FollowerKey, at: Temporal.Instant): NewJob {
  const { platform, workspace, user } = key;
  return {
    kind: "follow",
    id: followerId(key),
    sequence: sequenceAt(at),
    platform,
    target: { kind: "person", workspace, user },
  };
}
