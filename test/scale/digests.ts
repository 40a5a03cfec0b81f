import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { kill } from "#test/scheduler/killing.ts";
import { order } from "#test/scheduler/orders.ts";
import { startStandin } from "#test/standins/scheduler/server.ts";
import { LOADS_FAST } from "#test/child-env.ts";
import { openStore } from "#stores/open.ts";
import { place } from "./place.ts";

// node test/scale/digests.ts [--count 10000] [--processes 3]: so many digests at one instant over several processes on
// one PostgreSQL, of which one is killed after a third. The platform takes 50 posts in any second, as Discord does of
// one bot, and counts what it refuses: Discord shuts out who is refused 10,000 times in ten minutes.
const { values } = parseArgs({
  options: { count: { type: "string", default: "10000" }, processes: { type: "string", default: "3" } },
});
const count = Number(values.count);
const A_SECOND = 50;
const WORKSPACES = Math.min(count, 2000);

await using location = await place(true);
const store = await openStore(location);
const standin = await startStandin();
const recent: number[] = [];
let refused = 0;
standin.fault = ({ deed }) => {
  if (deed !== "post") return undefined;
  const now = performance.now();
  while ((recent[0] ?? now) < now - 1000) recent.shift();
  if (recent.length < A_SECOND) {
    recent.push(now);
    return undefined;
  }
  refused += 1;
  standin.retryAfter = Math.ceil(1000 - (now - (recent[0] ?? now)));
  return "429";
};

/**
 * Milliseconds of processor time that a process has used (proc(5): clock ticks of ten milliseconds); none where it is
 * unknown.
 */
const worked = ({ pid }: ChildProcess): number => {
  const path = `/proc/${pid}/stat`;
  const [, fields = ""] = existsSync(path) ? readFileSync(path, "utf8").split(") ") : [];
  const [user, system] = fields.split(" ").slice(11, 13).map(Number);
  return 10 * ((user ?? 0) + (system ?? 0));
};

const next = (await store.outbox.now()).round("millisecond");
for (let i = 0; i < count; i += 1) {
  const workspace = { platform: "standin", id: `g${i % WORKSPACES}` };
  if (i < WORKSPACES) await store.desk(workspace, next);
  await store.digests.add(workspace, order(`d${i}`, next));
}

const WORKER = join(import.meta.dirname, "digest-worker.ts");
const args = [...LOADS_FAST, WORKER, location.databaseUrl ?? "", standin.url];
const workers = await Promise.all(
  Array.from({ length: Number(values.processes) }, async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
    await once(child.stdout, "data");
    return child;
  }),
);
const before = new Map<ChildProcess, number>();
const from = performance.now();
const seconds = (): number => (performance.now() - from) / 1000;
let killedAt: number | undefined;
for (let told = 0; ;) {
  await sleep(250);
  const posted = new Set(standin.messages.map((m) => m.key)).size;
  if (killedAt === undefined && workers.length > 1 && posted > count / 3) {
    killedAt = posted;
    if (workers[0] !== undefined) await kill(workers[0]);
    for (const worker of workers) before.set(worker, worked(worker));
  }
  if (posted >= count || seconds() > (20 * count) / A_SECOND + 300) break;
  if (seconds() - told > 20) {
    told = seconds();
    process.stderr.write(`${told.toFixed(0)} s: ${posted} of ${count}\n`);
  }
}
const took = seconds();
const left = workers.filter((w) => w.exitCode === null && w.signalCode === null);
const each = left.reduce((sum, w) => sum + worked(w) - (before.get(w) ?? 0), 0) / (count - (killedAt ?? 0));
// What is in doubt may still be sent again.
await sleep(2000);
await Promise.all(workers.map(kill));
const times = Map.groupBy(
  standin.messages.filter((m) => !m.removed),
  (m) => m.key,
);
const imposed = count / A_SECOND;
process.stdout.write(
  [
    `${count} digests at one instant, ${values.processes} processes, one killed after ${killedAt ?? 0}:`,
    `${count - times.size} lost, ${[...times.values()].filter((all) => all.length > 1).length} double`,
    `${took.toFixed(0)} s, ${(took / imposed).toFixed(2)} × what ${A_SECOND} a second impose (${imposed.toFixed(0)} s); ${refused} refused`,
    `${each.toFixed(1)} ms of a process's time a digest`,
    "",
  ].join("\n"),
);
await standin.close();
await store.close();
