import type { Clock } from "./clock.ts";

/** Requests in a window of milliseconds. */
export interface Rate {
  readonly requests: number;
  readonly per: number;
}

/**
 * docs.discord.com/developers/topics/rate-limits: 50 requests a second over all, interactions excepted. The buckets are
 * not published, since clients are to read them from the headers; these are the ones commonly seen.
 */
export const USUAL_RATES = {
  global: { requests: 50, per: 1000 },
  messages: { requests: 5, per: 5000 },
  webhook: { requests: 5, per: 2000 },
  commands: { requests: 5, per: 20_000 },
} as const satisfies Record<string, Rate>;

export type Bucket = Exclude<keyof typeof USUAL_RATES, "global">;

export interface Limited {
  /** Seconds. */
  readonly retryAfter: number;
  readonly scope: "user" | "global" | "shared";
}

/** Milliseconds in which requests sent before an answer was read may still arrive. */
const ON_ITS_WAY = 100;

interface Window {
  left: number;
  ends: number;
}

/** Counts requests, and says when one is too many. */
export class RateLimits {
  readonly #clock: Clock;
  readonly #rates: Readonly<Record<keyof typeof USUAL_RATES, Rate>>;
  readonly #windows = new Map<string, Window>();
  /** Until when a client was told to wait: a request before that is a violation. */
  readonly #closed = new Map<string, { readonly since: number; readonly until: number }>();

  constructor(clock: Clock, rates: Readonly<Record<keyof typeof USUAL_RATES, Rate>>) {
    this.#clock = clock;
    this.#rates = rates;
  }

  /**
   * Takes one request from the bucket of a route and, unless it is exempt, from the global one.
   *
   * @param major what keeps buckets of one kind apart: the method with the channel, webhook token or application
   */
  take(bucket: Bucket | undefined, major: string, exempt: boolean): Limited | undefined {
    if (!exempt && this.#spend("global", "global") < 0) return this.#limit("global", "global");
    if (bucket === undefined || this.#spend(bucket, `${bucket} ${major}`) >= 0) return undefined;
    return this.#limit(bucket, `${bucket} ${major}`);
  }

  /** The headers of docs.discord.com/developers/topics/rate-limits#header-format. */
  headers(bucket: Bucket | undefined, major: string): Record<string, string> {
    const window = bucket === undefined ? undefined : this.#windows.get(`${bucket} ${major}`);
    if (bucket === undefined || window === undefined) return {};
    return {
      "X-RateLimit-Limit": String(this.#rates[bucket].requests),
      "X-RateLimit-Remaining": String(Math.max(0, window.left)),
      "X-RateLimit-Reset": String(window.ends / 1000),
      "X-RateLimit-Reset-After": String(Math.max(0, window.ends - this.#clock.now()) / 1000),
      "X-RateLimit-Bucket": `stand-in-${bucket}-${major.split(" ")[0] ?? ""}`,
    };
  }

  /** Notes that a client was told to wait. */
  close(key: string, seconds: number): void {
    const now = this.#clock.now();
    this.#closed.set(key, { since: now, until: now + seconds * 1000 });
  }

  /** Whether a client that was told to wait came back too early; what was on its way already is none of its fault. */
  impatient(key: string): boolean {
    const closed = this.#closed.get(key);
    if (closed === undefined) return false;
    const now = this.#clock.now();
    if (now < closed.until) return now > closed.since + ON_ITS_WAY;
    this.#closed.delete(key);
    return false;
  }

  #spend(rate: keyof typeof USUAL_RATES, key: string): number {
    const now = this.#clock.now();
    const { requests, per } = this.#rates[rate];
    const held = this.#windows.get(key);
    const window = held === undefined || now >= held.ends ? { left: requests, ends: now + per } : held;
    this.#windows.set(key, window);
    if (this.#windows.size > 2000) this.#forget(now);
    window.left -= 1;
    return window.left;
  }

  #limit(rate: keyof typeof USUAL_RATES, key: string): Limited {
    const ends = this.#windows.get(key)?.ends ?? 0;
    return {
      retryAfter: Math.max(0.001, (ends - this.#clock.now()) / 1000),
      scope: rate === "global" ? "global" : "user",
    };
  }

  #forget(now: number): void {
    for (const [key, window] of this.#windows) if (now >= window.ends) this.#windows.delete(key);
  }
}
