/**
 * What goes wrong with the next call of a method. `when` says whether the action was done first:
 * a 503 after the action is a post that was taken although its answer says otherwise.
 */
export interface Fault {
  readonly when?: "before" | "after";
  /** Answer with this HTTP status and an HTML body, as Slack's edge does. */
  readonly status?: number;
  /** Destroy the connection instead of answering. */
  readonly hangUp?: boolean;
  /** Answer `{ ok: false, error }`. */
  readonly error?: string;
  /** Answer 429 with this Retry-After, in seconds. */
  readonly retryAfter?: number;
  /** Wait so many milliseconds before anything else. */
  readonly delay?: number;
  /** How many calls it affects; one unless said otherwise. */
  readonly times?: number;
}

interface Armed {
  readonly fault: Fault;
  left: number;
}

/** Faults armed by method name; `response_url` is a name too, and `*` affects the next call of any method. */
export class Faults {
  readonly #armed = new Map<string, Armed[]>();

  next(method: string, fault: Fault): void {
    const queue = this.#armed.get(method) ?? [];
    queue.push({ fault, left: fault.times ?? 1 });
    this.#armed.set(method, queue);
  }

  take(method: string): Fault | undefined {
    for (const name of [method, "*"]) {
      const queue = this.#armed.get(name) ?? [];
      const [first] = queue;
      if (first === undefined) continue;
      first.left -= 1;
      if (first.left <= 0) queue.shift();
      return first.fault;
    }
    return undefined;
  }
}
