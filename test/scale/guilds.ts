import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempDisposableSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { line, spread } from "#test/bench/measure.ts";
import { childEnv } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { kill } from "#test/scheduler/killing.ts";
import { Discord } from "#test/standins/discord/discord.ts";
import { place } from "./place.ts";

// node test/scale/guilds.ts [--guilds 10000] [--shards 5] [--processes 3] [--calls 300]: Talks in several processes on one
// PostgreSQL and one token, with so many servers over so many shards. Each call is a change in a server of its own. After a
// third of them a process is killed, and the next call waits until its shards are heard again.
const { values } = parseArgs({
  options: {
    guilds: { type: "string", default: "10000" },
    shards: { type: "string", default: "5" },
    processes: { type: "string", default: "3" },
    calls: { type: "string", default: "300" },
  },
});
const [servers, shards, calls] = [Number(values.guilds), Number(values.shards), Number(values.calls)];
const guilds = Array.from({ length: servers }, (_, i) => ({
  name: `server ${i}`,
  id: String((9000n + BigInt(i)) << 22n),
}));
const discord = await Discord.start({ shards, guilds, identifyAtOnce: 16, acknowledgeWithin: 60_000 });
await using location = await place(true);
using folder = mkdtempDisposableSync(join(tmpdir(), "talks-scale-"));
const env = {
  ...childEnv,
  TMPDIR: folder.path,
  TALKS_HOME: folder.path,
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  DATABASE_URL: location.databaseUrl ?? "",
  TALKS_HEALTH: "off",
};
const heard = new Map<ChildProcess, number>();
const start = (): ChildProcess => {
  const child = spawn(process.execPath, [join(ROOT, "src", "app", "start.js")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.setEncoding("utf8").on("data", (said: string) => {
    const [, parts = ""] = [...said.matchAll(/this process hears (none|[\d, ]+) of/gu)].at(-1) ?? [];
    if (parts !== "") heard.set(child, parts === "none" ? 0 : parts.split(", ").length);
  });
  return child;
};
const sessions = (): number =>
  new Set([...discord.gateway.connections].flatMap(({ session }) => (session === undefined ? [] : [session.shard[0]])))
    .size;
async function whole(): Promise<number> {
  const from = performance.now();
  while (sessions() < shards) await sleep(100);
  return (performance.now() - from) / 1000;
}

const processes = Array.from({ length: Number(values.processes) }, start);
const ready = await whole();
const times: number[] = [];
const wrong: string[] = [];
let taken: number | undefined;
for (let i = 0; i < calls; i += 1) {
  if (i === Math.floor(calls / 3) && processes.length > 1) {
    const most = processes.toSorted((a, b) => (heard.get(b) ?? 0) - (heard.get(a) ?? 0))[0];
    if (most !== undefined) await kill(most);
    await sleep(1000);
    taken = 1 + (await whole());
  }
  const ada = discord.user(`ada ${i}`, { guild: guilds[(i * 7919) % servers]?.id ?? "", permissions: ["ManageGuild"] });
  const from = performance.now();
  const { text } = await ada.slash("facts alias", { action: "add", name: "Darchiev", spelling: "Darchi" }).reply();
  times.push(performance.now() - from);
  if (/already|known|wrong/u.test(text)) wrong.push(text);
}
const violations = discord.violations.filter((violation) => !violation.includes(": 40060 "));
console.log(
  [
    `${servers} servers, ${shards} shards, ${processes.length} processes: all shards heard after ${ready.toFixed(1)} s`,
    taken === undefined ? "" : `one process killed: all shards heard again after ${taken.toFixed(1)} s`,
    line(spread("a change, from the gateway to its answer", times)),
    `${calls - times.length} lost, ${wrong.length} done twice, ${violations.length} broken rules of the platform`,
  ].join("\n"),
);
await Promise.all(processes.map(kill));
await discord.stop();
