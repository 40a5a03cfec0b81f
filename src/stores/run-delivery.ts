import { DeliveredBefore } from "#core/desk/store.ts";
import type { Database } from "./sql/database.ts";
import { workFor } from "./sql/delivery.ts";

export function runDelivery<T>(
  database: Database,
  id: string,
  at: Temporal.Instant,
  work: (claim: () => Promise<boolean>) => Promise<T>,
): Promise<T> {
  return workFor(database.engine, id, at, (delivery) =>
    work(async () => {
      if (delivery.claimed) return true;
      try {
        // The write claims it; nothing else is to be written.
        await database.write(async () => {});
        return true;
      } catch (error) {
        if (error instanceof DeliveredBefore) return false;
        throw error;
      }
    }),
  );
}
