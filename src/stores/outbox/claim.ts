import { sql } from "kysely";
import type { Claim, Frozen } from "#core/outbox/errand.ts";
import type { Order } from "#core/outbox/outbox.ts";
import type { Database } from "#stores/sql/database.ts";
import { errandOf } from "./errand-row.ts";
import type { DatabaseTime } from "./time.ts";

const OPEN = ["due", "claimed", "sending", "unknown"];

/**
 * Claims what may be worked on: what is due, and what another left when its lease was over. What was being sent by then may have been sent,
 * so it is unknown from here on.
 */
export function claimErrands(
  database: Database,
  time: DatabaseTime,
  platform: string,
  most: number,
  lease: number,
): Promise<readonly Claim[]> {
  return database.write(async (tx) => {
    const keys = await tx
      .selectFrom("errand")
      .where("platform", "=", platform)
      .where("wake", "<=", time.now)
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom("errand as before")
              .whereRef("before.work", "=", "errand.work")
              .whereRef("before.slot", "<", "errand.slot")
              .where("before.state", "in", OPEN)
              .select("before.slot"),
          ),
        ),
      )
      .orderBy("wake")
      .limit(most)
      .select("key")
      .$if(database.engine.name === "postgres", (q) => q.forUpdate().skipLocked())
      .execute();
    if (keys.length === 0) return [];
    const rows = await tx
      .updateTable("errand")
      .set({
        fence: sql<number>`fence + 1`,
        wake: time.in(lease),
        rounds: sql<number>`case state when 'sending' then rounds + 1 else rounds end`,
        state: sql<string>`case state when 'due' then 'claimed' when 'sending' then 'unknown' else state end`,
      })
      .where(
        "key",
        "in",
        keys.map((k) => k.key),
      )
      .returningAll()
      .returning(time.now.as("now"))
      .execute();
    return rows.map((row) => ({ errand: errandOf(row), now: Temporal.Instant.from(row.now) }));
  });
}

export async function putErrandsBack(
  database: Database,
  time: DatabaseTime,
  claims: readonly { readonly claim: Claim; readonly after: number }[],
): Promise<void> {
  if (claims.length === 0) return;
  await database.write(async (tx) => {
    for (const { claim, after } of claims) {
      await tx
        .updateTable("errand")
        .set({ state: "due", wake: time.in(after) })
        .where("key", "=", claim.errand.key)
        .where("fence", "=", claim.errand.fence)
        .where("state", "=", "claimed")
        .execute();
    }
  });
}

/** The last step before the platform is asked: everything that must still hold is checked in the transaction that says so. */
export function aboutToSend(
  database: Database,
  time: DatabaseTime,
  claim: Claim,
  frozen: Frozen,
  lease: number,
  order?: Order,
): Promise<"kept" | "lost" | "moved"> {
  const { work, slot, fence } = claim.errand;
  const share = database.engine.name === "postgres";
  return database.write(async (tx) => {
    if (frozen.desk > 0) {
      // The lock holds off a change of the desk until this is committed: what comes after it is a correction of what was sent.
      const desk = await tx
        .selectFrom("desk")
        .where("id", "=", frozen.desk)
        .select("version")
        .$if(share, (q) => q.forShare())
        .executeTakeFirst();
      if (desk !== undefined && desk.version !== frozen.version) return "moved";
    }
    if (order !== undefined) {
      const digest = await tx
        .selectFrom("digest")
        .where("id", "=", work.slice(work.indexOf("/") + 1))
        .select("version")
        .$if(share, (q) => q.forShare())
        .executeTakeFirst();
      if (digest?.version !== order.version) return "moved";
    }
    const { numUpdatedRows } = await tx
      .updateTable("errand")
      .set({
        state: "sending",
        payload: JSON.stringify(frozen),
        sending_at: time.now,
        first_at: sql<string>`coalesce(first_at, ${time.now})`,
        wake: time.in(lease),
        ...(order === undefined ? {} : { target: JSON.stringify(order.target) }),
      })
      .where("work", "=", work)
      .where("slot", "=", slot)
      .where("fence", "=", fence)
      .where("state", "in", ["claimed", "unknown"])
      .executeTakeFirst();
    return numUpdatedRows > 0n ? "kept" : "lost";
  });
}
