/** What goes wrong with the next request that fits. */
export interface Fault {
  /** GET, POST …; any unless given. */
  readonly method?: string;
  /** Matched against the path after `/api/v10`; any unless given. */
  readonly path?: RegExp;
  /** How many requests it affects; one unless given. */
  readonly times?: number;
  /** Wait so many milliseconds before anything else. */
  readonly delay?: number;
  /** Wait so many milliseconds between the action and its answer. */
  readonly slowAnswer?: number;
  /** Destroy the connection before the action, or after it: then the answer is lost. */
  readonly destroy?: "before" | "after";
  /** Answer with this status: instead of the action, or after it where `at` says so. */
  readonly status?: number;
  readonly at?: "before" | "after";
  /** Discord's error code and wording to go with `status`. */
  readonly code?: number;
  readonly message?: string;
  /** Answer 429: seconds to wait, for this bucket or for everything. */
  readonly rateLimit?: { readonly retryAfter: number; readonly global?: boolean };
}

/** Faults armed by a test. Each waits for the first request that fits it. */
export class Faults {
  readonly #armed: { readonly fault: Fault; left: number }[] = [];

  next(fault: Fault): void {
    this.#armed.push({ fault, left: fault.times ?? 1 });
  }

  take(method: string, path: string): Fault | undefined {
    const index = this.#armed.findIndex(
      ({ fault }) => (fault.method ?? method) === method && (fault.path?.test(path) ?? true),
    );
    const armed = this.#armed[index];
    if (armed === undefined) return undefined;
    armed.left -= 1;
    if (armed.left <= 0) this.#armed.splice(index, 1);
    return armed.fault;
  }

  /** Faults that befell nothing; a test that armed them may want to know. */
  get pending(): number {
    return this.#armed.length;
  }
}
