import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { StoreUnavailable } from "#core/desk/store.ts";
import { BadStore } from "#stores/sql/engine.ts";
import { holdLock } from "#stores/lock.ts";
import { openStore } from "#stores/open.ts";
import { testFolder } from "#test/folder.ts";
import { add } from "./contract.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = { platform: "test", id: "ann", name: "Ann" };

it("says that the database is busy while another program writes it, lets others have their turn meanwhile, and goes on after", async () => {
  const home = testFolder();
  const store = await openStore({ home });
  const desk = await store.desk({ platform: "test", id: "t" }, T0);
  const other = new DatabaseSync(join(home, "talks.sqlite"));
  other.exec("begin immediate");
  let turns = 0;
  const clock = setInterval(() => (turns += 1), 5);
  await expect(store.append(desk, 0, ANN, T0, [add("fact/a")])).rejects.toThrow(StoreUnavailable);
  clearInterval(clock);
  expect(turns).toBeGreaterThanOrEqual(3);
  expect(await store.version(desk)).toBe(0);
  other.exec("rollback");
  expect(await store.append(desk, 0, ANN, T0, [add("fact/a")])).toMatchObject({ kind: "appended" });
  other.close();
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
