import type { DeskKey } from "#core/desk/store.ts";
import { onLeave, onReturn, type DigestUpdate, type WorkspaceDigest } from "#core/outbox/workspace-digest.ts";
import type { Transaction } from "kysely";
import type { Database } from "#stores/sql/database.ts";
import type { Tables } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./database-time.ts";
import { openInboxes } from "./inbox-rows.ts";
import { digestOf, updateDigests } from "./digest-rows.ts";
import { switchOff } from "./webhook-rows.ts";

/** Talks was removed from a workspace. */
export function leaveWorkspace(
  database: Database,
  time: DatabaseTime,
  workspace: DeskKey,
  why: string,
): Promise<number> {
  return database.write(async (tx) => {
    await tx
      .updateTable("follower")
      .set({ due: null })
      .where("platform", "=", workspace.platform)
      .where("place", "=", workspace.id)
      .execute();
    await switchOff(tx, workspace, why);
    return updateAll(tx, time, workspace.platform, [workspace.id], (digest) => onLeave(digest, why));
  });
}

/** Talks is in these workspaces of a platform, perhaps again: one look for all of them. */
export function comeBackTo(
  database: Database,
  time: DatabaseTime,
  platform: string,
  workspaces: readonly string[],
): Promise<number> {
  if (workspaces.length === 0) return Promise.resolve(0);
  return database.write(async (tx) => {
    await openInboxes(tx, platform, workspaces);
    return updateAll(tx, time, platform, workspaces, onReturn);
  });
}

/** Updates the digests of these workspaces for which there is an update. Returns how many. */
async function updateAll(
  tx: Transaction<Tables>,
  time: DatabaseTime,
  platform: string,
  workspaces: readonly string[],
  updateOf: (digest: WorkspaceDigest, now: Temporal.Instant) => DigestUpdate | undefined,
): Promise<number> {
  const rows = await tx
    .selectFrom("digest")
    .where("platform", "=", platform)
    .where("place", "in", [...workspaces])
    .selectAll()
    .select(time.now.as("now"))
    .execute();
  let changed = 0;
  for (const row of rows) {
    const update = updateOf(digestOf(row), Temporal.Instant.from(row.now));
    if (update === undefined) continue;
    await updateDigests(tx, [{ id: row.id, digest: update }]);
    changed += 1;
  }
  return changed;
}
