/** Which parts of a work a process has. */
export interface Held {
  /** How many parts there are. */
  readonly of: number;
  /** Those that this process holds, from 0. */
  readonly parts: readonly number[];
  /** Those that another process holds and does. */
  readonly elsewhere: readonly number[];
}

/**
 * A work in equal parts that several processes share, such as the shards of a gateway. A part is held by one process,
 * on a lease of a few seconds; what a process that died held is free when its lease is over. `process` names one
 * process, `work` what is shared.
 */
export interface Shares {
  /**
   * Renews what the process holds, and takes what is free or offered, up to its even part. Offers what it has beyond
   * that. `of` counts the parts where nobody holds any.
   * @throws StoreUnavailable
   */
  hold(work: string, process: string, of: number): Promise<Held>;
  /** Says that the process does a part that it holds: who had it before may let go. @throws StoreUnavailable */
  begun(work: string, process: string, part: number): Promise<void>;
  /** The parts that other processes hold and do. @throws StoreUnavailable */
  elsewhere(work: string, process: string): Promise<readonly number[]>;
  /** Offers all that the process holds to the others; false where there are none. @throws StoreUnavailable */
  offer(work: string, process: string): Promise<boolean>;
  /** Gives back what the process still holds. @throws StoreUnavailable */
  letGo(work: string, process: string): Promise<void>;
}
