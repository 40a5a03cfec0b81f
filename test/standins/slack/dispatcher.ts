import { setTimeout as wait } from "node:timers/promises";
import type { Acknowledgement, Carried, Delivery, Outcome, Retry, Transport } from "./delivery.ts";
import { isFields } from "./json.ts";
import type { Platform } from "./platform.ts";
import { Ring } from "./ring.ts";
import { deadline, RunningTime } from "#test/standins/running-time.ts";

const OUTCOMES: Readonly<Record<Carried["end"], Outcome>> = {
  acknowledged: "acknowledged",
  http_error: "http_service_error",
  unreachable: "dispatch_failed",
};

interface Ended extends Acknowledgement {
  readonly carried: Carried | undefined;
}

function isEmpty(answer: unknown): boolean {
  return answer === undefined || answer === "" || (isFields(answer) && Object.keys(answer).length === 0);
}

/** Delivers, waits as long as Slack waits, judges the acknowledgement, and repeats events that got none. */
export class Dispatcher {
  readonly #platform: Platform;
  readonly #transport: () => Transport;
  readonly #patiences = new Set<AbortController>();
  readonly #ending = new AbortController();
  #stopped = false;
  readonly #underWay = new Set<Promise<unknown>>();
  /** What was sent, oldest first. */
  readonly sent = new Ring<Delivery>(2000);
  /** How many deliveries to come are sent twice, as Slack sometimes does. */
  twice = 0;

  constructor(platform: Platform, transport: () => Transport) {
    this.#platform = platform;
    this.#transport = transport;
  }

  async #once(delivery: Delivery, retry: Retry | undefined): Promise<Ended> {
    const within = this.#platform.settings.acknowledgeWithin;
    const patience = new AbortController();
    this.#patiences.add(patience);
    const late = new Promise<undefined>((resolve) => {
      patience.signal.addEventListener("abort", () => resolve(undefined), { once: true });
    });
    const inTime = deadline(within, new RunningTime(this.#platform.clock), () => patience.abort());
    this.sent.push(delivery);
    const carried = await Promise.race([this.#transport().carry(delivery, retry, patience.signal), late]);
    inTime();
    this.#patiences.delete(patience);
    if (carried === undefined) {
      if (!this.#stopped) this.#platform.violation(`${delivery.name}: not acknowledged within ${within} ms`);
      return { outcome: "operation_timeout", answer: undefined, carried };
    }
    const answer = carried.end === "acknowledged" ? carried.answer : undefined;
    if (!delivery.acceptsAnswer && !isEmpty(answer))
      this.#platform.violation(`${delivery.name}: acknowledged with an answer where Slack takes none`);
    if (carried.end === "http_error")
      this.#platform.violation(`${delivery.name}: answered with HTTP ${carried.status}`);
    return { outcome: OUTCOMES[carried.end], answer: isEmpty(answer) ? undefined : answer, carried };
  }

  async #track<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work);
    try {
      return await work;
    } finally {
      this.#underWay.delete(work);
    }
  }

  async #doubled(delivery: Delivery): Promise<void> {
    if (this.twice <= 0) return;
    this.twice -= 1;
    await this.#once(delivery, undefined);
  }

  /** An interaction: told once, never repeated. */
  async interact(delivery: Delivery): Promise<Acknowledgement> {
    return this.#track(this.#first(delivery));
  }

  /** An event: repeated up to three times until acknowledged. Resolves with how the last delivery ended. */
  async tell(delivery: Delivery): Promise<Acknowledgement> {
    return this.#track(this.#first(delivery).then(async (ended) => this.#again(delivery, ended)));
  }

  /** An event nobody waits for: resolves when its first delivery has ended; redeliveries go on by themselves. */
  async announce(delivery: Delivery): Promise<void> {
    const first = this.#first(delivery);
    void this.#track(first.then(async (ended) => this.#again(delivery, ended)));
    await first;
  }

  async #first(delivery: Delivery): Promise<Ended> {
    const [first] = await Promise.all([this.#once(delivery, undefined), this.#doubled(delivery)]);
    return first;
  }

  async #again(delivery: Delivery, first: Ended): Promise<Acknowledgement> {
    let last = first;
    let number = 0;
    for (const delay of this.#platform.settings.retryAfter) {
      if (last.outcome === "acknowledged" || this.#stopped) break;
      if (last.carried?.end === "http_error" && last.carried.noRetry) break;
      const reason =
        last.carried === undefined ? "timeout" : last.carried.end === "http_error" ? "http_error" : "connection_failed";
      number += 1;
      await wait(delay, undefined, { signal: this.#ending.signal }).catch(() => undefined);
      if (!this.#stopped) last = await this.#once(delivery, { number, reason });
    }
    return last;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#ending.abort();
    for (const patience of this.#patiences) patience.abort();
    await Promise.allSettled(this.#underWay);
  }
}
