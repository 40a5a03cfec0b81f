import { planDigest } from "#core/outbox/due-digest.ts";
import { nextAfter } from "#core/outbox/workspace-digest.ts";
import type { Database } from "#stores/sql/database.ts";
import { stored } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./database-time.ts";
import { digestOf, updateDigests } from "./digest-rows.ts";
import { insertJobs } from "./job-row.ts";

/** Plans the digests whose instant has come. Digests that another process is planning are passed over. */
export function planDigests(
  database: Database,
  time: DatabaseTime,
  platforms: readonly string[],
  most: number,
  late: number,
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
    const planned = rows.map((row) => ({
      id: row.id,
      ...planDigest(digestOf(row), Temporal.Instant.from(row.now), late),
    }));
    await insertJobs(
      tx,
      planned.map(({ job }) => job),
      time.now,
    );
    await updateDigests(tx, planned);
    return rows.length;
  });
}

const PAGE = 500;

/** Sets the next instant of every digest that waits for one, page by page, as there may be very many. */
export async function resetNextInstants(database: Database, time: DatabaseTime): Promise<number> {
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
        const next = nextAfter(digestOf(row), Temporal.Instant.from(row.now)) ?? null;
        if ((next === null ? null : stored(next)) === row.next) continue;
        await updateDigests(tx, [{ id: row.id, digest: { next } }]);
        changed += 1;
      }
      return rows.map((r) => r.id);
    });
    if (ids.length < PAGE) return changed;
    after = ids.at(-1) ?? after;
  }
}
