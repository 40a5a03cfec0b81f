import { Scheduler } from "#src/scheduler/scheduler.ts";
import { TIMINGS } from "#src/scheduler/timings.ts";
import { digestComposer } from "#src/scheduler/composer.ts";
import { LIMITS } from "#platforms/discord/limits.ts";
import { openStore } from "#stores/open.ts";
import { library } from "#test/desk.ts";
import { depsOver } from "#test/scheduler/deps.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";

// A scheduler as Talks runs it, in a process of its own, within Discord's limits: node digest-worker.ts DATABASE_URL
// STANDIN_URL
const [, , databaseUrl = "", url = ""] = process.argv;
const store = await openStore({ home: "unused", databaseUrl });
const deps = await depsOver(store, { shipped: library, composer: digestComposer, timings: TIMINGS });
new Scheduler(deps, [{ ...standinPlatform(url), limits: LIMITS }]).start();
process.stdout.write("ready\n");
// It does not outlive what started it.
process.stdin.on("end", () => process.exit()).resume();
