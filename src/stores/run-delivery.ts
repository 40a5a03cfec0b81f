import { DeliveredBefore } from "#core/desk/store.ts";
import type { Database } from "./sql/database.ts";
import { workFor } from "./sql/delivery.ts";

export function runDelivery<T>(
  database: Database,
  id: string,
  at: Temporal.Instant,
  work: (reserve: () => Promise<boolean>) => Promise<T>,
): Promise<T> {
  return workFor(database.engine, id, at, (delivery) =>
    work(async () => {
      if (delivery.reserved) return true;
      try {
        // The write reserves it; nothing else is to be written.
        await database.write(async () => {});
        return true;
      } catch (error) {
        if (error instanceof DeliveredBefore) return false;
        throw error;
      }
    }),
  );
}
