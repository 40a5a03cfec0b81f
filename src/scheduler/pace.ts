import type { Limits } from "#core/chat/platform.ts";

/**
 * Other processes may use up the same limits. Who is refused goes slower by this part, at most once in so many
 * milliseconds and down to a part of the limit, and is back at it within so many seconds. Discord shuts out who is
 * refused 10,000 times within ten minutes (docs.discord.com, Rate Limits); `node test/scale/queue.ts` counts how often
 * several processes are.
 */
const SLOWER = 0.8;
const SLOWER_EVERY = 1000;
const SLOWEST = 1 / 16;
const BACK_WITHIN = 40;
/** After so many refusals in a row the platform itself is full, not a channel of it. */
const REFUSALS = 5;
const HOLD_MOST = 60_000;

/** Keeps one platform's calls within its limits. `now` is a monotonic clock in milliseconds. */
export class Pace {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #channels = new Map<string, { readonly until: number; readonly waiting: number }>();
  #running = 0;
  #tokens: number;
  #rate: number;
  #slowed = -Infinity;
  #at: number;
  #refused = 0;
  #held = 0;

  constructor(limits: Limits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
    this.#rate = limits.perSecond;
    this.#tokens = this.#burst;
    this.#at = now();
  }

  /** How many may start now. */
  free(): number {
    const now = this.#now();
    if (now < this.#held) return 0;
    const { atOnce } = this.#limits;
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) * this.#rate) / 1000);
    this.#at = now;
    return Math.max(0, Math.min(atOnce - this.#running, Math.floor(this.#tokens)));
  }

  /** Milliseconds until another may start, were it only for the time; one that ends may make room earlier. */
  wait(): number {
    if (this.#running >= this.#limits.atOnce) return 1000;
    return Math.max(this.#held - this.#now(), ((1 - this.#tokens) * 1000) / this.#rate, 1);
  }

  /**
   * The turn of who asks for a channel: `go` in so many milliseconds, and the turn is kept; `back` in so many, where it
   * is longer until then. Those who are sent away are sent one turn further each, so that they do not all come back at
   * once.
   */
  turn(channel: string): { readonly go: number } | { readonly back: number } {
    const now = this.#now();
    const every = this.#limits.channelEvery;
    for (const [name, { until, waiting }] of this.#channels) {
      if (until + waiting * every > now) break;
      this.#channels.delete(name);
    }
    const { until, waiting } = this.#channels.get(channel) ?? { until: 0, waiting: 0 };
    const wait = Math.max(0, until - now);
    if (wait > every / 2) {
      this.#channels.set(channel, { until, waiting: waiting + 1 });
      return { back: wait + waiting * every };
    }
    this.#channels.delete(channel);
    this.#channels.set(channel, { until: now + wait + every, waiting: Math.max(0, waiting - 1) });
    return { go: wait };
  }

  started(): void {
    this.#running += 1;
    this.#tokens -= 1;
  }

  /** `later`: how long the platform asked to wait, where it refused. */
  ended(later?: number): void {
    this.#running -= 1;
    const now = this.#now();
    const { perSecond } = this.#limits;
    if (later === undefined) this.#rate = Math.min(perSecond, this.#rate + perSecond / BACK_WITHIN / this.#rate);
    else if (now - this.#slowed >= SLOWER_EVERY) {
      this.#rate = Math.max(perSecond * SLOWEST, this.#rate * SLOWER);
      this.#slowed = now;
    }
    this.#refused = later === undefined ? 0 : this.#refused + 1;
    if (later !== undefined && this.#refused >= REFUSALS) this.#held = now + Math.min(later, HOLD_MOST);
  }

  /** Little of what was not used is saved up: a burst on top of the rate would be over the limit of that second. */
  get #burst(): number {
    return Math.max(1, this.#rate / 8);
  }
}
