import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { openLibrary } from "#core/desk/library-desk.ts";
import { quoted } from "#core/reply/fact-blocks.ts";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { digestComposer } from "#src/scheduler/composer.ts";
import { TIMINGS } from "#src/scheduler/timings.ts";
import { openStore } from "#stores/open.ts";
import { library } from "#test/desk.ts";
import { depsOver } from "#test/scheduler/deps.ts";
import { order } from "#test/scheduler/orders.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";
import { startStandin } from "#test/standins/scheduler/server.ts";
import { place } from "./place.ts";

// node test/scale/shown.ts [--messages 300000] [--desks 1000]: the shipped library changes while so many messages that quote
// it are remembered on PostgreSQL, each quoting two facts; a digest is due at the same moment.
const { values } = parseArgs({
  options: { messages: { type: "string", default: "300000" }, desks: { type: "string", default: "1000" } },
});
const [messages, desks] = [Number(values.messages), Number(values.desks)];
await using location = await place(true);
const store = await openStore(location);
const clock = { now: () => Temporal.Now.instant() };
const { view } = await (await openLibrary(library, store, clock)).now();
const numbers: number[] = [];
for (let n = 0; n < desks; n += 1) numbers.push(await store.desk({ platform: "standin", id: `g${n}` }, clock.now()));
// It is as if each had been compared once: what is new is the library alone.
const deps = await depsOver(store, { shipped: library, composer: digestComposer, timings: TIMINGS });
const { desk, version } = await deps.library();
await store.outbox.libraryChanged(desk, version);

const [kept, gone] = view.facts;
if (kept === undefined || gone === undefined) throw new Error("the library is empty");
const client = new pg.Client({ connectionString: location.databaseUrl });
await client.connect();
await client.query(
  `insert into shown (platform, place, channel, message, desk, reply, fresh, times, at)
   select 'standin', 'g' || (i % $2), 'c' || (i % $2), 'm' || i, ($3::int[])[1 + i % $2],
          '{"plain":"said","blocks":[],"facts":[]}', 0, 1, to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
   from generate_series(1, $1::int) i`,
  [messages, desks, numbers],
);
// One in a thousand quotes the fact that goes; all quote one that stays.
for (const [fact, every] of [
  [kept, 1],
  [gone, 1000],
] as const)
  await client.query(
    `insert into shown_fact (shown, desk, fact, quoted) select id, desk, $1, $2 from shown where id % $3 = 0`,
    [fact.id, JSON.stringify(quoted(fact, view)), every],
  );
await client.query("vacuum analyze");

const claims = library.claims.filter((c) => !gone.claims.some(({ id }) => id === c.id));
const standin = await startStandin();
const after = await depsOver(store, { shipped: { ...library, claims }, composer: digestComposer, timings: TIMINGS });
await store.digests.add(
  { platform: "standin", id: "g0" },
  order("d1", (await store.outbox.now()).round("millisecond")),
);
const scheduler = new Scheduler(after, [standinPlatform(standin.url)]);
const [from, cpu] = [performance.now(), process.cpuUsage()];
const seconds = (): string => ((performance.now() - from) / 1000).toFixed(1);
scheduler.start();
let posted: string | undefined;
for (;;) {
  await sleep(250);
  if (posted === undefined && standin.asked.some((a) => a.deed === "post")) posted = seconds();
  const { rows } = await client.query<{ left: number }>(
    "select (select count(*) from walk)::int + (select count(*) from shown where fresh = 1)::int as left",
  );
  const corrected = standin.asked.filter((a) => a.deed === "edit").length;
  if (posted !== undefined && rows[0]?.left === 0 && corrected >= Math.floor(messages / 1000)) break;
}
const { user, system } = process.cpuUsage(cpu);
const edits = standin.asked.filter((a) => a.deed === "edit").length;
console.log(
  [
    `${messages} remembered messages of ${desks} desks, the library changed:`,
    `a digest that was due was posted after ${posted} s; all were compared, and ${edits} corrected, after ${seconds()} s`,
    `${((user + system) / messages).toFixed(0)} µs of the process's time a message; ${after.incidents.length} incidents`,
  ].join("\n"),
);
await scheduler.stop();
await client.end();
await standin.close();
await store.close();
