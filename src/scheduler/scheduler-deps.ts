import type { Snapshot, WholeSnapshot } from "#core/desk/desk.ts";
import type { Outbox } from "#core/outbox/outbox.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { Notify } from "#core/outbox/webhook.ts";
import type { Composer } from "./composer.ts";
import type { Timings } from "./timings.ts";

/** A desk's snapshot, and its number in the store. */
export interface DeskNow<S extends Snapshot = Snapshot> {
  readonly desk: number;
  readonly snapshot: S;
}

/** Everything the scheduler needs. */
export interface SchedulerDeps {
  readonly outbox: Outbox;
  readonly composer: Composer;
  readonly timings: Timings;
  /** A clock in milliseconds that never goes back, whatever is done to the time of day. */
  readonly monotonic: () => number;
  /** What tells webhooks; absent where none are told. */
  readonly webhooks?: { readonly notify: Notify };
  /** The desk of a workspace, or by its number. */
  deskNow(of: DeskKey | number): Promise<DeskNow>;
  /** The keys that lead to a desk, by its number. */
  keys(desk: number): Promise<readonly DeskKey[]>;
  /** The same with its history: digests compare two moments of it. */
  deskWhole(of: DeskKey | number): Promise<DeskNow<WholeSnapshot>>;
  /** Numbers of the library's desk and of its last revision. */
  library(): Promise<{ readonly desk: number; readonly version: number }>;
  /** Logs a defect and returns its code. */
  incident(defect: unknown): string;
}
