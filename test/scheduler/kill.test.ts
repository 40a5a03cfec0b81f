import { describe, expect, inject, it } from "vitest";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore, type StoreLocation } from "#stores/open.ts";
import { freshDatabase } from "#test/postgres/database.ts";
import { died, startWorker, type Death } from "./killing.ts";
import { longRun } from "./long-run.ts";
import { depsOver } from "./deps.ts";
import { due, HERE, order, until } from "./orders.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";
import { startStandin, type Fault } from "#test/standins/scheduler/server.ts";
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

async function dieAndGoOn(
  location: StoreLocation,
  fault: Fault | "no fault",
  death: Death,
): Promise<readonly unknown[]> {
  const standin = await startStandin();
  let store = await openStore(location);
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  // SQLite belongs to one process at a time.
  await store.close();
  let posts = 0;
  standin.fault = ({ deed }) => (deed === "post" && (posts += 1) === 1 && fault !== "no fault" ? fault : undefined);
  await died(startWorker(location.databaseUrl ?? location.home, standin.url, { ...death, lease: 700 }));
  store = await openStore(location);
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
  it.concurrent.each(CASES)("shows the digest once on SQLite: %s, %o", async (fault, death) => {
    const home = testFolder();
    expect(await dieAndGoOn({ home }, fault, death)).toEqual(["sent", 1]);
  });

  const server = inject("postgres");
  describe.skipIf(server === "")("with PostgreSQL (skipped where no server can be started)", () => {
    it.concurrent.each(CASES)("shows the digest once on PostgreSQL: %s, %o", async (fault, death) => {
      const database = await freshDatabase(server);
      expect(await dieAndGoOn({ home: "unused", databaseUrl: database.url }, fault, death)).toEqual(["sent", 1]);
      await database.drop();
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
