/** Time as the stand-in sees it, in milliseconds since 1970. Only ages are read from it; timers stay real. */
export interface Clock {
  now(): number;
}

/** The real clock, which a test can move forward: `clock.advance(31 * 60_000)` lets a response_url expire. */
export class SteppingClock implements Clock {
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}
