/** The only source of time for the core: an instant, UTC. */
export interface Clock {
  now(): Temporal.Instant;
}
