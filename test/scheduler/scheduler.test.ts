import { afterEach, beforeEach, expect, it } from "vitest";
import { StoreUnavailable } from "#core/desk/store.ts";
import { heading, reply } from "#core/reply/reply.ts";
import type { Composer } from "#src/scheduler/composer.ts";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore, type OpenStore } from "#stores/open.ts";
import { library } from "#test/desk.ts";
import { depsOver, plainly } from "./deps.ts";
import { due, HERE, order, until } from "./orders.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";
import { startStandin, type Fault, type Standin } from "#test/standins/scheduler/server.ts";

let store: OpenStore;
let standin: Standin;
let scheduler: Scheduler | undefined;
beforeEach(async () => {
  store = await openStore({ home: ":memory:" });
  standin = await startStandin();
});
afterEach(async () => {
  await scheduler?.stop();
  await standin.close();
  await store.close();
});

const FACT = { id: "f1", revision: 1, statement: "It lasted six hours.", sources: [] };
const live = (channel: string) => standin.messages.filter((m) => m.channel === channel && !m.removed);

async function run(repeats?: number): Promise<Awaited<ReturnType<typeof depsOver>>> {
  const deps = await depsOver(store, { shipped: library });
  scheduler = new Scheduler(deps, [standinPlatform(standin.url, "standin", repeats)]);
  scheduler.start();
  return deps;
}

const last = async (id: string) => (await store.digests.find(HERE, id))?.last;

it("posts a digest once at its instant, and sets the next one", async () => {
  const next = await due(store.outbox.now());
  await store.digests.add(HERE, order("d1", next));
  await run();
  await until(async () => (await last("d1")) !== undefined);
  expect(live("c-d1").map((m) => m.plain)).toEqual(["d1 after 0"]);
  const digest = await store.digests.find(HERE, "d1");
  expect(digest?.last).toMatchObject({ result: "sent" });
  expect(digest?.since).toEqual({ own: 0, library: 1, mark: "" });
  expect(Temporal.Instant.compare(digest?.next ?? next, next)).toBe(1);
});

it.each<[Fault, boolean]>([
  ["reset before", false],
  ["reset after", true],
  ["500 before", false],
  ["500 after", true],
  ["hang after", true],
  ["429", false],
])("shows a digest once where its post meets: %s", async (fault, taken) => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  let times = 0;
  standin.fault = ({ deed }) => (deed === "post" && (times += 1) === 1 ? fault : undefined);
  await run();
  await until(async () => (await last("d1")) !== undefined);
  expect(await last("d1")).toMatchObject({ result: "sent" });
  expect(live("c-d1")).toHaveLength(1);
  expect(standin.asked.filter((a) => a.deed === "post")).toHaveLength(taken ? 1 : 2);
});

it("asks a platform that knows the key again, rather than its history", async () => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  standin.repeats = 60_000;
  standin.fault = (a) => (a.deed === "post" && standin.asked.length === 1 ? "reset after" : undefined);
  await run(60_000);
  await until(async () => (await last("d1")) !== undefined);
  expect(standin.asked.map((a) => a.deed)).toEqual(["post", "post"]);
  expect(live("c-d1")).toHaveLength(1);
});

it("remembers what it posted again by its key, to correct it later", async () => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  standin.repeats = 60_000;
  standin.fault = (a) => (a.deed === "post" && standin.asked.length === 1 ? "reset after" : undefined);
  const quoting: Composer = {
    ...plainly,
    digest: (_, { since }) => ({ kind: "say", reply: reply("news", [heading("news")], [FACT]), upTo: since }),
  };
  const deps = await depsOver(store, { shipped: library, composer: quoting });
  scheduler = new Scheduler(deps, [standinPlatform(standin.url, "standin", 60_000)]);
  scheduler.start();
  await until(async () => (await last("d1")) !== undefined);
  expect([await store.digests.quoting(HERE, FACT.id), deps.incidents]).toEqual([1, []]);
});

it.each([
  ["gone", "the channel is gone"],
  ["denied", "Invite it: /invite @Talks"],
] as const)("pauses a digest whose channel is %s and tells its owner once what to do", async (fault, why) => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  standin.fault = ({ deed }) => (deed === "post" ? fault : undefined);
  await run();
  await until(() => live("owner").length > 0);
  const digest = await store.digests.find(HERE, "d1");
  expect(digest).toMatchObject({ paused: { by: "failing", why }, last: { result: "failed" } });
  expect(digest?.next).toBeUndefined();
  expect(live("owner").map((m) => m.plain)).toEqual([expect.stringContaining("Then press Resume.")]);
});

