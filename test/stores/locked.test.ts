import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { StoreUnavailable } from "#core/desk/store.ts";
import { BadStore } from "#stores/sql/engine.ts";
import { holdLock } from "#stores/lock.ts";
import { openStore } from "#stores/open.ts";
import { testFolder } from "#test/folder.ts";
import { add } from "./contract.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = { platform: "test", id: "ann", name: "Ann" };

it("waits for another program that writes the file without holding anybody up, and says so if it takes too long", async () => {
  const home = testFolder();
  const store = await openStore({ home });
  const desk = await store.desk({ platform: "test", id: "t" }, T0);
  const other = new DatabaseSync(join(home, "talks.sqlite"));
  other.exec("begin immediate");
  let waits = true;
  const append = store.append(desk, 0, ANN, T0, [add("fact/a")]).finally(() => (waits = false));
  // A wait within SQLite's own call would let others have a turn every second or so.
  for (let turns = 0; turns < 50; turns += 1) {
    await setTimeout(5);
    expect(await store.version(desk)).toBe(0);
  }
  expect(waits).toBe(true);
  other.exec("rollback");
  expect(await append).toMatchObject({ kind: "appended" });
  other.exec("begin immediate");
  await expect(store.append(desk, 1, ANN, T0, [add("fact/b")])).rejects.toThrow(StoreUnavailable);
  other.close();
  expect(await store.version(desk)).toBe(1);
  await store.close();
});

it("refuses to open a database that another program has for itself", async () => {
  const home = testFolder();
  await (await openStore({ home })).close();
  const other = new DatabaseSync(join(home, "talks.sqlite"));
  other.exec("pragma locking_mode = exclusive; begin immediate; update desk set version = version; commit");
  const error: unknown = await openStore({ home }).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(BadStore);
  expect(String(error)).toMatch(/talks\.sqlite cannot be opened: database is locked|locked by another process/u);
  other.close();
});

it("takes a broken lock file for what it is, not for another Talks", () => {
  const home = testFolder();
  writeFileSync(join(home, "talks.lock"), "not a database, and longer than a database's header is ".repeat(20));
  expect(() => holdLock(home)).toThrow(BadStore);
  expect(() => holdLock(home)).toThrow(/talks\.lock cannot be locked .*Delete it/u);
});
