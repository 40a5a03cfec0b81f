import { setTimeout as sleep } from "node:timers/promises";
import type { Host } from "#core/chat/platform.ts";
import { StoreUnavailable, type Store } from "#core/desk/store.ts";
import type { Clock } from "#core/request/clock.ts";
import { NOBODY, type Watch } from "./watch.ts";

/** The deliveries of a store as platforms use them: one that cannot be claimed in time counts as the first. */
export function deliveriesOf(
  store: Store,
  clock: Clock,
  answered: Watch["answered"] = NOBODY.answered,
): Host["deliveries"] {
  return {
    async run({ platform, id }, work) {
      const begun = performance.now();
      const outcome = await store.deliveries.run(`${platform} ${id}`, clock.now(), (claim) =>
        work(async (patience) => {
          const first = claim().catch((error: unknown) => {
            if (error instanceof StoreUnavailable) return true;
            throw error;
          });
          return patience === undefined ? first : soonOr(first, patience);
        }),
      );
      answered(platform, outcome?.kind ?? "repeated", (performance.now() - begun) / 1000);
      return outcome;
    },
  };
}

async function soonOr(first: Promise<boolean>, patience: number): Promise<boolean> {
  const over = new AbortController();
  const late = sleep(patience, true, { signal: over.signal }).catch(() => true);
  return Promise.race([first, late]).finally(() => over.abort());
}
