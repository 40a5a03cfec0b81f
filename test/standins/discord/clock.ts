/** Time as the stand-in sees it, in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/**
 * The real clock, which a test can move forward: `clock.advance(16 * 60_000)` lets interaction tokens expire.
 * Timers stay real; code that waits for an age is told of each step.
 */
export class SteppingClock implements Clock {
  #ahead = 0;
  readonly #watchers = new Set<() => void>();

  now(): number {
    return Date.now() + this.#ahead;
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
    for (const watcher of this.#watchers) watcher();
  }

  watch(watcher: () => void): void {
    this.#watchers.add(watcher);
  }
}
