import { sql } from "kysely";
import { statesThat, type Lease } from "#core/outbox/job.ts";
import type { DigestOrder } from "#core/outbox/outbox.ts";
import type { Payload } from "#core/outbox/payload.ts";
import type { Database } from "#stores/sql/database.ts";
import type { DatabaseTime } from "./database-time.ts";
import { placeText } from "./job-row.ts";

const MAY_SEND = statesThat(({ maySend }) => maySend === true);

/**
 * The last step before the platform is called. All that must still hold is checked in the transaction that saves the
 * payload.
 */
export function aboutToSend(
  database: Database,
  time: DatabaseTime,
  { job }: Lease,
  payload: Payload | undefined,
  ms: number,
  order?: DigestOrder,
): Promise<"saved" | "lost" | "outdated"> {
  const share = database.engine.name === "postgres";
  return database.write(async (tx) => {
    if (job.state === "leased" && payload !== undefined && payload.desk > 0) {
      // The lock keeps the desk from changing until this is committed: a later change is a correction of what was sent.
      const desk = await tx
        .selectFrom("desk")
        .where("id", "=", payload.desk)
        .select("version")
        .$if(share, (q) => q.forShare())
        .executeTakeFirst();
      if (desk !== undefined && desk.version !== payload.version) return "outdated";
    }
    if (order !== undefined) {
      const digest = await tx
        .selectFrom("digest")
        .where("id", "=", job.id)
        .select("version")
        .$if(share, (q) => q.forShare())
        .executeTakeFirst();
      if (digest?.version !== order.version) return "outdated";
    }
    const { numUpdatedRows } = await tx
      .updateTable("job")
      .set({
        state: "sending",
        payload: payload === undefined ? null : JSON.stringify(payload),
        sending_at: time.now,
        first_at: sql<string>`coalesce(first_at, ${time.now})`,
        run_at: time.in(ms),
        ...(order === undefined ? {} : { target: placeText(order.target) }),
      })
      .where("key", "=", job.key)
      .where("fence", "=", job.fence)
      .where("state", "in", MAY_SEND)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? "saved" : "lost";
  });
}
