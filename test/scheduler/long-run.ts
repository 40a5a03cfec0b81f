import { setTimeout as sleep } from "node:timers/promises";
import type { ChildProcess } from "node:child_process";
import { sequenceAt, type JobName } from "#core/outbox/job.ts";
import { openStore, type OpenStore, type StoreLocation } from "#stores/open.ts";
import { kill, ready, startWorker, wrongWith, type Ended } from "./killing.ts";
import { HERE, order } from "./orders.ts";
import { startStandin, type Fault } from "#test/standins/scheduler/server.ts";

export interface Figures {
  slots: number;
  kills: number;
  pauses: number;
  crashes: number;
  attention: number;
  posts: number;
  /** Messages that came twice and were taken away again. */
  removed: number;
  readonly wrong: readonly string[];
}

interface Run {
  /** Whether there were enough rounds. */
  readonly enough: (so: Figures) => boolean;
  readonly processes: number;
  /** Milliseconds of a lease. */
  readonly lease: number;
  /** Takes the database away at once and brings it back. */
  readonly crash?: (() => Promise<void>) | undefined;
}

const DIGESTS = 12;
// So often what is wrong at the end is left to one more scheduler.
const TURNS = 12;

/** Rounds of a dozen digests at one instant, under faults and deaths; then quiet, and a look at what is shown. */
export async function longRun(location: StoreLocation, { enough, processes, lease, crash }: Run): Promise<Figures> {
  const standin = await startStandin();
  const figures: Figures = { slots: 0, kills: 0, pauses: 0, crashes: 0, attention: 0, posts: 0, removed: 0, wrong: [] };
  standin.fault = ({ deed }) => (deed === "find" ? undefined : anyFault());
  const where = location.databaseUrl ?? location.home;
  const start = async (): Promise<ChildProcess> => {
    const child = startWorker([{ location: where, url: standin.url, lease }]);
    await ready(child);
    return child;
  };
  const shared = location.databaseUrl !== undefined;
  const names: JobName[] = [];
  let workers: ChildProcess[] = [];
  for (let round = 0; !enough(figures); round += 1) {
    if (!shared) await stopAll(workers);
    names.push(...(await orderRound(location, round)));
    workers = workers.filter(alive);
    workers.push(...(await Promise.all(Array.from({ length: processes - workers.length }, start))));
    for (let i = 0; i < (shared ? 3 : 1); i += 1) {
      await sleep(shared ? 100 + 500 * Math.random() : 500 + 1500 * Math.random());
      const victim = workers[Math.floor(Math.random() * workers.length)];
      if (victim === undefined || !alive(victim)) continue;
      if (Math.random() < 0.25) {
        figures.pauses += 1;
        victim.kill("SIGSTOP");
        // Up to three leases.
        await sleep(Math.random() * 3 * lease);
        victim.kill("SIGCONT");
      } else {
        figures.kills += 1;
        await kill(victim);
        if (shared) workers = [...workers.filter((w) => w !== victim), await start()];
      }
    }
    if (crash !== undefined && round % 4 === 3) {
      figures.crashes += 1;
      await crash();
    }
  }
  standin.fault = () => undefined;
  await stopAll(workers);
  const wrongNow = async (): Promise<readonly string[]> => wrongWith(standin, await endedIn(location, names));
  let wrong = await wrongNow();
  // What was in doubt is looked at once more after it was sent. A busy machine may need several turns for that.
  for (let turns = 0; turns < TURNS && (turns === 0 || wrong.length > 0); turns += 1) {
    const last = await start();
    // With SQLite nobody else may look meanwhile.
    await sleep(shared ? 10 * lease : 16 * lease);
    await kill(last);
    wrong = await wrongNow();
  }
  const ended = await endedIn(location, names);
  figures.slots = names.length;
  figures.attention = ended.filter((e) => e.state === "attention").length;
  figures.removed = standin.messages.filter((m) => m.removed).length;
  figures.posts = standin.messages.length;
  await standin.close();
  return { ...figures, wrong };
}

const alive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function stopAll(workers: readonly ChildProcess[]): Promise<void> {
  await Promise.all(workers.map(kill));
}

// As they were measured for the design: of a hundred requests 4 are refused for now, 4 fail before the action, 17 after
// it.
function anyFault(): Fault | undefined {
  const n = Math.random() * 100;
  const faults: readonly (readonly [number, Fault])[] = [
    [4, "429"],
    [8, "500 before"],
    [16, "reset after"],
    [22, "500 after"],
    [25, "hang after"],
  ];
  return faults.find(([most]) => n < most)?.[1];
}

async function orderRound(location: StoreLocation, round: number): Promise<readonly JobName[]> {
  return within(location, async (store) => {
    const next = (await store.outbox.now()).round({ smallestUnit: "millisecond", roundingMode: "floor" });
    const ids = Array.from({ length: DIGESTS }, (_, i) => `r${round}-${i}`);
    for (const id of ids) await store.digests.add(HERE, order(id, next, { channel: `c${id.slice(-1)}` }));
    return ids.map((id) => ({ kind: "digest", id, sequence: sequenceAt(next) }));
  });
}

async function within<T>(location: StoreLocation, work: (store: OpenStore) => Promise<T>): Promise<T> {
  const store = await openStore(location);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** How each job has ended so far. */
async function endedIn(location: StoreLocation, names: readonly JobName[]): Promise<readonly Ended[]> {
  return within(location, (store) =>
    Promise.all(
      names.map(async (name) => {
        const job = await store.outbox.job(name);
        return { key: job?.key ?? `no job ${name.id}`, state: job?.state ?? ("due" as const) };
      }),
    ),
  );
}