it("leaves to a person what nobody can tell, at most once, and says so", async () => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  standin.fault = ({ deed }) => (deed === "post" ? "reset after" : deed === "find" ? "500 before" : undefined);
  await run();
  await until(() => live("owner").length > 0);
  expect(await last("d1")).toMatchObject({ result: "attention" });
  expect(live("c-d1")).toHaveLength(1);
  expect(live("owner")[0]?.plain).toContain("press Post now.");
});

it("tells one digest for ten days of silence, and how many it stands for", async () => {
  const now = await store.outbox.now();
  const today = now.round({ smallestUnit: "hour", roundingMode: "floor" });
  const hour = today.toZonedDateTimeISO("UTC").hour;
  const rule = { cron: `0 ${hour} * * *`, timezone: "UTC" };
  await store.digests.add(HERE, order("d1", today.subtract({ hours: 240 }), { rule }));
  // `resetNext` looks forward only, so that what is over is still told.
  await run();
  await until(async () => (await last("d1")) !== undefined);
  expect(live("c-d1").map((m) => m.plain)).toEqual(["d1 after 0, missed 10"]);
});

it("does not tell a weekly digest that is over a day late, says why, and counts it the next time", async () => {
  const now = await store.outbox.now();
  const old = now.subtract({ hours: 50 }).round({ smallestUnit: "minute", roundingMode: "floor" });
  const { hour, minute, dayOfWeek } = old.toZonedDateTimeISO("UTC");
  const rule = { cron: `${minute} ${hour} * * ${dayOfWeek % 7}`, timezone: "UTC" };
  await store.digests.add(HERE, order("d1", old, { rule }));
  await run();
  await until(async () => (await last("d1")) !== undefined);
  expect(await last("d1")).toMatchObject({ result: "skipped", why: expect.stringContaining("too late") });
  expect(live("c-d1")).toEqual([]);
  await store.digests.change(HERE, "d1", { next: await due(store.outbox.now()) });
  scheduler?.poke();
  await until(() => live("c-d1").length > 0);
  expect(live("c-d1")[0]?.plain).toBe("d1 after 0, missed 1");
});

it("posts now what somebody asks for, while it is paused too", async () => {
  const far = (await store.outbox.now()).add({ hours: 5 });
  await store.digests.add(HERE, order("d1", far));
  await store.digests.change(HERE, "d1", { paused: { by: "person", why: "holidays" } });
  await run();
  expect(await store.digests.postNow(HERE, "d1")).toBe(true);
  scheduler?.poke();
  await until(() => live("c-d1").length > 0);
  expect(await store.digests.postNow(HERE, "d9")).toBe(false);
});

it("notes that the database was away, and goes on when it is back", async () => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  const deps = await depsOver(store, { shipped: library });
  let away = 2;
  const lease: typeof deps.outbox.lease = async (...args) => {
    if ((away -= 1) >= 0) throw new StoreUnavailable("the database is away");
    return deps.outbox.lease(...args);
  };
  scheduler = new Scheduler({ ...deps, outbox: { ...deps.outbox, lease } }, [standinPlatform(standin.url)]);
  scheduler.start();
  await until(async () => (await last("d1")) !== undefined);
  expect(deps.incidents.map(String)).toEqual(["StoreUnavailable: the database is away"]);
  expect(live("c-d1")).toHaveLength(1);
});

it("posts digests although what follows from a library update fails, and writes that down", async () => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  const deps = await depsOver(store, { shipped: library });
  const away = () => Promise.reject(new StoreUnavailable("canceling statement due to statement timeout"));
  const outbox = { ...deps.outbox, libraryChanged: away, forget: () => Promise.reject(new Error("no room")) };
  scheduler = new Scheduler({ ...deps, outbox }, [standinPlatform(standin.url)]);
  scheduler.start();
  await until(async () => (await last("d1")) !== undefined);
  expect(live("c-d1")).toHaveLength(1);
  await until(async () => deps.incidents.length > 2);
  const messages = deps.incidents.map(String);
  // What waits for the store is told once, a defect each time.
  expect(messages.filter((m) => m.includes("statement timeout"))).toHaveLength(1);
  expect(messages.filter((m) => m.includes("no room")).length).toBeGreaterThan(1);
});
