import { setImmediate as breathe, setTimeout as sleep } from "node:timers/promises";
import type { Platform } from "#core/chat/platform.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import type { Lease } from "#core/outbox/job.ts";
import { WEBHOOKS } from "#core/outbox/webhook.ts";
import { followThrough } from "./follow-through.ts";
import type { SchedulerDeps } from "./scheduler-deps.ts";
import { Pace } from "./pace.ts";
import { runJob } from "./run-job.ts";

const PLAN_AT_ONCE = 100;
const WALK_AT_ONCE = 1000;
const STOP_WITHIN = 10_000;
const KEEP_DAYS = 90;
const DAY = 24 * 3_600_000;
// Parts of the longest sleep.
const PLAN_EVERY = 1 / 20;
const FOLLOW_EVERY = 1 / 10;
/** How often to ask again for what waits for the leases and turns of others. */
const SOON = 250;

/** One platform's jobs; without one, those of the webhooks. */
interface Lane {
  readonly name: string;
  readonly platform?: Platform;
  readonly pace: Pace;
}

/** Addresses are as many as there are programs: none waits for another one's. */
const WEBHOOK_LIMITS = { atOnce: 20, perSecond: 40, channelEvery: 0 } as const;

/** Runs the jobs of the platforms, beside any number of other schedulers over the same outbox. */
export class Scheduler {
  readonly #deps: SchedulerDeps;
  readonly #lanes: readonly Lane[];
  readonly #names: readonly string[];
  readonly #running = new Set<Promise<void>>();
  #awake = new AbortController();
  #stopped = false;
  #loop: Promise<void> | undefined;
  /** When the last turn ended, by the monotonic clock. */
  #turned: number | undefined;
  /** Why a task could not use the store when it was last tried. */
  readonly #troubles = new Map<string, string>();
  /** When each of the larger tasks is next, by the monotonic clock. */
  readonly #next = new Map<string, number>();

  constructor(deps: SchedulerDeps, platforms: readonly Platform[]) {
    this.#deps = deps;
    this.#lanes = [
      ...platforms.map((p) => ({ name: p.name, platform: p, pace: new Pace(p.limits, deps.monotonic) })),
      ...(deps.webhooks === undefined ? [] : [{ name: WEBHOOKS, pace: new Pace(WEBHOOK_LIMITS, deps.monotonic) }]),
    ];
    this.#names = this.#lanes.map(({ name }) => name);
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** How many milliseconds ago its last turn ended; undefined before the first. A turn that failed does not count. */
  get turnAge(): number | undefined {
    return this.#turned === undefined ? undefined : this.#deps.monotonic() - this.#turned;
  }

  /** Looks for work at once: something may be due now. */
  poke(): void {
    this.#awake.abort();
  }

  /** Takes no new job, and gives the running ones ten seconds to end. The next process reconciles what did not end. */
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
    while (!this.#stopped) {
      let wait = this.#deps.timings.idle;
      try {
        wait = await this.#turn();
        this.#turned = this.#deps.monotonic();
        this.#troubles.delete("turn");
      } catch (error) {
        // A store that is away comes back, and one defect must not end the digests of everybody: the loop goes on.
        this.#trouble("turn", error);
      }
      if (!this.#stopped) await this.#sleep(wait);
    }
  }

