import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { backUp } from "#stores/backup.ts";
import { openStore } from "#stores/open.ts";
import { testFolder } from "#test/folder.ts";
import { add, insist } from "./contract.ts";
import { sound } from "./sound.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = { platform: "test", id: "ann", name: "Ann" };

it("copies a database that is being written, whole up to some revision, and restores it", async () => {
  const [home, restored] = [testFolder(), testFolder()];
  const store = await openStore({ home });
  const desk = await store.desk({ platform: "test", id: "t" }, T0);
  const writing = (async () => {
    for (let i = 0; i < 200; i += 1) await insist(store, desk, ANN, [add(`fact/${i}`)]);
  })();
  const copy = join(testFolder(), "copy.sqlite");
  expect(await backUp(home, copy)).toBeGreaterThan(5);
  await writing;
  expect(readdirSync(dirname(copy))).toEqual(["copy.sqlite"]);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  await store.close();
  copyFileSync(copy, join(restored, "talks.sqlite"));
  const again = await openStore({ home: restored });
  const held = await again.revisions(desk, 0);
  expect(held.map((r) => r.number)).toEqual(held.map((_, i) => i + 1));
  expect(held.length).toBeLessThanOrEqual(200);
  await again.close();
  expect(sound(restored)).toEqual([]);
});

it("ends although somebody writes all the time", async () => {
  const home = testFolder();
  const store = await openStore({ home });
  const desk = await store.desk({ platform: "test", id: "t" }, T0);
  // More than a step of SQLite's own would copy.
  for (let i = 0; i < 20; i += 1) await insist(store, desk, ANN, [add(`fact/${i}`, "x".repeat(100_000))]);
  const copied = new AbortController();
  const writing = (async () => {
    for (let i = 0; !copied.signal.aborted; i += 1) {
      await insist(store, desk, ANN, [add(`fact/more-${i}`)]);
      await setImmediate();
    }
  })();
  expect(await backUp(home, join(testFolder(), "copy.sqlite"))).toBeGreaterThan(200);
  copied.abort();
  await writing;
  await store.close();
});

it("overwrites nothing, and says what is missing", async () => {
  const home = testFolder();
  await expect(backUp(home, join(home, "b.sqlite"))).rejects.toThrow("There is no database at");
  await (await openStore({ home })).close();
  writeFileSync(join(home, "b.sqlite"), "mine");
  await expect(backUp(home, join(home, "b.sqlite"))).rejects.toThrow("already exists, and a backup overwrites nothing");
  expect(readFileSync(join(home, "b.sqlite"), "utf8")).toBe("mine");
  await expect(backUp(home, join(home, "no", "b.sqlite"))).rejects.toThrow("cannot be written (ENOENT)");
});
