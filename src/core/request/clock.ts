/** The only source of time for the core: an instant, UTC. */
export interface Clock {
  now(): Temporal.Instant;
  /** Lets what else waits have its turn. Where it is absent, long work is done in one go. */
  giveWay?(): Promise<void>;
}