  async #sleep(ms: number): Promise<void> {
    if (ms > 0) await sleep(ms, undefined, { signal: this.#awake.signal }).catch(() => {});
    else await breathe();
    if (this.#awake.signal.aborted) this.#awake = new AbortController();
  }

  /** Does all that can be done now. Returns in how many milliseconds there may be more. */
  async #turn(): Promise<number> {
    const { outbox, timings } = this.#deps;
    await this.#once("reset", () => outbox.resetNext());
    const planned = await this.#often("plan", PLAN_EVERY, () => this.#plan());
    await this.#once("library", () => this.#compareLibrary());
    const followed = await this.#often("follow", FOLLOW_EVERY, () => this.#follow());
    await this.#often("forget", DAY / timings.idle, () => outbox.forget(KEEP_DAYS));
    let leased = 0;
    let full = Infinity;
    for (const lane of this.#lanes) {
      const free = lane.pace.free();
      const leases = free === 0 ? [] : await outbox.lease(lane.name, free, timings.lease);
      if (leases.length === free) full = Math.min(full, lane.pace.wait());
      leased += leases.length;
      const early: { lease: Lease; after: number }[] = [];
      for (const lease of leases) {
        const after = await this.#begin(lane, lease);
        if (after > 0) early.push({ lease, after });
      }
      await outbox.putBack(early);
    }
    if (planned > 0 || followed > 0) return 0;
    if (full < Infinity) return Math.min(full, timings.idle);
    if (leased > 0) return 0;
    const { now, at } = await outbox.nextRun(this.#names);
    if (at === undefined) return timings.idle;
    return Math.min(Math.max(at.since(now).total("milliseconds"), SOON), timings.idle);
  }

  async #plan(): Promise<number> {
    const { outbox, timings } = this.#deps;
    const digests = await outbox.planDigests(this.#names, PLAN_AT_ONCE, timings.late);
    const misses = await outbox.planMisses(this.#names, PLAN_AT_ONCE);
    return digests + misses + (await outbox.planFollows(this.#names, PLAN_AT_ONCE));
  }

  async #compareLibrary(): Promise<void> {
    const { desk, version } = await this.#deps.library();
    await this.#deps.outbox.libraryChanged(desk, version);
  }

  /** What waits to be compared comes first; then the next messages since the library changed. */
  async #follow(): Promise<number> {
    return (await followThrough(this.#deps)) || this.#deps.outbox.walkShown(WALK_AT_ONCE);
  }

  /** Does a task of the start, until it worked. */
  async #once(name: string, task: () => Promise<unknown>): Promise<void> {
    await this.#often(name, Infinity, async () => {
      await task();
      return 0;
    });
  }

  /**
   * Does a task that reads much, and so not at every turn; again at once while it finds something. `every`: a part of
   * `idle`. One that fails is logged and tried again later; the other tasks go on.
   */
  async #often(name: string, every: number, task: () => Promise<number>): Promise<number> {
    const { monotonic, timings } = this.#deps;
    if (monotonic() < (this.#next.get(name) ?? 0)) return 0;
    try {
      const done = await task();
      this.#troubles.delete(name);
      this.#next.set(name, done > 0 && every < 1 ? 0 : monotonic() + every * timings.idle);
      return done;
    } catch (error) {
      this.#next.set(name, monotonic() + timings.idle);
      this.#trouble(name, error);
      return 0;
    }
  }

  /** Logs what failed; while a store is away, once and not at every try. */
  #trouble(name: string, error: unknown): void {
    const known = error instanceof StoreUnavailable ? error.message : undefined;
    if (known !== undefined && this.#troubles.get(name) === known) return;
    if (known !== undefined) this.#troubles.set(name, known);
    this.#deps.incident(error);
  }

  /** Starts a job and returns 0, or returns in how many milliseconds its channel is free for it. */
  async #begin(lane: Lane, lease: Lease): Promise<number> {
    const { target, state } = lease.job;
    const free = target.kind === "person" || target.kind === "webhook" || state !== "leased";
    const turn = free ? { go: 0 } : lane.pace.turn(target.channel);
    if ("back" in turn) return turn.back;
    lane.pace.started();
    const run = this.#work(lane, lease, turn.go).finally(() => {
      this.#running.delete(run);
      this.poke();
    });
    this.#running.add(run);
    // Commands that people wait for come in between.
    await breathe();
    return 0;
  }

  async #work({ platform, pace }: Lane, lease: Lease, wait: number): Promise<void> {
    let later: number | undefined;
    try {
      if (wait > 0) await sleep(wait);
      later = await runJob(this.#deps, platform, lease);
    } catch (error) {
      // The lease runs out, and the process that takes the next one sees by the job's state what may have happened.
      this.#deps.incident(error);
    } finally {
      pace.ended(later);
    }
  }
}
