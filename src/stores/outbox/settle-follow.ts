import type { Transaction } from "kysely";
import type { FollowerKey } from "#core/outbox/follower.ts";
import { sinceText, type Since } from "#core/digest/subscription.ts";
import type { Errand, Outcome } from "#core/outbox/errand.ts";
import type { Tables } from "#stores/sql/schema.ts";
import type { DatabaseTime } from "./time.ts";

/** What an errand's end means to a follower. One who cannot be written to follows nothing any more. */
export async function settleFollow(
  tx: Transaction<Tables>,
  time: DatabaseTime,
  errand: Errand,
  outcome: Outcome,
): Promise<void> {
  if (errand.target.kind !== "person") throw new TypeError(`${errand.work} is not to a person`);
  const { place, user } = errand.target;
  const key = { platform: errand.platform, place, user };
  const change = ofFollower(tx.updateTable("follower"), key);
  switch (outcome.kind) {
    case "sent":
    case "attention":
      await change.set({ told: time.now, ...sinceOf(errand.payload?.upTo) }).execute();
      return;
    case "empty":
      if (outcome.upTo !== undefined) await change.set({ since: sinceText(outcome.upTo) }).execute();
      return;
    case "failed":
      await ofFollower(tx.deleteFrom("follow"), key).execute();
      await ofFollower(tx.deleteFrom("follower"), key).execute();
      return;
    case "skipped":
    case "again":
    case "unknown":
      return;
  }
}

interface Wherable<Q> {
  where(column: "platform" | "place" | "person", is: "=", value: string): Q;
}

function ofFollower<Q extends Wherable<Q>>(query: Q, { platform, place, user }: FollowerKey): Q {
  return query.where("platform", "=", platform).where("place", "=", place).where("person", "=", user);
}

function sinceOf(upTo: Since | undefined): { readonly since?: string } {
  return upTo === undefined ? {} : { since: sinceText(upTo) };
}
