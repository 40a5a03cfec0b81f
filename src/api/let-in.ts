import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Admitted } from "#core/desk/desks.ts";
import { usedKey } from "#core/changes/token.ts";
import type { Clock } from "#core/request/clock.ts";

/** Requests that one token may make in a minute, in one process. */
const A_MINUTE = 120;
/** Requests without a token that lets in, by address: nobody guesses for long. */
const STRANGERS_A_MINUTE = 30;
/** Pages that one address is shown in a minute. A proxy before Talks is one address for everybody behind it. */
const PAGES_A_MINUTE = 600;

/** How long a use is kept, and how often one is written down. */
const USED_LASTS = Temporal.Duration.from({ hours: 24 * 365 });
const USED_EVERY_MS = 600_000;

/** Who comes in, or the HTTP status that says why not; `after`: when to try again, in seconds. */
export type Entry =
  | { readonly ok: true; readonly admitted: Admitted }
  | { readonly ok: false; readonly status: 401 | 429; readonly after?: number };

/** Lets programs in by the token of a desk, so often a minute. */
export class Door {
  readonly #admitted: (token: string) => Promise<Admitted | undefined>;
  readonly #clock: Clock;
  readonly #tokens = new RateLimiterMemory({ points: A_MINUTE, duration: 60 });
  readonly #strangers = new RateLimiterMemory({ points: STRANGERS_A_MINUTE, duration: 60 });
  readonly #pages = new RateLimiterMemory({ points: PAGES_A_MINUTE, duration: 60 });
  /** By a token's hash, when its use was written down last. */
  readonly #noted = new Map<string, number>();

  constructor(admitted: (token: string) => Promise<Admitted | undefined>, clock: Clock) {
    this.#admitted = admitted;
    this.#clock = clock;
  }

  /** `authorization`: the header of that name; `from`: the address that asks. @throws StoreUnavailable */
  async letIn(authorization: string | undefined, from: string): Promise<Entry> {
    const token = /^Bearer ([!-~]{1,100})$/iu.exec(authorization ?? "")?.[1];
    const admitted = token === undefined ? undefined : await this.#admitted(token);
    const spent = await (admitted === undefined ? spend(this.#strangers, from) : spend(this.#tokens, admitted.hash));
    if (spent !== undefined) return { ok: false, status: 429, after: spent };
    if (admitted === undefined) return { ok: false, status: 401 };
    await this.#note(admitted);
    return { ok: true, admitted };
  }

  /** Undefined where this address may be shown a page; otherwise in how many seconds it may. */
  page(from: string): Promise<number | undefined> {
    return spend(this.#pages, from);
  }

  /** The same for somebody who is known already, by a name. */
  known(name: string): Promise<number | undefined> {
    return spend(this.#tokens, name);
  }

  async #note({ desk, hash }: Admitted): Promise<void> {
    const now = this.#clock.now();
    if (now.epochMilliseconds - (this.#noted.get(hash) ?? 0) < USED_EVERY_MS) return;
    this.#noted.set(hash, now.epochMilliseconds);
    await desk.stash.keep(usedKey(hash), now.toString(), now.add(USED_LASTS));
  }
}

/** Undefined where there was one left; otherwise in how many seconds there is one. */
async function spend(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    return Math.ceil((refused as { readonly msBeforeNext: number }).msBeforeNext / 1000);
  }
}
