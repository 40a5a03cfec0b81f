import { sql, type Transaction, type UpdateObject } from "kysely";
import type { Claim, Errand, Outcome } from "#core/outbox/errand.ts";
import type { Database } from "#stores/sql/database.ts";
import type { Tables } from "#stores/sql/schema.ts";
import { settleDigest } from "./settle-digest.ts";
import { settleFollow } from "./settle-follow.ts";
import type { DatabaseTime } from "./time.ts";
import { rememberShown, rewriteShown } from "./trail.ts";

/** Writes how an errand ended, with all that follows from it, if the claim is still the last. */
export function settleErrand(database: Database, time: DatabaseTime, claim: Claim, outcome: Outcome): Promise<boolean> {
  const { work, slot, fence } = claim.errand;
  return database.write(async (tx) => {
    const row = await tx
      .updateTable("errand")
      .set(columns(time, outcome))
      .where("work", "=", work)
      .where("slot", "=", slot)
      .where("fence", "=", fence)
      .returning("payload")
      .executeTakeFirst();
    if (row === undefined) return false;
    const errand = claim.errand.state === "sent" ? undefined : claim.errand;
    if (errand !== undefined && outcome.kind !== "again" && outcome.kind !== "unknown") {
      await follow(tx, time, withPayload(errand, row.payload), outcome);
      await tx
        .updateTable("errand")
        .set({ payload: null })
        .where("work", "=", work)
        .where("slot", "=", slot)
        .where("state", "!=", "attention")
        .execute();
    }
    return true;
  });
}

function withPayload(errand: Errand, payload: string | null): Errand {
  return payload === null ? errand : { ...errand, payload: JSON.parse(payload) as NonNullable<Errand["payload"]> };
}

function columns(time: DatabaseTime, outcome: Outcome): UpdateObject<Tables, "errand"> {
  switch (outcome.kind) {
    case "sent":
      return {
        state: "sent",
        wake: outcome.look === undefined ? null : time.in(outcome.look),
        ...(outcome.posting === undefined ? {} : { posting: JSON.stringify(outcome.posting) }),
      };
    case "empty":
      return { state: "empty", wake: null };
    case "again":
      return {
        state: "due",
        wake: time.in(outcome.after),
        why: outcome.why ?? null,
        ...(outcome.instead === undefined ? {} : { target: JSON.stringify(outcome.instead) }),
      };
    case "unknown":
      return { state: "unknown", wake: time.in(outcome.after), rounds: sql<number>`rounds + 1` };
    case "skipped":
    case "failed":
    case "attention":
      return { state: outcome.kind, wake: null, why: outcome.why };
  }
}

type Over = Exclude<Outcome, { readonly kind: "again" | "unknown" }>;

async function follow(tx: Transaction<Tables>, time: DatabaseTime, errand: Errand, outcome: Over): Promise<void> {
  switch (errand.kind) {
    case "digest":
      await settleDigest(tx, time, errand, outcome);
      if (outcome.kind === "sent" && outcome.posting !== undefined && errand.payload !== undefined) {
        const { reply, desk } = errand.payload;
        await rememberShown(tx, desk, errand.platform, outcome.posting, reply.facts, reply);
      }
      return;
    case "follow":
      await settleFollow(tx, time, errand, outcome);
      return;
    case "correction":
      if (outcome.kind === "sent" && errand.payload !== undefined) {
        await rewriteShown(tx, Number(errand.work.slice("correction/".length)), errand.payload.reply);
      }
      return;
    case "notice":
      return;
  }
}
