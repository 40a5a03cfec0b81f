import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore, type StoreLocation } from "#stores/open.ts";
import { freshDatabase } from "#test/postgres/database.ts";
import { died, startWorker, type Death } from "./killing.ts";
import { longRun } from "./long-run.ts";
import { depsOver } from "./deps.ts";
import { due, HERE, order, until } from "./orders.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";
import { startStandin, type Fault, type Standin } from "#test/standins/scheduler/server.ts";
import { testFolder } from "#test/folder.ts";

/** Every step of a digest's way, and each of the ways that its post can go wrong with the steps that follow from it. */
const PLAIN: readonly Death[] = ["planDigests", "lease", "sending", "post", "settle"].flatMap((deed) => [
  ...(deed === "lease" || deed === "planDigests" ? [] : [{ deed, when: "before" as const }]),
  { deed, when: "after" },
]);
const LOST: readonly Death[] = [
  { deed: "settle", when: "before" },
  { deed: "lease", when: "after", at: 2 },
  { deed: "find", when: "before" },
  { deed: "find", when: "after" },
  { deed: "settle", when: "after", at: 2 },
];
const CASES: readonly (readonly [Fault | "no fault", Death])[] = [
  ...PLAIN.map((death) => ["no fault", death] as const),
  ...LOST.map((death) => ["reset after", death] as const),
  ...LOST.slice(3).map((death) => ["500 before", death] as const),
];
const NUMBERED = CASES.map(([fault, death], i) => [fault, death, i] as const);

interface Begun {
  readonly location: StoreLocation;
  readonly standin: Standin;
}

/** A digest that is due, and a platform with a fault. */
async function begin(location: StoreLocation, fault: Fault | "no fault"): Promise<Begun> {
  const standin = await startStandin();
  const store = await openStore(location);
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  // SQLite belongs to one process at a time.
  await store.close();
  let posts = 0;
  standin.fault = ({ deed }) => (deed === "post" && (posts += 1) === 1 && fault !== "no fault" ? fault : undefined);
  return { location, standin };
}

/** What every case leaves: one process has the scheduler of each, and is killed when each has come to its step. */
async function killed(place: () => StoreLocation | Promise<StoreLocation>): Promise<readonly Begun[]> {
  const begun = await Promise.all(CASES.map(async ([fault]) => begin(await place(), fault)));
  const orders = begun.map(({ location, standin }, i) => ({
    location: location.databaseUrl ?? location.home,
    url: standin.url,
    ...CASES[i]?.[1],
    lease: 700,
  }));
  await died(startWorker(orders));
  return begun;
}

async function goOn(begun: Begun | undefined): Promise<readonly unknown[]> {
  if (begun === undefined) throw new Error("this case was not begun");
  const { location, standin } = begun;
  const store = await openStore(location);
  const scheduler = new Scheduler(await depsOver(store), [standinPlatform(standin.url)]);
  scheduler.start();
  await until(async () => (await store.digests.find(HERE, "d1"))?.last !== undefined);
  const digest = await store.digests.find(HERE, "d1");
  await scheduler.stop();
  await store.close();
  await standin.close();
  return [digest?.last?.result, standin.messages.filter((m) => !m.removed).length];
}

describe("a scheduler killed at a step", () => {
  describe("on SQLite", () => {
    let begun: readonly Begun[];
    beforeAll(async () => {
      begun = await killed(() => ({ home: testFolder() }));
    });
    it.concurrent.each(NUMBERED)("shows the digest once: %s, %o", async (_fault, _death, i) => {
      expect(await goOn(begun[i])).toEqual(["sent", 1]);
    });
  });

  const server = inject("postgres");
  describe.skipIf(server === "")("on PostgreSQL (skipped where no server can be started)", () => {
    const databases: { drop(): Promise<void> }[] = [];
    let begun: readonly Begun[];
    beforeAll(async () => {
      begun = await killed(async () => {
        const database = await freshDatabase(server);
        databases.push(database);
        return { home: "unused", databaseUrl: database.url };
      });
    });
    afterAll(() => Promise.all(databases.map((database) => database.drop())));
    it.concurrent.each(NUMBERED)("shows the digest once: %s, %o", async (_fault, _death, i) => {
      expect(await goOn(begun[i])).toEqual(["sent", 1]);
    });

    // The shorter run of `node test/scheduler/kill.ts --postgres`.
    it("shows every digest once while three instances are killed and stopped at any moment", async () => {
      const database = await freshDatabase(server);
      const location = { home: "unused", databaseUrl: database.url };
      const figures = await longRun(location, {
        enough: ({ kills, pauses }) => kills + pauses > 5,
        processes: 3,
        lease: 700,
      });
      expect(figures.wrong).toEqual([]);
      await database.drop();
    });
  });
});
