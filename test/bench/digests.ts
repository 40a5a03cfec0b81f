import { mkdtempDisposableSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { answer } from "#core/answer/answer.ts";
import type { Platform } from "#core/chat/platform.ts";
import { readLine } from "#core/answer/line.ts";
import { commands } from "#commands/index.ts";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { TIMINGS } from "#src/scheduler/timings.ts";
import { digestComposer } from "#src/scheduler/composer.ts";
import { openStore } from "#stores/open.ts";
import { library, reader } from "#test/desk.ts";
import { depsOver } from "#test/scheduler/deps.ts";
import { order } from "#test/scheduler/orders.ts";
import { line, spread } from "./measure.ts";

// node test/bench/digests.ts [--count 10000] [--platform discord|slack]: all due at one instant, on a platform that
// refuses what is over its limits. Discord: 50 a second for all, two thousand servers. Slack: one a second and channel,
// a hundred channels.
const { values } = parseArgs({
  options: { count: { type: "string", default: "10000" }, platform: { type: "string", default: "discord" } },
});
const count = Number(values.count);
const slack = values.platform === "slack";
const CHANNELS = 100;
const SERVERS = 2000;
using folder = mkdtempDisposableSync(join(tmpdir(), "talks-bench-"));
const store = await openStore({ home: folder.path });
const deps = {
  ...(await depsOver(store, { shipped: library, composer: digestComposer, timings: TIMINGS })),
  refused: 0,
  posted: 0,
};

const seconds = new Map<string, number[]>();
/** As the platforms count: so many within any second, and not one more. */
function over(bucket: string, most: number): boolean {
  const now = performance.now();
  const recent = (seconds.get(bucket) ?? []).filter((t) => now - t < 1000);
  seconds.set(bucket, recent);
  if (recent.length >= most) return true;
  recent.push(now);
  return false;
}

const platform: Platform = {
  name: slack ? "slack" : "discord",
  start: async () => {},
  stop: async () => {},
  async post({ workspace, channel }) {
    await sleep(60 + 60 * Math.random());
    if (over(slack ? channel : "all", slack ? 1 : 50)) {
      deps.refused += 1;
      return { kind: "later", after: 1000 };
    }
    deps.posted += 1;
    return { kind: "posted", posting: { workspace, channel, message: `m${deps.posted}` } };
  },
  tell: async () => ({ kind: "gone", why: "nobody is here" }),
  edit: async () => ({ kind: "gone", why: "nothing is here" }),
  remove: async () => ({ kind: "gone", why: "nothing is here" }),
  find: async () => [],
  limits: { atOnce: 24, perSecond: 45, channelEvery: 1000 },
  dialect: {},
  mayPost: async () => ({ ok: true }),
};

const next = (await store.outbox.now()).round("millisecond");
for (let i = 0; i < count; i += 1) {
  const workspace = { platform: platform.name, id: slack ? "T1" : `g${i % SERVERS}` };
  // The person who subscribed had a desk already.
  if (i < SERVERS) await store.desk(workspace, next);
  await store.digests.add(workspace, order(`d${i}`, next, { channel: slack ? `C${i % CHANNELS}` : `c${i}` }));
}

const desk = await deps.desks.open({ platform: platform.name, id: slack ? "T1" : "g0" });
const session = { commands, desk, clock: { now: () => Temporal.Now.instant() }, token: () => "t", incident: () => "i" };
async function ask(): Promise<number> {
  const from = performance.now();
  const read = readLine("who-led", commands);
  if (read.ok) await answer(read.value, reader, session);
  return performance.now() - from;
}
async function asking(goesOn: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  while (goesOn()) {
    times.push(await ask());
    await sleep(20);
  }
  return times;
}

for (let i = 0; i < 50; i += 1) await ask();
let left = 200;
const before = await asking(() => (left -= 1) > 0);
const scheduler = new Scheduler(deps, [platform]);
const memory: number[] = [];
const measure = () => memory.push(process.memoryUsage.rss() / 2 ** 20);
measure();
const watch = setInterval(measure, 1000);
const from = performance.now();
scheduler.start();
const during = await asking(() => deps.posted < count);
const took = (performance.now() - from) / 1000;
clearInterval(watch);
measure();
await scheduler.stop();
await store.close();
const imposed = slack ? count / CHANNELS : count / 50;
process.stdout.write(
  [
    line(spread("a command before", before)),
    line(spread("a command while digests are posted", during)),
    `${count} digests: ${took.toFixed(0)} s, ${(took / imposed).toFixed(2)} × what the limits impose (${imposed} s); ${deps.refused} refused`,
    `memory: ${memory[0]?.toFixed(0)} MB at the start, ${Math.max(...memory).toFixed(0)} MB at most, ${memory.at(-1)?.toFixed(0)} MB at the end`,
    `incidents: ${deps.incidents.length}`,
    "",
  ].join("\n"),
);
