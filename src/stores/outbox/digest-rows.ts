import { sql } from "kysely";
import { z } from "zod";
import { readRule, ruleText } from "#core/digest/rule.ts";
import type { NewSubscription, SubscriptionChange } from "#core/digest/store.ts";
import { readSince, readWants, sinceText, wantsText } from "#core/digest/subscription.ts";
import type { Target } from "#core/outbox/errand.ts";
import type { PlacedDigest } from "#core/outbox/placed-digest.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { Database } from "#stores/sql/database.ts";
import { stored } from "#stores/sql/schema.ts";
import { errandColumns } from "./errand-row.ts";
import type { DigestKept } from "#stores/sql/outbox-tables.ts";
import type { DatabaseTime } from "./time.ts";

const BY = z.enum(["person", "failing", "left"]);

export function digestOf(row: DigestKept): PlacedDigest {
  const { id, platform, place, channel, thread, owner, version } = row;
  return {
    id,
    platform,
    place,
    channel,
    owner,
    version,
    rule: readRule(row.rule),
    wants: readWants(row.wants),
    since: readSince(row.since),
    ...(thread === null ? {} : { thread }),
    ...(row.paused_by === null ? {} : { paused: { by: BY.parse(row.paused_by), why: row.paused_why ?? "" } }),
    ...(row.next === null ? {} : { next: Temporal.Instant.from(row.next) }),
    ...(row.last_slot === null
      ? {}
      : {
          last: {
            at: Temporal.Instant.from(row.last_slot),
            result: row.last_state ?? "",
            ...(row.last_why === null ? {} : { why: row.last_why }),
          },
        }),
  };
}

export function channelOf({ place, channel, thread }: Pick<PlacedDigest, "place" | "channel" | "thread">): Target {
  return { kind: "channel", place, channel, ...(thread === undefined ? {} : { thread }) };
}

export const digestWork = (id: string): string => `digest/${id}`;

export async function insertDigest(
  database: Database,
  time: DatabaseTime,
  place: DeskKey,
  digest: NewSubscription,
): Promise<void> {
  const { id, channel, thread = null, owner } = digest;
  await database.write(async (tx) => {
    await tx
      .insertInto("digest")
      .values({
        id,
        platform: place.platform,
        place: place.id,
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

export function readDigest(database: Database, id: string): Promise<PlacedDigest | undefined> {
  return database.read(async (db) => {
    const row = await db.selectFrom("digest").where("id", "=", id).selectAll().executeTakeFirst();
    return row === undefined ? undefined : digestOf(row);
  });
}

export function readDigests(database: Database, place: DeskKey): Promise<readonly PlacedDigest[]> {
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("digest")
      .where("platform", "=", place.platform)
      .where("place", "=", place.id)
      .orderBy("made")
      .orderBy("id")
      .selectAll()
      .execute();
    return rows.map(digestOf);
  });
}

export function changeDigest(
  database: Database,
  place: DeskKey,
  id: string,
  { owner, since, paused, next }: SubscriptionChange,
): Promise<boolean> {
  return database.write(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("digest")
      .set({
        ...(owner === undefined ? {} : { owner }),
        ...(since === undefined ? {} : { since: sinceText(since) }),
        ...(next === undefined ? {} : { next: next === null ? null : stored(next) }),
        ...(paused === undefined ? {} : { paused_by: paused?.by ?? null, paused_why: paused?.why ?? null }),
        ...(paused === undefined || paused === null ? {} : { next: null }),
        version: sql<number>`version + 1`,
      })
      .where("id", "=", id)
      .where("platform", "=", place.platform)
      .where("place", "=", place.id)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

export function deleteDigest(database: Database, place: DeskKey, id: string): Promise<boolean> {
  return database.write(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom("digest")
      .where("id", "=", id)
      .where("platform", "=", place.platform)
      .where("place", "=", place.id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

/** An errand at an instant that is on no plan: now. */
export function digestNow(database: Database, time: DatabaseTime, place: DeskKey, id: string): Promise<boolean> {
  return database.write(async (tx) => {
    const row = await tx
      .selectFrom("digest")
      .where("id", "=", id)
      .where("platform", "=", place.platform)
      .where("place", "=", place.id)
      .selectAll()
      .select(time.now.as("now"))
      .executeTakeFirst();
    if (row === undefined) return false;
    const { platform, now: slot } = row;
    const errand = { work: digestWork(id), slot, kind: "digest", platform, asked: true } as const;
    await tx
      .insertInto("errand")
      .values(errandColumns({ ...errand, target: channelOf(digestOf(row)) }, time.now))
      .onConflict((c) => c.columns(["work", "slot"]).doNothing())
      .execute();
    return true;
  });
}
