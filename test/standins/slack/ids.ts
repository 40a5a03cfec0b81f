import type { Clock } from "./clock.ts";

/** Hands out Slack-shaped identifiers, in order and never twice. */
export class Ids {
  readonly #clock: Clock;
  #count = 0;
  #lastMicros = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `next("U")` → `U0000000A1`. */
  next(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count.toString(36).toUpperCase().padStart(9, "0")}`;
  }

  /** A message timestamp: seconds and microseconds, unique and rising, as Slack promises per channel. */
  ts(): string {
    this.#lastMicros = Math.max(this.#clock.now() * 1000, this.#lastMicros + 1);
    const seconds = Math.floor(this.#lastMicros / 1_000_000);
    return `${seconds}.${String(this.#lastMicros % 1_000_000).padStart(6, "0")}`;
  }
}
