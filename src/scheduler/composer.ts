import type { Snapshot } from "#core/desk/desk.ts";
import { compose, composeFollowed, type Composed } from "#core/digest/compose.ts";
import { topicOf, topicsOf } from "#core/digest/topic.ts";
import type { Follower } from "#core/outbox/follower.ts";
import type { PlacedDigest } from "#core/outbox/placed-digest.ts";

/** Writes what is to be sent from what a desk holds at that moment. Pure. */
export interface Composer {
  /** What changed since the digest's last one; `missed`: how many of its instants were not told. */
  digest(at: Snapshot, digest: PlacedDigest, missed: number): Composed;
  follow(at: Snapshot, follower: Follower): Composed;
}

/** As the digest model has it. */
export const digestComposer: Composer = {
  digest: (at, { wants, since }, missed) => compose(at, wants, since, missed),
  follow: (at, { topics, since }) => composeFollowed(at, topicsOf(topics.map((kept) => topicOf(kept))), since),
};
