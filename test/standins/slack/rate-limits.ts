import type { Clock } from "./clock.ts";

/**
 * Calls a minute per method and workspace: docs.slack.dev/apis/web-api/rate-limits (tiers 1 to 4 are "1+", "20+",
 * "50+", "100+"). `post` is chat.postMessage: one a second per channel, short bursts allowed.
 */
const TIERS = { 1: 1, 2: 20, 3: 50, 4: 100, post: 60, free: 600 } as const;

export type Tier = keyof typeof TIERS;

/** How many calls may come at once before the pace is enforced; Slack names no figure, so these are ours. */
const BURST: Readonly<Record<Tier, number>> = { 1: 10, 2: 20, 3: 50, 4: 100, post: 3, free: 600 };

/** conversations.history and .replies for apps that are sold outside the Marketplace (29 May 2025): once a minute. */
const COMMERCIAL = { perMinute: 1, burst: 1 };

interface Bucket {
  tokens: number;
  at: number;
}

/** Token buckets, one for each (method, workspace) or (channel). */
export class RateLimits {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();
  /** Whether limits are kept at all. */
  on = false;
  /** Whether the app counts as commercial and unlisted. */
  commercial = false;
  /** How often 429 was answered. */
  refused = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Undefined where the call may go on; otherwise the seconds to wait. */
  spend(method: string, tier: Tier, key: string): number | undefined {
    if (!this.on) return undefined;
    const slow = this.commercial && (method === "conversations.history" || method === "conversations.replies");
    const perMinute = slow ? COMMERCIAL.perMinute : TIERS[tier];
    const burst = slow ? COMMERCIAL.burst : BURST[tier];
    const now = this.#clock.now();
    const name = `${method} ${key}`;
    const bucket = this.#buckets.get(name) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * perMinute) / 60_000);
    bucket.at = now;
    this.#buckets.set(name, bucket);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return undefined;
    }
    this.refused += 1;
    return Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / perMinute));
  }
}
