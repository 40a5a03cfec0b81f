import { chmodSync, existsSync, openSync, writeFileSync, writeSync, closeSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, inject, it } from "vitest";
import { StoreUnavailable } from "#core/desk/store.ts";
import { BadStore } from "#stores/sql/engine.ts";
import { holdLock } from "#stores/lock.ts";
import { openStore } from "#stores/open.ts";
import { openSqlite } from "#stores/sqlite.ts";
import { kyselyStore } from "#stores/kysely-store.ts";
import { migrate } from "#stores/migrate.ts";
import { sql } from "kysely";
import { LOADS_FAST } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";
import { freshDatabase } from "#test/postgres/database.ts";
import { add } from "./contract.ts";
import { sound } from "./sound.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = { platform: "test", id: "ann", name: "Ann" };
const KEY = { platform: "test", id: "t" };

async function filled(home: string): Promise<void> {
  const store = await openStore({ home });
  const desk = await store.desk(KEY, T0);
  await store.append(desk, 0, ANN, T0, [add("fact/a"), add("fact/b"), add("fact/c")]);
  await store.close();
}

async function refusal(home: string): Promise<string> {
  const error: unknown = await openStore({ home }).then(
    async (store) => store.close(),
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(BadStore);
  return error instanceof Error ? error.message : "";
}

it("says so when the disk is full, keeps what was there, and saves again once there is server", async () => {
  const engine = openSqlite(testFolder());
  await migrate(engine);
  const store = kyselyStore(engine);
  const desk = await store.desk(KEY, T0);
  await store.append(desk, 0, ANN, T0, [add("fact/a")]);
  // A page limit makes SQLite answer as it does on a full disk (SQLITE_FULL).
  await sql`pragma max_page_count = 30`.execute(engine.db);
  const big = add("fact/big", JSON.stringify("x".repeat(500_000)));
  await expect(store.append(desk, 1, ANN, T0, [big])).rejects.toThrow(StoreUnavailable);
  await expect(store.append(desk, 1, ANN, T0, [big])).rejects.toThrow(/full.*Nothing was saved/u);
  expect((await store.revisions(desk, 0)).map((r) => r.subject)).toEqual(["fact/a"]);
  await sql`pragma max_page_count = 1073741823`.execute(engine.db);
  expect(await store.append(desk, 1, ANN, T0, [big])).toMatchObject({ kind: "appended" });
  await store.close();
});

it("refuses a file that is no database, and leaves it as it is", async () => {
  const home = testFolder();
  writeFileSync(
    join(home, "talks.sqlite"),
    "this is a letter, not a database, and long enough to be read as one ".repeat(20),
  );
  expect(await refusal(home)).toMatch(/is not a database.*Nothing was changed: restore it from a backup/u);
});

it("refuses a database whose schema was damaged", async () => {
  const home = testFolder();
  await filled(home);
  const file = openSync(join(home, "talks.sqlite"), "r+");
  writeSync(file, Buffer.alloc(3000, 0xff), 0, 3000, 100);
  closeSync(file);
  expect(await refusal(home)).toMatch(/damaged|not a database/u);
});

it("refuses a database that a newer Talks wrote, naming what it does not know", async () => {
  const home = testFolder();
  await filled(home);
  const db = new DatabaseSync(join(home, "talks.sqlite"));
  db.exec("insert into kysely_migration (name, timestamp) values ('9999-later', '2027-01-01')");
  db.close();
  expect(await refusal(home)).toMatch(/newer Talks.*9999-later.*Nothing was changed/u);
});

it.skipIf(process.getuid?.() !== 0)("refuses a folder that it may not write, as somebody who is not root", () => {
  const home = testFolder();
  chmodSync(home, 0o755);
  const asNobody = [
    "--reuid",
    "65534",
    "--clear-groups",
    process.execPath,
    join(ROOT, "src/app/start.js"),
    "once",
    "where",
  ];
  const env = { ...process.env, TALKS_HOME: home, DATABASE_URL: "", HOME: tmpdir() };
  const { status, stderr } = spawnSync("setpriv", asNobody, { env, encoding: "utf8", cwd: tmpdir() });
  expect(stderr).toMatch(/talks\.sqlite.*Set TALKS_HOME to one that it may write\.\n$/u);
  expect(status).toBe(2);
});

it("never says a PostgreSQL password, only where the server should be", async () => {
  const wrong = openStore({ home: "unused", databaseUrl: "postgres://ann:hunter2@127.0.0.1:1/talks" });
  await expect(wrong).rejects.toThrow("PostgreSQL at 127.0.0.1:1/talks does not answer");
  await expect(wrong).rejects.not.toThrow(/hunter2/u);
});

it("lets one Talks serve a folder at a time, and frees it when that one is killed", async () => {
  const home = testFolder();
  const script = `const { holdLock } = await import(${JSON.stringify(join(ROOT, "src/stores/lock.ts"))}); globalThis.letGo = holdLock(${JSON.stringify(home)}); console.log("held"); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(other.stdout, "data");
  let refused = "";
  try {
    holdLock(home)();
  } catch (error) {
    refused = error instanceof Error ? error.message : "";
  }
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(refused).toMatch(/^Another Talks is running on this folder\./u);
  holdLock(home)();
});

it("starts whole after being killed anywhere in its first start", async () => {
  for (const ms of [0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 50]) {
    const home = testFolder();
    const child = spawn(process.execPath, [...LOADS_FAST, join(ROOT, "test/stores/writer.ts"), home], {
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    // The file's first sight is where making the schema begins; Node's own start takes much longer than that.
    while (!existsSync(join(home, "talks.sqlite")) && child.exitCode === null) await sleep(1);
    await sleep(ms);
    child.kill("SIGKILL");
    await ended;
    const store = await openStore({ home });
    const desk = await store.desk(KEY, T0);
    expect(await store.append(desk, 0, ANN, T0, [add("fact/a")])).toMatchObject({ kind: "appended" });
    await store.close();
    expect(sound(home)).toEqual([]);
  }
});

it("brings one database up to date from several processes that start at once", async () => {
  const home = testFolder();
  const env = { ...process.env, TALKS_HOME: home, DATABASE_URL: "" };
  const start = () =>
    spawn(process.execPath, [join(ROOT, "src/app/start.js"), "once", "where"], { env, stdio: "ignore" });
  const ended = await Promise.all(Array.from({ length: 4 }, () => once(start(), "exit")));
  expect(ended.map(([code]) => code as number)).toEqual([0, 0, 0, 0]);
  expect(sound(home)).toEqual([]);
});

it("lets nobody change or delete a revision behind the program's back", async () => {
  const home = testFolder();
  await filled(home);
  const db = new DatabaseSync(join(home, "talks.sqlite"));
  expect(() => db.exec("update revision set after = '{}' where number = 2")).toThrow("never changed or deleted");
  expect(() => db.exec("delete from revision where number = 2")).toThrow("never changed or deleted");
  const copy =
    "select desk, number, batch, subject, kind, '{}', why, undoes, at, author, hash from revision where number = 2";
  expect(() => db.exec(`insert or replace into revision ${copy}`)).toThrow("never changed or deleted");
  db.close();
});

const server = inject("postgres");

it.skipIf(server === "")(
  "does the same on PostgreSQL: one migration of many starts, and no revision changes",
  async () => {
    const database = await freshDatabase(server);
    const { url } = database;
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore({ home: "unused", databaseUrl: url })));
    const [store] = stores;
    if (store === undefined) throw new Error("no store");
    const desk = await store.desk(KEY, T0);
    await store.append(desk, 0, ANN, T0, [add("fact/a")]);
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const deed of ["update revision set after = null", "delete from revision", "truncate revision cascade"]) {
      await expect(client.query(deed)).rejects.toThrow("never changed or deleted");
    }
    await client.end();
    for (const s of stores) await s.close();
    await database.drop();
  },
);
