import { readSince, sinceText, type Since } from "#core/digest/subscription.ts";
import type { Follower, FollowerKey } from "#core/outbox/follower.ts";
import type { Database } from "#stores/sql/database.ts";
import { errandColumns } from "./errand-row.ts";
import type { DatabaseTime } from "./time.ts";

const columnsOf = ({ platform, place, user }: FollowerKey) => ({ platform, place, person: user });

export function addFollow(
  database: Database,
  time: DatabaseTime,
  key: FollowerKey,
  topic: string,
  since: Since,
): Promise<boolean> {
  return database.write(async (tx) => {
    await tx
      .insertInto("follower")
      .values({ ...columnsOf(key), since: sinceText(since), due: null, told: null })
      .onConflict((c) => c.columns(["platform", "place", "person"]).doNothing())
      .execute();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("follow")
      .values({ ...columnsOf(key), topic, made: time.now })
      .onConflict((c) => c.columns(["platform", "place", "person", "topic"]).doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  });
}

export function dropFollow(database: Database, key: FollowerKey, topic?: string): Promise<number> {
  const { platform, place, person } = columnsOf(key);
  return database.write(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom("follow")
      .where("platform", "=", platform)
      .where("place", "=", place)
      .where("person", "=", person)
      .$if(topic !== undefined, (q) => q.where("topic", "=", topic ?? ""))
      .executeTakeFirst();
    await tx
      .deleteFrom("follower")
      .where("platform", "=", platform)
      .where("place", "=", place)
      .where("person", "=", person)
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom("follow")
              .where("platform", "=", platform)
              .where("place", "=", place)
              .where("person", "=", person)
              .select("topic"),
          ),
        ),
      )
      .execute();
    return Number(numDeletedRows);
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
      .select(["topic", "since"])
      .execute();
    const [first] = rows;
    return first === undefined
      ? undefined
      : { ...key, since: readSince(first.since), topics: rows.map((r) => r.topic) };
  });
}

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
      .selectAll()
      .$if(database.engine.name === "postgres", (q) => q.forUpdate().skipLocked())
      .execute();
    for (const { platform, place, person, due } of rows) {
      const errand = {
        work: `follow/${JSON.stringify([platform, place, person])}`,
        slot: due ?? "",
        kind: "follow",
        platform,
        target: { kind: "person", place, user: person },
      } as const;
      await tx
        .insertInto("errand")
        .values(errandColumns(errand, time.now))
        .onConflict((c) => c.columns(["work", "slot"]).doNothing())
        .execute();
      await tx
        .updateTable("follower")
        .set({ due: null, told: time.now })
        .where("platform", "=", platform)
        .where("place", "=", place)
        .where("person", "=", person)
        .execute();
    }
    return rows.length;
  });
}
