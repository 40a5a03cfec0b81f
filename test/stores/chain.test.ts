import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { checkHistories } from "#src/app/check-histories.ts";
import { openStore, type OpenStore } from "#stores/open.ts";
import { library } from "#test/desk.ts";
import { testFolder } from "#test/folder.ts";
import { freshDatabase, run } from "#test/postgres/database.ts";
import { root, servers } from "#test/servers.ts";
import { add, insist } from "./contract.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = { platform: "slack", id: "U1", name: "Ann" };
const BEN = { platform: "slack", id: "U2", name: "Ben" };

interface Opened {
  readonly store: OpenStore;
  /** Runs a statement by another way than Talks, which the database's triggers do not stop any more. */
  tamper(statement: string): Promise<void>;
  close(): Promise<void>;
}

/** What both databases do about a history that somebody alters without Talks. */
function chainContract(open: () => Promise<Opened>): void {
  let opened: Opened;
  let store: OpenStore;
  let places = 0;
  beforeAll(async () => {
    opened = await open();
    ({ store } = opened);
  });
  afterAll(() => opened.close());

  /** A desk of a thousand and some revisions, by two people: more than are read at once. */
  async function filled(): Promise<number> {
    places += 1;
    const desk = await store.desk({ platform: "slack", id: `T${places}` }, T0);
    await insist(
      store,
      desk,
      ANN,
      Array.from({ length: 1000 }, (_, i) => add(`fact/${i}`)),
    );
    await insist(store, desk, BEN, [add("fact/b"), { ...add("fact/c"), why: "because" }, add("fact/d")]);
    return desk;
  }

  it("finds a history whole, also after a person was erased from it and after others went on", async () => {
    const desk = await filled();
    expect(await store.firstBroken(desk)).toBeUndefined();
    expect(await store.erase(desk, ANN, "erased-1")).toBe(1000);
    expect(await store.firstBroken(desk)).toBeUndefined();
    await insist(store, desk, ANN, [add("fact/e")]);
    expect(await store.firstBroken(desk)).toBeUndefined();
    const empty = await store.desk({ platform: "slack", id: "empty" }, T0);
    expect(await store.firstBroken(empty)).toBeUndefined();
  });

  it.each([
    ["what a revision says", 1, `update revision set after = '{"false":1}' where number = 1 and desk = `],
    ["why it was made", 1002, "update revision set why = 'of another reason' where number = 1002 and desk = "],
    ["when it was made", 600, "update revision set at = '2020-01-01T00:00:00.000Z' where number = 600 and desk = "],
    ["who made it", 1001, "update revision set author = (select min(id) from author) where number = 1001 and desk = "],
    ["its own hash too", 500, "update revision set after = null, hash = 'aa' where number = 500 and desk = "],
    ["that it was made", 501, "delete from revision where number = 501 and desk = "],
    ["that the last one was made", 1003, "delete from revision where number = 1003 and desk = "],
  ])("finds the first revision where somebody changed %s", async (_, number, statement) => {
    const desk = await filled();
    await opened.tamper(`${statement}${desk}`);
    expect(await store.firstBroken(desk)).toBe(number);
  });

  it("says so in the audit, and in one line at the start", async () => {
    const talks = await servers(library, store);
    const [good, bad] = [
      { platform: "slack", id: "good" },
      { platform: "slack", id: "bad" },
    ];
    for (const key of [good, bad]) {
      const server = await talks.server(key);
      await server.say("facts retract apr-led-us withdrawn", root);
      await server.say("facts restore apr-led-us", root);
      expect((await server.say("facts audit", root)).text).toContain("every change fits the one before it");
    }
    await opened.tamper(
      `update revision set why = 'of another reason' where number = 1 and desk = ${await store.desk(bad, T0)}`,
    );
    const audit = async (key: typeof good) => (await (await talks.server(key)).say("facts audit", root)).text;
    expect(await audit(bad)).toContain("The history is broken. Change #1 is missing or was altered");
    expect(await audit(good)).toContain("The history is complete");

    const lines: string[] = [];
    await checkHistories(store, (line) => lines.push(line), new AbortController().signal);
    expect(lines.filter((line) => line.includes("slack bad is broken: change #1 "))).toHaveLength(1);
    expect(lines.filter((line) => /slack good|the library/u.test(line))).toEqual([]);
    const stopped: string[] = [];
    await checkHistories(store, (line) => stopped.push(line), AbortSignal.abort());
    expect(stopped).toEqual([]);
  });
}

describe("the chain of revisions on SQLite", () => {
  chainContract(async () => {
    const home = testFolder();
    const store = await openStore({ home });
    const db = new DatabaseSync(join(home, "talks.sqlite"), { timeout: 5000 });
    db.exec("drop trigger revision_no_update; drop trigger revision_no_delete;");
    return {
      store,
      tamper: async (statement) => db.exec(statement),
      async close() {
        db.close();
        await store.close();
      },
    };
  });
});

const server = inject("postgres");
describe.skipIf(server === "")("the chain of revisions on PostgreSQL (skipped where no server can be started)", () => {
  chainContract(async () => {
    const database = await freshDatabase(server);
    const { url } = database;
    const store = await openStore({ home: "unused", databaseUrl: url });
    await run(url, "alter table revision disable trigger revision_no_change");
    return {
      store,
      tamper: (statement) => run(url, statement),
      async close() {
        await store.close();
        await database.drop();
      },
    };
  });
});
