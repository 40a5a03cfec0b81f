import type { WholeSnapshot } from "#core/desk/desk.ts";
import { compose, composeFollowed, type Composed } from "#core/digest/compose.ts";
import { topicOf, topicsOf } from "#core/digest/topic.ts";
import type { Follower } from "#core/outbox/follower.ts";
import type { WorkspaceDigest } from "#core/outbox/workspace-digest.ts";

/** Composes what is sent, from what the desk holds at that moment, in a language that was read before. Pure. */
export interface Composer {
  /** What changed since the digest's last post. `missed`: how many of its instants passed without one. */
  digest(at: WholeSnapshot, digest: WorkspaceDigest, missed: number): Composed;
  /** What changed for a follower since the last message to them. */
  follow(at: WholeSnapshot, follower: Follower): Composed;
}

export const digestComposer: Composer = {
  digest: (at, { wants, since }, missed) => compose(at, wants, since, missed),
  follow: (at, { topics, since, tongue }) =>
    composeFollowed(at, topicsOf(topics.map((kept) => topicOf(kept))), since, tongue),
};
