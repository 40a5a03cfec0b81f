import type { CallTimings } from "#core/outbox/outcome.ts";

/** How long the scheduler waits for what, in milliseconds. Tests run it faster. */
export interface Timings extends CallTimings {
  /** How long a lease lasts; longer than two calls to a platform. */
  readonly lease: number;
  /** A digest that is later than this is not posted any more. */
  readonly late: number;
  /** The longest sleep: another process may have added a job. */
  readonly idle: number;
}

export const TIMINGS: Timings = {
  lease: 60_000,
  call: 15_000,
  retryAfter: 30_000,
  maxAttempts: 6,
  recheck: 120_000,
  late: 24 * 3_600_000,
  idle: 5000,
};
