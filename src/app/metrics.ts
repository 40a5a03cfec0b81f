import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Watch } from "./watch.ts";

/** What is asked at the moment somebody reads the metrics. */
export interface State {
  /** Jobs and digests that are due now, and by how many seconds the oldest is late. */
  readonly due: () => Promise<{ readonly jobs: number; readonly late: number }>;
  readonly desks: () => { readonly desks: number };
  readonly platforms: () => readonly { readonly name: string; readonly connected: boolean }[];
  /** Seconds since the scheduler's last turn ended; undefined before the first. */
  readonly turned: () => number | undefined;
}

// An answer is to be there within three seconds; a store answers within some milliseconds.
const ANSWER_BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];
const STORE_BUCKETS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 5];

/** Counts for Prometheus. No label names a person, a server or a workspace. */
export class Metrics implements Watch {
  readonly #registry = new Registry();
  readonly #answers = this.#histogram("talks_answer_seconds", "Time from a delivery to its outcome", ANSWER_BUCKETS, [
    "platform",
    "outcome",
  ]);
  readonly #store = this.#histogram("talks_store_seconds", "Time of one read or write of the store", STORE_BUCKETS, [
    "kind",
  ]);
  readonly #away = this.#counter("talks_store_unavailable_total", "Reads and writes that the store could not do");
  readonly #jobs = this.#counter("talks_jobs_total", "Jobs by kind and outcome", ["kind", "outcome"]);
  readonly #incidents = this.#counter("talks_incidents_total", "Defects that were written down");

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  readonly answered = (platform: string, outcome: string, seconds: number): void =>
    this.#answers.observe({ platform, outcome }, seconds);

  readonly stored: Watch["stored"] = (deed, seconds, away) => {
    this.#store.observe({ kind: deed }, seconds);
    if (away !== undefined) this.#away.inc();
  };

  readonly settled = (kind: string, outcome: string): void => this.#jobs.inc({ kind, outcome });

  readonly incident = (): void => this.#incidents.inc();

  /** Shows what `state` tells from now on. A part that cannot be told is left out. */
  follow(state: State): void {
    this.#gauge("talks_jobs_due", "Jobs and digests that are due now", async (gauge) =>
      gauge.set((await state.due()).jobs),
    );
    this.#gauge("talks_jobs_late_seconds", "By how much the oldest of them is late", async (gauge) =>
      gauge.set((await state.due()).late),
    );
    this.#gauge("talks_desks_warm", "Desks that are held in memory", (gauge) => gauge.set(state.desks().desks));
    this.#gauge("talks_scheduler_turn_age_seconds", "Time since the scheduler's last turn", (gauge) =>
      gauge.set(state.turned() ?? Number.NaN),
    );
    this.#gauge(
      "talks_platform_connected",
      "1 while a platform is connected",
      (gauge) => {
        for (const { name, connected } of state.platforms()) gauge.set({ platform: name }, connected ? 1 : 0);
      },
      ["platform"],
    );
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #histogram(name: string, help: string, buckets: number[], labelNames: string[]): Histogram {
    return new Histogram({ name, help, buckets, labelNames, registers: [this.#registry] });
  }

  #counter(name: string, help: string, labelNames: string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, tell?: (gauge: Gauge) => void | Promise<void>, labelNames: string[] = []): Gauge {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [this.#registry],
      async collect() {
        // While the store is away, the other counts are still read.
        await Promise.resolve(tell?.(gauge)).catch(() => gauge.reset());
      },
    });
    return gauge;
  }
}
