import { sql, type Transaction, type UpdateObject } from "kysely";
import { z } from "zod";
import { readRule, ruleText } from "#core/digest/rule.ts";
import type { NewSubscription, SubscriptionChange } from "#core/digest/digest-store.ts";
import { readSince, readWants, sinceText, wantsText } from "#core/digest/subscription.ts";
import { requestedDigest } from "#core/outbox/due-digest.ts";
import type { DigestUpdate, WorkspaceDigest } from "#core/outbox/workspace-digest.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { defined } from "#core/text/defined.ts";
import type { Database } from "#stores/sql/database.ts";
import type { DigestRow } from "#stores/sql/outbox-tables.ts";
import { stored, type Tables } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./database-time.ts";
import { insertJob } from "./job-row.ts";

const BY = z.enum(["person", "failing", "left"]);

export function digestOf(row: DigestRow): WorkspaceDigest {
  const { id, platform, place, channel, thread, owner, version, missed } = row;
  return {
    id,
    platform,
    workspace: place,
    channel,
    owner,
    version,
    missed,
    rule: readRule(row.rule),
    wants: readWants(row.wants),
    since: readSince(row.since),
    ...(thread === null ? {} : { thread }),
    ...(row.paused_by === null ? {} : { paused: { by: BY.parse(row.paused_by), why: row.paused_why ?? "" } }),
    ...(row.next === null ? {} : { next: Temporal.Instant.from(row.next) }),
    ...(row.last_at === null
      ? {}
      : {
          last: {
            at: Temporal.Instant.from(row.last_at),
            result: row.last_state ?? "",
            ...(row.last_why === null ? {} : { why: row.last_why }),
          },
        }),
  };
}

export async function insertDigest(
  database: Database,
  time: DatabaseTime,
  workspace: DeskKey,
  digest: NewSubscription,
): Promise<void> {
  const { id, channel, thread = null, owner } = digest;
  await database.write(async (tx) => {
    await tx
      .insertInto("digest")
      .values({
        id,
        platform: workspace.platform,
        place: workspace.id,
        channel,
        thread,
        owner,
        rule: ruleText(digest.rule),
        wants: wantsText(digest.wants),
        since: sinceText(digest.since),
        next: stored(digest.next),
        version: 1,
        missed: 0,
        made: time.now,
      })
      .execute();
  });
}

export function readDigest(database: Database, id: string): Promise<WorkspaceDigest | undefined> {
  return database.read(async (db) => {
    const row = await db.selectFrom("digest").where("id", "=", id).selectAll().executeTakeFirst();
    return row === undefined ? undefined : digestOf(row);
  });
}

export function readDigests(database: Database, workspace: DeskKey): Promise<readonly WorkspaceDigest[]> {
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("digest")
      .where("platform", "=", workspace.platform)
      .where("place", "=", workspace.id)
      .orderBy("made")
      .orderBy("id")
      .selectAll()
      .execute();
    return rows.map(digestOf);
  });
}

/** A person's change of a digest. It always raises the version. */
export function changeDigest(
  database: Database,
  workspace: DeskKey,
  id: string,
  { owner, channel, thread, rule, wants, ...update }: SubscriptionChange,
): Promise<boolean> {
  return database.write(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("digest")
      .set({
        ...columnsOf(update),
        ...defined({ owner, channel, thread }),
        ...(rule === undefined ? {} : { rule: ruleText(rule) }),
        ...(wants === undefined ? {} : { wants: wantsText(wants) }),
        version: RAISED,
      })
      .where("id", "=", id)
      .where("platform", "=", workspace.platform)
      .where("place", "=", workspace.id)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

/** Writes what follows from plans, or from the ends of jobs. Of one instant, most digests have it in common. */
export async function updateDigests(
  tx: Transaction<Tables>,
  updates: readonly { readonly id: string; readonly digest: DigestUpdate }[],
): Promise<void> {
  for (const alike of Map.groupBy(updates, ({ digest }) => JSON.stringify(digest)).values()) {
    const digest: DigestUpdate = alike[0]?.digest ?? {};
    const ids = alike.map(({ id }) => id);
    await tx
      .updateTable("digest")
      .set({ ...columnsOf(digest), ...(digest.paused === undefined ? {} : { version: RAISED }) })
      .where("id", "in", ids)
      .execute();
  }
}

const RAISED = sql<number>`version + 1`;

function columnsOf({ since, paused, next, last, missed }: DigestUpdate): UpdateObject<Tables, "digest"> {
  const then = paused === undefined || paused === null ? next : null;
  return {
    ...(since === undefined ? {} : { since: sinceText(since) }),
    ...(paused === undefined ? {} : { paused_by: paused?.by ?? null, paused_why: paused?.why ?? null }),
    ...(then === undefined ? {} : { next: then === null ? null : stored(then) }),
    ...(last === undefined ? {} : { last_at: stored(last.at), last_state: last.result, last_why: last.why ?? null }),
    ...(missed === undefined ? {} : { missed }),
  };
}

export function deleteDigest(database: Database, workspace: DeskKey, id: string): Promise<boolean> {
  return database.write(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom("digest")
      .where("id", "=", id)
      .where("platform", "=", workspace.platform)
      .where("place", "=", workspace.id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

/** Adds a job besides the digest's instants, due now. */
export function postDigestNow(
  database: Database,
  time: DatabaseTime,
  workspace: DeskKey,
  id: string,
): Promise<boolean> {
  return database.write(async (tx) => {
    const row = await tx
      .selectFrom("digest")
      .where("id", "=", id)
      .where("platform", "=", workspace.platform)
      .where("place", "=", workspace.id)
      .selectAll()
      .select(time.now.as("now"))
      .executeTakeFirst();
    if (row === undefined) return false;
    await insertJob(tx, requestedDigest(digestOf(row), Temporal.Instant.from(row.now)), time.now);
    return true;
  });
}
