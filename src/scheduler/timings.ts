/** How long the scheduler waits for what, in milliseconds. Tests run it faster. */
export interface Timings {
  /** How long a claim holds without a word; longer than a call to a platform may take. */
  readonly lease: number;
  /** After which a platform that does not answer may have done it or not. */
  readonly call: number;
  /** How long after a lost answer the platform is looked at, doubled each time it cannot be. */
  readonly doubt: number;
  /** Doubts after which a person must look. */
  readonly rounds: number;
  /** How long after a doubt was settled it is looked at once more, for a message that came late. */
  readonly look: number;
  /** A digest this late is not posted any more. */
  readonly late: number;
  /** The longest that it sleeps: others may have put something in the outbox. */
  readonly idle: number;
}

export const TIMINGS: Timings = {
  lease: 60_000,
  call: 15_000,
  doubt: 30_000,
  rounds: 6,
  look: 120_000,
  late: 24 * 3_600_000,
  idle: 5000,
};
