import type { Snapshot } from "#core/desk.ts";
import type { Composed } from "#core/digest/compose.ts";
import type { Follower } from "#core/outbox/follower.ts";
import type { PlacedDigest } from "#core/outbox/placed-digest.ts";

/** Writes what is to be sent from what a desk holds at that moment. Pure. */
export interface Composer {
  /** What changed since the digest's last one; `missed`: how many of its instants were not told. */
  digest(at: Snapshot, digest: PlacedDigest, missed: number): Composed;
  follow(at: Snapshot, follower: Follower): Composed;
}
