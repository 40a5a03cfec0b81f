import { sql, type ExpressionBuilder } from "kysely";
import { statesThat, type Lease } from "#core/outbox/job.ts";
import type { DigestOrder } from "#core/outbox/outbox.ts";
import type { Payload } from "#core/outbox/payload.ts";
import type { Database } from "#stores/sql/database.ts";
import type { Tables } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./database-time.ts";
import { placeText } from "./job-row.ts";

const MAY_SEND = statesThat(({ maySend }) => maySend === true);

/**
 * The last step before the platform is called. All that must still hold is checked in the statement that saves the
 * payload. Its locks keep the desk and the digest from changing until then: a later change is a correction of what was
 * sent.
 */
export async function aboutToSend(
  database: Database,
  time: DatabaseTime,
  { job }: Lease,
  payload: Payload | undefined,
  ms: number,
  order?: DigestOrder,
): Promise<"saved" | "lost" | "outdated"> {
  const share = database.engine.name === "postgres";
  const composed = job.state === "leased" && payload !== undefined && payload.desk > 0 ? payload : undefined;
  const ours = (e: ExpressionBuilder<Tables, "job">) =>
    e.and([e("key", "=", job.key), e("fence", "=", job.fence), e("state", "in", MAY_SEND)]);
  const stands = (
    e: ExpressionBuilder<Tables, "job">,
    table: "desk" | "digest",
    id: number | string,
    version: number,
  ) =>
    e.exists(
      e
        .selectFrom(table)
        .where("id", "=", id)
        .where("version", "=", version)
        .select("version")
        .$if(share, (q) => q.forShare()),
    );
  const { numUpdatedRows } = await database.statement((db) =>
    db
      .updateTable("job")
      .set({
        state: "sending",
        payload: payload === undefined ? null : JSON.stringify(payload),
        sending_at: time.now,
        first_at: sql<string>`coalesce(first_at, ${time.now})`,
        run_at: time.in(ms),
        ...(order === undefined ? {} : { target: placeText(order.target) }),
      })
      .where((e) =>
        e.and([
          ours(e),
          ...(composed === undefined ? [] : [stands(e, "desk", composed.desk, composed.version)]),
          ...(order === undefined ? [] : [stands(e, "digest", job.id, order.version)]),
        ]),
      )
      .executeTakeFirst(),
  );
  if (numUpdatedRows > 0n) return "saved";
  const mine = await database.read((db) => db.selectFrom("job").where(ours).select("key").executeTakeFirst());
  return mine === undefined ? "lost" : "outdated";
}
