/** One request the bot sent, with what it was answered. */
export interface Sent {
  readonly method: string;
  /** Without `/api/v10` and without the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** HTTP status; 0 where the connection was destroyed instead. */
  readonly status: number;
  /** Discord's error code, where the answer carried one. */
  readonly code: number | undefined;
  /** Milliseconds since 1970, on the stand-in's clock. */
  readonly at: number;
}

const MOST_VIOLATIONS = 1000;

/**
 * What the bot did. `requests` keeps the latest only, so that ten thousand interactions do not grow memory;
 * `count` goes on.
 */
export class Journal {
  readonly violations: string[] = [];
  readonly ownFaults: string[] = [];
  readonly requests: Sent[] = [];
  count = 0;
  readonly #keep: number;

  constructor(keep: number) {
    this.#keep = keep;
  }

  violation(what: string): void {
    if (this.violations.length < MOST_VIOLATIONS) this.violations.push(what);
  }

  ownFault(what: string): void {
    if (this.ownFaults.length < MOST_VIOLATIONS) this.ownFaults.push(what);
  }

  log(sent: Sent): void {
    this.count += 1;
    this.requests.push(sent);
    if (this.requests.length > this.#keep * 2) this.requests.splice(0, this.requests.length - this.#keep);
  }
}
