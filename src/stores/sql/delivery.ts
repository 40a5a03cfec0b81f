import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { DeliveredBefore } from "#core/desk/store.ts";
import type { Engine } from "./engine.ts";
import { stored, type Tables } from "./schema.ts";

/** A delivery that is being worked on, and whether a committed transaction has reserved it. */
export interface Delivery {
  readonly engine: Engine;
  readonly id: string;
  readonly holder: string;
  readonly at: string;
  reserved: boolean;
}

/**
 * The delivery that this code works for. It follows the work through every `await`, so that each change can
 * reserve it in its own transaction, whichever command makes it.
 */
const CURRENT = new AsyncLocalStorage<Delivery>();

export function workFor<T>(
  engine: Engine,
  id: string,
  at: Temporal.Instant,
  work: (delivery: Delivery) => Promise<T>,
): Promise<T> {
  const delivery = { engine, id, holder: randomUUID(), at: stored(at), reserved: false };
  return CURRENT.run(delivery, () => work(delivery));
}

/**
 * The delivery that a change over this database is to reserve; undefined where there is none, or an earlier change has.
 */
export function unreserved(engine: Engine): Delivery | undefined {
  const delivery = CURRENT.getStore();
  return delivery?.engine === engine && !delivery.reserved ? delivery : undefined;
}

/** Reserves a delivery as the first act of a transaction. @throws DeliveredBefore where another process holds it */
export async function reserveIn(tx: Transaction<Tables>, { id, holder, at }: Delivery): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("delivery")
    .values({ id, claim: holder, at })
    .onConflict((c) => c.column("id").doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return;
  // It may be our own, of a commit whose answer was lost.
  const held = await tx.selectFrom("delivery").where("id", "=", id).select("claim").executeTakeFirst();
  if (held?.claim !== holder) throw new DeliveredBefore(id);
}
