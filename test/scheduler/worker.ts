import type { Outbox } from "#core/outbox/outbox.ts";
import type { Platform } from "#core/chat/platform.ts";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore } from "#stores/open.ts";
import { depsOver, QUICK } from "./deps.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";

// One scheduler in a process of its own, which kills itself (SIGKILL) at a step: when `deed` begins or has ended for
// the `at`th time.
interface Orders {
  readonly location: string;
  readonly url: string;
  readonly deed?: string;
  readonly when?: "before" | "after";
  readonly at?: number;
  readonly lease?: number;
  readonly repeats?: number;
}

const orders = JSON.parse(process.argv[2] ?? "{}") as Orders;
let left = orders.at ?? 1;

function mortal<T extends Outbox | Platform>(port: T): T {
  const wrapped = Object.entries(port).map(([name, deed]: [string, unknown]) => {
    if (typeof deed !== "function") return [name, deed] as const;
    const call = deed as (...args: unknown[]) => Promise<unknown>;
    return [
      name,
      async (...args: unknown[]): Promise<unknown> => {
        if (name === orders.deed && orders.when === "before") die();
        const result = await call(...args);
        // A lease or a plan of nothing is not a step.
        const done = name === "lease" ? (result as unknown[]).length > 0 : result !== 0;
        if (name === orders.deed && orders.when === "after" && done) die();
        return result;
      },
    ] as const;
  });
  return Object.fromEntries(wrapped) as unknown as T;
}

function die(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
}

const { location, url, repeats, lease = QUICK.lease } = orders;
const store = await openStore(
  location.startsWith("postgres:") ? { home: "unused", databaseUrl: location } : { home: location },
);
const deps = await depsOver(store, { timings: { ...QUICK, lease, call: lease / 5, recheck: 4 * lease } });
const platform = mortal(standinPlatform(url, "standin", repeats));
const scheduler = new Scheduler({ ...deps, outbox: mortal(deps.outbox) }, [platform]);
scheduler.start();
process.stdout.write("ready\n");
// It does not outlive the test that started it.
process.stdin.on("end", () => process.exit()).resume();
