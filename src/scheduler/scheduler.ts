import { setImmediate as breathe, setTimeout as sleep } from "node:timers/promises";
import type { Claim } from "#core/outbox/errand.ts";
import type { Platform } from "#core/chat/platform.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import { followThrough } from "./follow-through.ts";
import type { SchedulerDeps } from "./scheduler-deps.ts";
import { limitsOf, Pace, type Limits } from "./pace.ts";
import { nextOf, planOf } from "./plan.ts";
import { runErrand } from "./run-errand.ts";

const PLAN_AT_ONCE = 100;
const STOP_WITHIN = 10_000;
const KEEP_DAYS = 90;
const DAY = 24 * 3_600_000;
// Parts of the longest sleep.
const PLAN_EVERY = 1 / 20;
const FOLLOW_EVERY = 1 / 10;
/** What waits for others' leases and turns is asked for this often. */
const SOON = 250;

interface Lane {
  readonly platform: Platform;
  readonly pace: Pace;
}

/** Sends what is due on the platforms, beside any number of others that do the same over one outbox. */
export class Scheduler {
  readonly #deps: SchedulerDeps;
  readonly #lanes: readonly Lane[];
  readonly #names: readonly string[];
  readonly #running = new Set<Promise<void>>();
  #awake = new AbortController();
  #stopped = false;
  #loop: Promise<void> | undefined;
  /** When each of the greater deeds is next. */
  readonly #next = new Map<string, number>();

  constructor(deps: SchedulerDeps, platforms: readonly Platform[], limits: (platform: string) => Limits = limitsOf) {
    this.#deps = deps;
    this.#lanes = platforms.map((platform) => ({ platform, pace: new Pace(limits(platform.name), deps.monotonic) }));
    this.#names = platforms.map((p) => p.name);
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Something may be due now. */
  poke(): void {
    this.#awake.abort();
  }

  /** Takes nothing new, and lets what is on its way end within ten seconds; what does not is reconciled by whoever comes next. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.poke();
    await this.#loop;
    const ended = new AbortController();
    const patience = sleep(STOP_WITHIN, undefined, { signal: ended.signal }).catch(() => {});
    await Promise.race([Promise.all(this.#running), patience]);
    ended.abort();
  }

  async #run(): Promise<void> {
    let reset = false;
    while (!this.#stopped) {
      let wait = this.#deps.timings.idle;
      try {
        const { outbox } = this.#deps;
        if (!reset) {
          await outbox.resetNext((digest, now) => nextOf(digest, now));
          const { desk, version } = await this.#deps.library();
          await outbox.libraryMoved(desk, version);
          reset = true;
        }
        wait = await this.#turn();
      } catch (error) {
        // A store that is away comes back; anything else is a defect, and must not end the digests of everybody.
        if (!(error instanceof StoreUnavailable)) this.#deps.incident(error);
      }
      if (!this.#stopped) await this.#sleep(wait);
    }
  }

  async #sleep(ms: number): Promise<void> {
    if (ms > 0) await sleep(ms, undefined, { signal: this.#awake.signal }).catch(() => {});
    else await breathe();
    if (this.#awake.signal.aborted) this.#awake = new AbortController();
  }

  /** Does all that can be done now, and says in how many milliseconds there may be more. */
  async #turn(): Promise<number> {
    const { outbox, timings } = this.#deps;
    const planned = (await this.#often("plan", PLAN_EVERY, () => this.#plan())) ?? 0;
    const followed = (await this.#often("follow", FOLLOW_EVERY, () => followThrough(this.#deps))) ?? 0;
    await this.#often("forget", DAY / timings.idle, () => outbox.forget(KEEP_DAYS));
    let claimed = 0;
    let full = Infinity;
    for (const lane of this.#lanes) {
      const free = lane.pace.free();
      const claims = free === 0 ? [] : await outbox.claim(lane.platform.name, free, timings.lease);
      if (claims.length === free) full = Math.min(full, lane.pace.wait());
      claimed += claims.length;
      const early: { claim: Claim; after: number }[] = [];
      for (const claim of claims) {
        const after = await this.#take(lane, claim);
        if (after > 0) early.push({ claim, after });
      }
      await outbox.putBack(early);
    }
    if (planned > 0 || followed > 0) return 0;
    if (full < Infinity) return Math.min(full, timings.idle);
    if (claimed > 0) return 0;
    const { now, at } = await outbox.nextWake(this.#names);
    if (at === undefined) return timings.idle;
    return Math.min(Math.max(at.since(now).total("milliseconds"), SOON), timings.idle);
  }

  async #plan(): Promise<number> {
    const { outbox, timings } = this.#deps;
    const digests = await outbox.planDigests(this.#names, PLAN_AT_ONCE, (d, now) => planOf(d, now, timings.late));
    return digests + (await outbox.planFollows(this.#names, PLAN_AT_ONCE));
  }

  /** Does a deed that looks at much, and not at every turn; again at once while there is more of it. `every`: a part of `idle`. */
  async #often(name: string, every: number, deed: () => Promise<number>): Promise<number | undefined> {
    const { monotonic, timings } = this.#deps;
    if (monotonic() < (this.#next.get(name) ?? 0)) return undefined;
    const done = await deed();
    this.#next.set(name, done > 0 && every < 1 ? 0 : monotonic() + every * timings.idle);
    return done;
  }

  /** Starts an errand, or says in how many milliseconds its channel is free for it. */
  async #take(lane: Lane, claim: Claim): Promise<number> {
    const { target, state } = claim.errand;
    const turn = target.kind === "person" || state !== "claimed" ? { go: 0 } : lane.pace.turn(target.channel);
    if ("back" in turn) return turn.back;
    lane.pace.started();
    const run = this.#errand(lane, claim, turn.go).finally(() => {
      this.#running.delete(run);
      this.poke();
    });
    this.#running.add(run);
    // Commands that people wait for come in between.
    await breathe();
    return 0;
  }

  async #errand({ platform, pace }: Lane, claim: Claim, wait: number): Promise<void> {
    let later: number | undefined;
    try {
      if (wait > 0) await sleep(wait);
      later = await runErrand(this.#deps, platform, claim);
    } catch (error) {
      // Its lease runs out, and whoever claims it next knows by its state what may have happened.
      if (!(error instanceof StoreUnavailable)) this.#deps.incident(error);
    } finally {
      pace.ended(later);
    }
  }
}
