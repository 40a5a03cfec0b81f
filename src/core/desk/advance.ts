import type { Snapshot } from "./desk.ts";
import type { Author, Change, Revision } from "./store.ts";
import { overlayMore } from "./overlay.ts";

const NOBODY: Author = { platform: "", id: "", name: "" };
const EPOCH = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * The snapshot as changes would leave it. Several changes that are appended together are decided one after the other,
 * each on the snapshot after the one before.
 */
export function advance(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  if (changes.length === 0) return snapshot;
  const revisions = changes.map((change, i): Revision => ({
    ...change,
    number: snapshot.next + i,
    batch: snapshot.next,
    at: EPOCH,
    by: NOBODY,
  }));
  const own = snapshot.own.with(revisions);
  const view = overlayMore(
    snapshot.view,
    snapshot.beneath,
    own,
    changes.map((c) => c.subject),
  );
  return { ...snapshot, own, view, next: own.version + 1 };
}
