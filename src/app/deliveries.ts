import { setTimeout as sleep } from "node:timers/promises";
import type { Host } from "#core/chat/platform.ts";
import { StoreUnavailable, type Store } from "#core/desk/store.ts";
import type { Clock } from "#core/request/clock.ts";

/** The deliveries of a store as platforms use them: one that cannot be claimed in time counts as the first. */
export function deliveriesOf(store: Store, clock: Clock): Host["deliveries"] {
  return {
    run: (id, work) =>
      store.deliveries.run(id, clock.now(), (claim) =>
        work(async (patience) => {
          const first = claim().catch((error: unknown) => {
            if (error instanceof StoreUnavailable) return true;
            throw error;
          });
          return patience === undefined ? first : soonOr(first, patience);
        }),
      ),
  };
}

async function soonOr(first: Promise<boolean>, patience: number): Promise<boolean> {
  const over = new AbortController();
  const late = sleep(patience, true, { signal: over.signal }).catch(() => true);
  return Promise.race([first, late]).finally(() => over.abort());
}
