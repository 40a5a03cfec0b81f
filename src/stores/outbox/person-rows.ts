import type { Transaction } from "kysely";
import { readWants, wantsText } from "#core/digest/subscription.ts";
import type { Heir } from "#core/digest/digest-store.ts";
import { defined } from "#core/text/defined.ts";
import type { FollowerKey } from "#core/outbox/follower.ts";
import type { Database } from "#stores/sql/database.ts";
import type { Tables } from "#stores/sql/schema.ts";
import { removeFollower } from "./follower-rows.ts";
import { placeText } from "./job-row.ts";

type Reader = Pick<Transaction<Tables>, "selectFrom">;

/** How many rows are about a person of a workspace: follows, what they own, and messages to them. */
export function countOfPerson(database: Database, key: FollowerKey): Promise<number> {
  const { platform, workspace, user } = key;
  return database.read(async (db: Reader) => {
    const follows = await db
      .selectFrom("follow")
      .where("platform", "=", platform)
      .where("place", "=", workspace)
      .where("person", "=", user)
      .select("topic")
      .execute();
    const owned = await Promise.all(
      (["digest", "inbox", "webhook"] as const).map((table) =>
        db
          .selectFrom(table)
          .where("platform", "=", platform)
          .where("place", "=", workspace)
          .where("owner", "=", user)
          .select("owner")
          .execute(),
      ),
    );
    const jobs = await db
      .selectFrom("job")
      .where("platform", "=", platform)
      .where("target", "=", targetOf(key))
      .select("key")
      .execute();
    return follows.length + owned.flat().length + jobs.length;
  });
}

/** Takes a person out of all of these; `heir` owns what they owned. */
export function forgetPerson(database: Database, key: FollowerKey, heir: Heir): Promise<void> {
  return database.write((tx) => forgetIn(tx, key, heir));
}

/** The same within a transaction. */
export async function forgetIn(tx: Transaction<Tables>, key: FollowerKey, { id: owner, tongue }: Heir): Promise<void> {
  const { platform, workspace, user } = key;
  await removeFollower(tx, key);
  const own = { platform, place: workspace, owner: user };
  const digests = await tx
    .updateTable("digest")
    .set({ owner })
    .where((e) => e.and(own))
    .returning(["id", "wants"])
    .execute();
  for (const { id, wants } of digests) {
    const { owner: _, ...kept } = readWants(wants);
    await tx
      .updateTable("digest")
      .set({ wants: wantsText({ ...kept, ...defined({ owner: tongue }) }) })
      .where("id", "=", id)
      .execute();
  }
  await tx
    .updateTable("inbox")
    .set({ owner, owner_tongue: tongue ?? null })
    .where((e) => e.and(own))
    .execute();
  await tx
    .updateTable("webhook")
    .set({ owner, tongue: tongue ?? null })
    .where((e) => e.and(own))
    .execute();
  await tx.deleteFrom("job").where("platform", "=", platform).where("target", "=", targetOf(key)).execute();
}

function targetOf({ workspace, user }: FollowerKey): string {
  return placeText({ kind: "person", workspace, user });
}
