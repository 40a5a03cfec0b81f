import { sql, type Transaction } from "kysely";
import { sinceText, type Since } from "#core/digest/subscription.ts";
import type { Errand, Outcome } from "#core/outbox/errand.ts";
import { paragraph, reply, text } from "#core/reply/reply.ts";
import type { Tables } from "#stores/sql/schema.ts";
import { errandColumns } from "./errand-row.ts";
import type { DatabaseTime } from "./time.ts";

/** What an errand's end means to its digest: where the next one starts from, how many were missed, and a word to its owner. */
export async function settleDigest(
  tx: Transaction<Tables>,
  time: DatabaseTime,
  errand: Errand,
  outcome: Outcome,
): Promise<void> {
  const id = errand.work.slice("digest/".length);
  const change = tx.updateTable("digest").where("id", "=", id);
  const last = {
    last_slot: errand.slot,
    last_state: outcome.kind,
    last_why: "why" in outcome ? (outcome.why ?? null) : null,
  };
  switch (outcome.kind) {
    case "sent":
      await change.set({ ...last, ...sinceOf(errand.payload?.upTo) }).execute();
      return;
    case "empty":
      await change.set({ ...last, ...sinceOf(outcome.upTo) }).execute();
      return;
    case "skipped":
      await change.set({ ...last, missed: sql<number>`missed + ${errand.missed + 1}` }).execute();
      return;
    case "attention":
      // It may have been posted: what it said is not said a second time.
      await change.set({ ...last, ...sinceOf(errand.payload?.upTo) }).execute();
      await tellOwner(tx, time, errand, outcome.why);
      return;
    case "failed":
      await change
        .set((e) => ({
          ...last,
          paused_by: "failing",
          paused_why: outcome.why,
          next: null,
          missed: e("missed", "+", errand.missed + 1),
          version: e("version", "+", 1),
        }))
        .execute();
      await tellOwner(tx, time, errand, outcome.what);
      return;
    case "again":
    case "unknown":
      return;
  }
}

async function tellOwner(tx: Transaction<Tables>, time: DatabaseTime, errand: Errand, what: string): Promise<void> {
  const id = errand.work.slice("digest/".length);
  const digest = await tx.selectFrom("digest").where("id", "=", id).select(["owner", "place"]).executeTakeFirst();
  if (digest === undefined) return;
  const notice = {
    work: `notice/${errand.work}`,
    slot: errand.slot,
    kind: "notice",
    platform: errand.platform,
    target: { kind: "person", place: digest.place, user: digest.owner },
    payload: { reply: reply(what, [paragraph(text(what))]), desk: 0, version: 0 },
  } as const;
  await tx
    .insertInto("errand")
    .values(errandColumns(notice, time.now))
    .onConflict((c) => c.columns(["work", "slot"]).doNothing())
    .execute();
}

function sinceOf(upTo: Since | undefined): { readonly since?: string } {
  return upTo === undefined ? {} : { since: sinceText(upTo) };
}
