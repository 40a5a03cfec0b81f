import type { Snapshot } from "#core/desk/desk.ts";
import type { Outbox } from "#core/outbox/outbox.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { Composer } from "./composer.ts";
import type { Timings } from "./timings.ts";

/** A desk as it stands, and its number in the store. */
export interface DeskNow {
  readonly desk: number;
  readonly snapshot: Snapshot;
}

/** All that the scheduler works with. */
export interface SchedulerDeps {
  readonly outbox: Outbox;
  readonly composer: Composer;
  readonly timings: Timings;
  /** Milliseconds that only ever grow, whatever is done to the clock. */
  readonly monotonic: () => number;
  /** The desk of a place, or by its number. */
  deskNow(of: DeskKey | number): Promise<DeskNow>;
  /** The library's desk: its number and its last revision's. */
  library(): Promise<{ readonly desk: number; readonly version: number }>;
  /** Notes a defect and returns its code. */
  incident(defect: unknown): string;
}
