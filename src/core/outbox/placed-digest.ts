import type { Subscription } from "#core/digest/subscription.ts";

/** A digest as the scheduler sees it: with the place that it belongs to. */
export interface PlacedDigest extends Subscription {
  readonly platform: string;
  readonly place: string;
  /** Grows with every change, so that what was made ready before is not sent after. */
  readonly version: number;
}

/** What is to be done with a digest whose instant has come. `late`: its last instant is too long ago to be told. */
export interface Planned {
  readonly slot: Temporal.Instant;
  readonly missed: number;
  readonly next: Temporal.Instant | undefined;
  readonly late: boolean;
}
