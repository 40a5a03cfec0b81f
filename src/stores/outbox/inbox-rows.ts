import { sql, type Transaction } from "kysely";
import type { DeskKey, Miss } from "#core/desk/store.ts";
import type { NewInbox } from "#core/digest/inbox.ts";
import { tongueKept } from "#core/messages/tongue.ts";
import { defined } from "#core/text/defined.ts";
import { missesJob, type WorkspaceInbox } from "#core/outbox/inbox-posts.ts";
import type { Database } from "#stores/sql/database.ts";
import { MISS_ROW, type Tables } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./database-time.ts";
import { insertJob } from "./job-row.ts";

const HOUR = 3_600_000;

interface InboxRow {
  readonly platform: string;
  readonly place: string;
  readonly channel: string;
  readonly owner: string;
  readonly trouble: string | null;
  readonly tongue: string | null;
  readonly owner_tongue: string | null;
}

function inboxOf({ platform, place, channel, owner, trouble, ...row }: InboxRow): WorkspaceInbox {
  const more = {
    trouble: trouble ?? undefined,
    tongue: tongueKept(row.tongue),
    ownerTongue: tongueKept(row.owner_tongue),
  };
  return { workspace: { platform, id: place }, channel, owner, ...defined(more) };
}

export async function readInbox(database: Database, workspace: DeskKey): Promise<WorkspaceInbox | undefined> {
  return database.read((db) => inboxIn(db, workspace));
}

/** The same within a transaction. */
export async function inboxIn(
  db: Pick<Transaction<Tables>, "selectFrom">,
  { platform, id }: DeskKey,
): Promise<WorkspaceInbox | undefined> {
  const row = await db
    .selectFrom("inbox")
    .where("platform", "=", platform)
    .where("place", "=", id)
    .selectAll()
    .executeTakeFirst();
  return row === undefined ? undefined : inboxOf(row);
}

export function writeInbox(
  database: Database,
  time: DatabaseTime,
  { platform, id }: DeskKey,
  inbox: NewInbox | undefined,
): Promise<void> {
  return database.write(async (tx) => {
    if (inbox === undefined) {
      await tx.deleteFrom("inbox").where("platform", "=", platform).where("place", "=", id).execute();
      return;
    }
    const { channel, owner } = inbox;
    const tongues = { tongue: inbox.tongue ?? null, owner_tongue: inbox.ownerTongue ?? null };
    const row = { channel, owner, trouble: null, ...tongues };
    await tx
      .insertInto("inbox")
      .values({ platform, place: id, since: time.now, ...row })
      .onConflict((c) => c.columns(["platform", "place"]).doUpdateSet(row))
      .execute();
  });
}

/** Notes what keeps Talks from posting to a workspace's inbox. */
export async function closeInbox(tx: Transaction<Tables>, { platform, id }: DeskKey, trouble: string): Promise<void> {
  await tx.updateTable("inbox").set({ trouble }).where("platform", "=", platform).where("place", "=", id).execute();
}

/** Nothing is known any more to keep Talks from posting to the inboxes of these workspaces. */
export async function openInboxes(
  tx: Transaction<Tables>,
  platform: string,
  workspaces: readonly string[],
): Promise<void> {
  await tx
    .updateTable("inbox")
    .set({ trouble: null })
    .where("platform", "=", platform)
    .where("place", "in", [...workspaces])
    .where("trouble", "is not", null)
    .execute();
}

export function inboxesOf(database: Database, desk: number): Promise<readonly WorkspaceInbox[]> {
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("inbox")
      .innerJoin("desk_key", (on) =>
        on.onRef("desk_key.platform", "=", "inbox.platform").onRef("desk_key.external", "=", "inbox.place"),
      )
      .where("desk_key.desk", "=", desk)
      .where("trouble", "is", null)
      .selectAll("inbox")
      .execute();
    return rows.map(inboxOf);
  });
}

/** Adds a job for each inbox whose desk was asked something new; those that another process plans are passed over. */
export function planMissesPosts(
  database: Database,
  time: DatabaseTime,
  platforms: readonly string[],
  most: number,
): Promise<number> {
  if (platforms.length === 0) return Promise.resolve(0);
  return database.write(async (tx) => {
    const rows = await tx
      .selectFrom("inbox")
      .where("platform", "in", [...platforms])
      .where("trouble", "is", null)
      .where("since", "<=", time.in(-HOUR))
      .where((e) =>
        e.exists(
          e
            .selectFrom("miss")
            .innerJoin("desk_key", "desk_key.desk", "miss.desk")
            .whereRef("desk_key.platform", "=", "inbox.platform")
            .whereRef("desk_key.external", "=", "inbox.place")
            .whereRef("miss.first", ">", "inbox.since")
            .select("miss.key"),
        ),
      )
      .limit(most)
      .selectAll()
      .select(time.now.as("now"))
      .$if(database.engine.name === "postgres", (q) => q.forUpdate().skipLocked())
      .execute();
    for (const row of rows) {
      await insertJob(tx, missesJob(inboxOf(row), row.since, row.now), time.now);
      await tx
        .updateTable("inbox")
        .set({ since: row.now })
        .where("platform", "=", row.platform)
        .where("place", "=", row.place)
        .execute();
    }
    return rows.length;
  });
}

export function readMissesBetween(
  database: Database,
  desk: number,
  after: string,
  until: string,
  most: number,
): Promise<readonly Miss[]> {
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("miss")
      .where("desk", "=", desk)
      .where("first", ">", after)
      .where("first", "<=", until)
      .orderBy("times", "desc")
      .orderBy(sql`first`)
      .limit(most)
      .selectAll()
      .execute();
    return rows.map((row) => MISS_ROW.parse(row));
  });
}
