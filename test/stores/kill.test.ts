import { expect, inject, it } from "vitest";
import { openStore } from "#stores/open.ts";
import { testFolder } from "#test/folder.ts";
import { freshDatabase, run } from "#test/postgres/database.ts";
import { startServer } from "#test/postgres/server.ts";
import { killWriter, wrongAfter, type Acknowledged } from "./killing.ts";
import { sound } from "./sound.ts";

// The shorter run of `node test/stores/kill.ts`, which does 200 cycles and more.
it("loses nothing that was acknowledged when its writer is killed at random moments", { timeout: 60_000 }, async () => {
  const home = testFolder();
  const acknowledged: Acknowledged = new Map();
  for (const ms of [0, 5, 15, 30, 60, 90, 120, 40]) {
    await killWriter(home, ms, acknowledged);
    const store = await openStore({ home });
    expect(await wrongAfter(store, acknowledged)).toEqual([]);
    await store.close();
    expect(sound(home)).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(20);
});

const server = inject("postgres");

it.skipIf(server === "")("loses nothing when PostgreSQL ends a writer's connection", { timeout: 60_000 }, async () => {
  const database = await freshDatabase(server);
  const acknowledged: Acknowledged = new Map();
  const cut = (): Promise<void> =>
    run(database.url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'talks'");
  for (const ms of [10, 50, 90, 30]) {
    await killWriter(database.url, ms, acknowledged, cut);
    const store = await openStore({ home: "unused", databaseUrl: database.url });
    expect(await wrongAfter(store, acknowledged)).toEqual([]);
    await store.close();
  }
  expect(acknowledged.size).toBeGreaterThan(20);
  await database.drop();
});

it.skipIf(server === "")(
  "loses nothing when the PostgreSQL server itself is taken away",
  { timeout: 60_000 },
  async () => {
    const own = await startServer(true);
    if (own === undefined) throw new Error("a server started for this run before, but none starts now");
    const url = own.url("postgres");
    const acknowledged: Acknowledged = new Map();
    for (const ms of [40, 100]) await killWriter(url, ms, acknowledged, () => own.crash());
    const store = await openStore({ home: "unused", databaseUrl: url });
    expect(await wrongAfter(store, acknowledged)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(10);
    await store.close();
    await own.stop();
  },
);
