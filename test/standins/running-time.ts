import { readFileSync } from "node:fs";

/**
 * Milliseconds that this process was ready to run and had no core, since its start. Known on Linux (proc(5),
 * schedstat); 0 elsewhere.
 */
function starved(): number {
  try {
    const [, waited = 0] = readFileSync("/proc/self/schedstat", "utf8").split(" ").map(Number);
    return waited / 1e6;
  } catch {
    return 0;
  }
}

/**
 * Time that counts against an app which runs in this process, as a platform's deadline does: what the machine gave to
 * other processes is left out, so that an app is late by its own doing only.
 */
export class RunningTime {
  readonly #clock: { now(): number };
  readonly #from: number;
  readonly #starved = starved();

  constructor(clock: { now(): number }) {
    this.#clock = clock;
    this.#from = clock.now();
  }

  /** Milliseconds that counted so far. */
  get passed(): number {
    return this.#clock.now() - this.#from - (starved() - this.#starved);
  }
}

/** Calls `missed` once when so many milliseconds have counted, unless what it returns was called before. */
export function deadline(within: number, time: RunningTime, missed: () => void): () => void {
  let timer: NodeJS.Timeout;
  const look = (): void => {
    const left = within - time.passed;
    if (left <= 0) missed();
    else timer = setTimeout(look, Math.ceil(left)).unref();
  };
  timer = setTimeout(look, within).unref();
  return () => clearTimeout(timer);
}
