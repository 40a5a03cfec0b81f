import type { Outbox } from "#core/outbox/outbox.ts";
import type { Platform } from "#core/chat/platform.ts";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore } from "#stores/open.ts";
import { depsOver, QUICK } from "./deps.ts";
import type { Orders } from "./killing.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";

// Schedulers in a process of their own. Each that shall die stands still at its step, so that nothing more comes from it;
// once all of them do, the process kills itself (SIGKILL).
const orders = JSON.parse(process.argv[2] ?? "[]") as readonly Orders[];
let toDie = orders.filter(({ deed }) => deed !== undefined).length;

/** What makes a port of one scheduler stand still when `deed` begins or has ended for the `at`th time. */
function mortality({ deed: last, when, at = 1 }: Orders): <T extends Outbox | Platform>(port: T) => T {
  const never = new Promise<never>(() => {});
  let left = at;
  const step = (): void => {
    left -= 1;
    if (left !== 0) return;
    toDie -= 1;
    if (toDie === 0) process.kill(process.pid, "SIGKILL");
  };
  return <T extends Outbox | Platform>(port: T): T => {
    const wrapped = Object.entries(port).map(([name, deed]: [string, unknown]) => {
      if (typeof deed !== "function") return [name, deed] as const;
      const call = deed as (...args: unknown[]) => Promise<unknown>;
      return [
        name,
        async (...args: unknown[]): Promise<unknown> => {
          if (name === last && when === "before") step();
          if (left <= 0) return never;
          const result = await call(...args);
          // A lease or a plan of nothing is not a step.
          const done = name === "lease" ? (result as unknown[]).length > 0 : result !== 0;
          if (name === last && when === "after" && done) step();
          return left <= 0 ? never : result;
        },
      ] as const;
    });
    return Object.fromEntries(wrapped) as unknown as T;
  };
}

async function begin(its: Orders): Promise<void> {
  const { location, url, lease = QUICK.lease } = its;
  const store = await openStore(
    location.startsWith("postgres:") ? { home: "unused", databaseUrl: location } : { home: location },
  );
  const deps = await depsOver(store, { timings: { ...QUICK, lease, call: lease / 5, recheck: 8 * lease } });
  const mortal = mortality(its);
  new Scheduler({ ...deps, outbox: mortal(deps.outbox) }, [mortal(standinPlatform(url))]).start();
}

await Promise.all(orders.map(begin));
process.stdout.write("ready\n");
// It does not outlive the test that started it.
process.stdin.on("end", () => process.exit()).resume();
