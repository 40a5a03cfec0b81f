import type { NewSubscription } from "#core/digest/digest-store.ts";
import { EVERYTHING } from "#core/digest/subscription.ts";

/** Where the digests of these tests are. */
export const HERE = { platform: "standin", id: "p1" };

export const T0 = Temporal.Instant.from("2026-11-23T09:00:00Z");

/** A digest of everything, every day at nine, whose first instant is `next`. */
export function order(id: string, next: Temporal.Instant, more: Partial<NewSubscription> = {}): NewSubscription {
  return {
    id,
    channel: `c-${id}`,
    owner: "owner",
    rule: { cron: "0 9 * * *", timezone: "UTC" },
    wants: { topics: EVERYTHING, quiet: false, suggestions: false, language: "english" },
    since: { own: 0, library: 0, mark: "" },
    next,
    ...more,
  };
}

/** Rules of these tests: an instant that is nearly now, and the next one far off. */
export async function due(now: Promise<Temporal.Instant>): Promise<Temporal.Instant> {
  return (await now).subtract({ milliseconds: 10 });
}

/** Waits for something that the scheduler brings about; a test's own time-out ends what never comes. */
export async function until(come: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await come())) await new Promise((resolve) => void setTimeout(resolve, 10));
}
