import type { Transaction } from "kysely";
import type { NextInstant } from "#core/outbox/outbox.ts";
import type { PlacedDigest, Planned } from "#core/outbox/placed-digest.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { Database } from "#stores/sql/database.ts";
import { stored, type Tables } from "#stores/sql/schema.ts";
import { channelOf, digestOf, digestWork } from "./digest-rows.ts";
import { errandColumns } from "./errand-row.ts";
import type { DigestKept } from "#stores/sql/outbox-tables.ts";
import type { DatabaseTime } from "./time.ts";

/** Digests whose instant has come, each looked at by one process: what others look at is passed over. */
export function planDue(
  database: Database,
  time: DatabaseTime,
  platforms: readonly string[],
  most: number,
  plan: (digest: PlacedDigest, now: Temporal.Instant) => Planned,
): Promise<number> {
  if (platforms.length === 0) return Promise.resolve(0);
  return database.write(async (tx) => {
    const rows = await tx
      .selectFrom("digest")
      .where("next", "<=", time.now)
      .where("platform", "in", [...platforms])
      .orderBy("next")
      .limit(most)
      .selectAll()
      .select(time.now.as("now"))
      .$if(database.engine.name === "postgres", (q) => q.forUpdate().skipLocked())
      .execute();
    for (const row of rows) await planOne(tx, time, row, plan(digestOf(row), Temporal.Instant.from(row.now)));
    return rows.length;
  });
}

async function planOne(tx: Transaction<Tables>, time: DatabaseTime, row: DigestKept, planned: Planned): Promise<void> {
  const slot = stored(planned.slot);
  const errand = {
    work: digestWork(row.id),
    slot,
    kind: "digest",
    platform: row.platform,
    target: channelOf(digestOf(row)),
    missed: planned.missed + row.missed,
  } as const;
  const why = "too late: Talks was not running at its time";
  await tx
    .insertInto("errand")
    .values({ ...errandColumns(errand, time.now), ...(planned.late ? { state: "skipped", wake: null, why } : {}) })
    .onConflict((c) => c.columns(["work", "slot"]).doNothing())
    .execute();
  await tx
    .updateTable("digest")
    .set({
      next: planned.next === undefined ? null : stored(planned.next),
      missed: planned.late ? errand.missed + 1 : 0,
      ...(planned.late ? { last_slot: slot, last_state: "skipped", last_why: why } : {}),
    })
    .where("id", "=", row.id)
    .execute();
}

const PAGE = 500;

/** The next instants as they are now, page by page: all of them may be very many. */
export async function resetNextInstants(database: Database, time: DatabaseTime, next: NextInstant): Promise<number> {
  let changed = 0;
  for (let after = ""; ;) {
    const ids = await database.write(async (tx) => {
      const rows = await tx
        .selectFrom("digest")
        .where("id", ">", after)
        .where("next", ">", time.now)
        .orderBy("id")
        .limit(PAGE)
        .selectAll()
        .select(time.now.as("now"))
        .$if(database.engine.name === "postgres", (q) => q.forUpdate())
        .execute();
      for (const row of rows) {
        const at = next(digestOf(row), Temporal.Instant.from(row.now));
        const then = at === undefined ? null : stored(at);
        if (then === row.next) continue;
        await tx.updateTable("digest").set({ next: then }).where("id", "=", row.id).execute();
        changed += 1;
      }
      return rows.map((r) => r.id);
    });
    if (ids.length < PAGE) return changed;
    after = ids.at(-1) ?? after;
  }
}

export function leavePlace(database: Database, place: DeskKey, why: string): Promise<number> {
  return database.write(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable("digest")
      .set((e) => ({ paused_by: "left", paused_why: why, next: null, version: e("version", "+", 1) }))
      .where("platform", "=", place.platform)
      .where("place", "=", place.id)
      .where("paused_by", "is", null)
      .executeTakeFirst();
    await tx
      .updateTable("follower")
      .set({ due: null })
      .where("platform", "=", place.platform)
      .where("place", "=", place.id)
      .execute();
    return Number(numUpdatedRows);
  });
}

export function comeBackTo(database: Database, time: DatabaseTime, place: DeskKey, next: NextInstant): Promise<number> {
  return database.write(async (tx) => {
    const rows = await tx
      .selectFrom("digest")
      .where("platform", "=", place.platform)
      .where("place", "=", place.id)
      .where("paused_by", "=", "left")
      .selectAll()
      .select(time.now.as("now"))
      .execute();
    for (const row of rows) {
      const at = next(digestOf(row), Temporal.Instant.from(row.now));
      await tx
        .updateTable("digest")
        .set({
          paused_by: null,
          paused_why: null,
          next: at === undefined ? null : stored(at),
          version: row.version + 1,
        })
        .where("id", "=", row.id)
        .execute();
    }
    return rows.length;
  });
}
