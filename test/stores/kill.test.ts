import { expect, inject, it, onTestFinished } from "vitest";
import { openStore } from "#stores/open.ts";
import { testFolder } from "#test/folder.ts";
import { freshDatabase, run } from "#test/postgres/database.ts";
import { startServer } from "#test/postgres/server.ts";
import { killWriter, wrongAfter, type Acknowledged } from "./killing.ts";
import { sound } from "./sound.ts";

// The shorter run of `node test/stores/kill.ts`, which does 200 cycles and more.
it("loses nothing that was acknowledged when its writer is killed at random moments", async () => {
  const home = testFolder();
  const acknowledged: Acknowledged = new Map();
  for (const [written, ms] of [
    [0, 0],
    [1, 1],
    [2, 3],
    [6, 0],
    [9, 5],
    [12, 2],
    [20, 8],
    [7, 1],
  ] as const) {
    await killWriter(home, { written, ms }, acknowledged);
    const store = await openStore({ home });
    expect(await wrongAfter(store, acknowledged)).toEqual([]);
    await store.close();
    expect(sound(home)).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(57);
});

const server = inject("postgres");

it.skipIf(server === "")("loses nothing when PostgreSQL ends a writer's connection", async () => {
  const database = await freshDatabase(server);
  const acknowledged: Acknowledged = new Map();
  const cut = (): Promise<void> =>
    run(
      database.url,
      // The server is the whole run's: the connections of other tests are on other databases.
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'talks' and datname = current_database()",
    );
  for (const [written, ms] of [
    [2, 3],
    [8, 0],
    [12, 5],
    [5, 1],
  ] as const) {
    await killWriter(database.url, { written, ms }, acknowledged, cut);
    const store = await openStore({ home: "unused", databaseUrl: database.url });
    expect(await wrongAfter(store, acknowledged)).toEqual([]);
    await store.close();
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(27);
  await database.drop();
});

it.skipIf(server === "")("loses nothing when the PostgreSQL server itself is taken away", async () => {
  const own = await startServer(true);
  if (own === undefined) throw new Error("a server started for this run before, but none starts now");
  onTestFinished(() => own.stop());
  const url = own.url("postgres");
  const acknowledged: Acknowledged = new Map();
  for (const [written, ms] of [
    [6, 2],
    [10, 0],
  ] as const)
    await killWriter(url, { written, ms }, acknowledged, () => own.crash());
  const store = await openStore({ home: "unused", databaseUrl: url });
  expect(await wrongAfter(store, acknowledged)).toEqual([]);
  expect(acknowledged.size).toBeGreaterThanOrEqual(16);
  await store.close();
});
