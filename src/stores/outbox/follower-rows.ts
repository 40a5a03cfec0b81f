import { sql, type Transaction } from "kysely";
import { readSince, sinceText, type Since } from "#core/digest/subscription.ts";
import { followJob, tellAt, type Follower, type FollowerKey, type FollowerUpdate } from "#core/outbox/follower.ts";
import { defined } from "#core/text/defined.ts";
import { tongueKept, type Tongue } from "#core/messages/tongue.ts";
import type { Database } from "#stores/sql/database.ts";
import type { Engine } from "#stores/sql/engine.ts";
import { stored, type Tables } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./database-time.ts";
import { insertJob } from "./job-row.ts";

const columnsOf = ({ platform, workspace, user }: FollowerKey) => ({ platform, place: workspace, person: user });

interface Filtered<Q> {
  where(column: "platform" | "place" | "person", is: "=", value: string): Q;
}

function ofFollower<Q extends Filtered<Q>>(query: Q, { platform, workspace, user }: FollowerKey): Q {
  return query.where("platform", "=", platform).where("place", "=", workspace).where("person", "=", user);
}

export function addFollow(
  database: Database,
  time: DatabaseTime,
  key: FollowerKey,
  topic: string,
  since: Since,
  tongue?: Tongue,
): Promise<boolean> {
  return database.write(async (tx) => {
    await tx
      .insertInto("follower")
      .values({
        ...columnsOf(key),
        since: sinceText(since),
        due: null,
        told: null,
        trouble: null,
        tongue: tongue ?? null,
      })
      .onConflict((c) => c.columns(["platform", "place", "person"]).doUpdateSet({ tongue: tongue ?? null }))
      .execute();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("follow")
      .values({ ...columnsOf(key), topic, made: time.now })
      .onConflict((c) => c.columns(["platform", "place", "person", "topic"]).doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  });
}

/** Ends one follow, or all of them. Nothing is kept of a person who no longer follows anything. */
export function dropFollow(database: Database, key: FollowerKey, topic?: string): Promise<number> {
  return database.write(async (tx) => {
    const { numDeletedRows } = await ofFollower(tx.deleteFrom("follow"), key)
      .$if(topic !== undefined, (q) => q.where("topic", "=", topic ?? ""))
      .executeTakeFirst();
    const left = await ofFollower(tx.selectFrom("follow"), key).select("topic").limit(1).executeTakeFirst();
    if (left === undefined) await ofFollower(tx.deleteFrom("follower"), key).execute();
    return Number(numDeletedRows);
  });
}

export async function removeFollower(tx: Transaction<Tables>, key: FollowerKey): Promise<void> {
  await ofFollower(tx.deleteFrom("follow"), key).execute();
  await ofFollower(tx.deleteFrom("follower"), key).execute();
}

export async function updateFollower(
  tx: Transaction<Tables>,
  key: FollowerKey,
  { since, told, trouble }: FollowerUpdate,
): Promise<void> {
  if (since === undefined && told === undefined && trouble === undefined) return;
  await ofFollower(tx.updateTable("follower"), key)
    .set({
      ...(since === undefined ? {} : { since: sinceText(since) }),
      ...(told === undefined ? {} : { told: stored(told) }),
      ...(trouble === undefined ? {} : { trouble }),
    })
    .execute();
}

export function readTrouble(database: Database, key: FollowerKey): Promise<string | undefined> {
  return database.read(async (db) => {
    const row = await ofFollower(db.selectFrom("follower"), key).select("trouble").executeTakeFirst();
    return row?.trouble ?? undefined;
  });
}

/** Sends to a follower again, from where they were last told. */
export function clearTrouble(database: Database, time: DatabaseTime, key: FollowerKey): Promise<void> {
  return database.write(async (tx) => {
    await ofFollower(tx.updateTable("follower"), key)
      .where("trouble", "is not", null)
      .set({ trouble: null, due: time.now })
      .execute();
  });
}

export function readFollower(database: Database, key: FollowerKey): Promise<Follower | undefined> {
  const { platform, place, person } = columnsOf(key);
  return database.read(async (db) => {
    const rows = await db
      .selectFrom("follower")
      .innerJoin("follow", (on) =>
        on
          .onRef("follow.platform", "=", "follower.platform")
          .onRef("follow.place", "=", "follower.place")
          .onRef("follow.person", "=", "follower.person"),
      )
      .where("follower.platform", "=", platform)
      .where("follower.place", "=", place)
      .where("follower.person", "=", person)
      .orderBy("follow.made")
      .orderBy("topic")
      .select(["topic", "since", "follower.tongue"])
      .execute();
    const [first] = rows;
    return first === undefined
      ? undefined
      : {
          ...key,
          since: readSince(first.since),
          topics: rows.map((r) => r.topic),
          ...defined({ tongue: tongueKept(first.tongue) }),
        };
  });
}

/** Adds a job for each follower whose time has come. Followers that another process is planning are passed over. */
export function planFollowers(
  database: Database,
  time: DatabaseTime,
  platforms: readonly string[],
  most: number,
): Promise<number> {
  if (platforms.length === 0) return Promise.resolve(0);
  return database.write(async (tx) => {
    const rows = await tx
      .selectFrom("follower")
      .where("due", "<=", time.now)
      .where("platform", "in", [...platforms])
      .orderBy("due")
      .limit(most)
      .select(["platform", "place", "person", sql<string>`due`.as("due")])
      .$if(database.engine.name === "postgres", (q) => q.forUpdate().skipLocked())
      .execute();
    for (const { platform, place, person, due } of rows) {
      const key = { platform, workspace: place, user: person };
      await insertJob(tx, followJob(key, Temporal.Instant.from(due)), time.now);
      await ofFollower(tx.updateTable("follower"), key).set({ due: null, told: time.now }).execute();
    }
    return rows.length;
  });
}

const PAGE = 500;

/**
 * Sets when each follower of a desk, or of every desk, hears of a change that was made now; but not of those who wait
 * already.
 */
export async function scheduleFollowers(
  tx: Transaction<Tables>,
  engine: Engine["name"],
  time: DatabaseTime,
  desk?: number,
): Promise<void> {
  for (;;) {
    const rows = await tx
      .selectFrom("follower")
      .where("due", "is", null)
      .where("trouble", "is", null)
      .$if(desk !== undefined, (q) =>
        q.where((e) =>
          e.exists(
            e
              .selectFrom("desk_key")
              .whereRef("desk_key.platform", "=", "follower.platform")
              .whereRef("desk_key.external", "=", "follower.place")
              .where("desk_key.desk", "=", desk ?? 0)
              .select("desk_key.desk"),
          ),
        ),
      )
      .limit(PAGE)
      .select(["platform", "place", "person", "told", time.now.as("now")])
      .$if(engine === "postgres", (q) => q.forUpdate())
      .execute();
    const [first] = rows;
    if (first === undefined) return;
    const now = Temporal.Instant.from(first.now);
    const byTime = Map.groupBy(rows, ({ told }) =>
      stored(tellAt(now, told === null ? undefined : Temporal.Instant.from(told))),
    );
    for (const [due, followers] of byTime) {
      const keys = followers.map((f) => sql`(${f.platform}, ${f.place}, ${f.person})`);
      await tx
        .updateTable("follower")
        .set({ due })
        .where(sql<boolean>`(platform, place, person) in (values ${sql.join(keys)})`)
        .execute();
    }
    if (rows.length < PAGE) return;
  }
}
