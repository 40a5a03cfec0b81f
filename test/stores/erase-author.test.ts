import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openStore, type OpenStore } from "#stores/open.ts";
import { testFolder } from "#test/folder.ts";
import { freshDatabase, run } from "#test/postgres/database.ts";
import { order } from "#test/scheduler/orders.ts";
import { add } from "./contract.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = { platform: "slack", id: "U1", name: "Ann" };
const BEN = { platform: "slack", id: "U2", name: "Ben" };

interface Opened {
  readonly store: OpenStore;
  /** From now on the statement that does this to this table ends the transaction; `undefined`: none does. */
  dies(at: readonly [deed: "insert" | "update" | "delete", table: string] | undefined): Promise<void>;
  close(): Promise<void>;
}

/** What both databases do where erasing somebody ends half way. */
function erasing(open: () => Promise<Opened>): void {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  /** A person who changed something, follows something and owns a digest, an inbox and a webhook. */
  async function filled(name: string) {
    const { store } = opened;
    const workspace = { platform: "slack", id: name };
    const desk = await store.desk(workspace, T0);
    await store.append(desk, 0, ANN, T0, [add("fact/a"), add("fact/b")]);
    await store.digests.follow(workspace, ANN.id, "talks/a", { own: 0, library: 0, mark: "" });
    await store.digests.add(workspace, { ...order(`of ${name}`, T0.add({ hours: 9 })), owner: ANN.id });
    await store.digests.setInbox(workspace, { channel: "c", owner: ANN.id });
    const target = { kind: "person", workspace: name, user: ANN.id } as const;
    await store.outbox.add([{ kind: "notice", id: `to ${name}`, sequence: "1", platform: "slack", target }]);
    const state = async () => ({
      authors: [...new Set((await store.revisions(desk, 0)).map((r) => r.by.id))],
      version: await store.version(desk),
      kept: [await store.digests.keptOf(workspace, ANN.id), await store.digests.keptOf(workspace, BEN.id)],
      broken: await store.firstBroken(desk),
    });
    return { state, erase: () => store.erase(desk, ANN, "erased-1", { by: BEN, at: T0, workspace }) };
  }
  const before = { authors: ["U1"], version: 2, kept: [4, 0], broken: undefined };
  const after = { authors: ["erased-1", "U2"], version: 3, kept: [0, 2], broken: undefined };

  it.each([
    ["insert", "revision"],
    ["update", "desk"],
    ["delete", "follow"],
    ["update", "digest"],
    ["update", "inbox"],
    ["delete", "job"],
  ] as const)(
    "keeps a person whole where it ends at the %s of %s, and erases all of them the next time",
    async (...at) => {
      const { state, erase } = await filled(at.join(" "));
      expect(await state()).toEqual(before);
      await opened.dies(at);
      await expect(erase()).rejects.toThrow(/died/u);
      expect(await state()).toEqual(before);
      await opened.dies(undefined);
      expect(await erase()).toBe(2);
      expect(await state()).toEqual(after);
      // Nobody is called that any more: nothing is written.
      expect(await erase()).toBe(0);
      expect(await state()).toEqual(after);
    },
  );
}

describe("erasing a person on SQLite", () => {
  erasing(async () => {
    const home = testFolder();
    const store = await openStore({ home });
    const db = new DatabaseSync(join(home, "talks.sqlite"), { timeout: 5000 });
    return {
      store,
      async dies(at) {
        db.exec("drop trigger if exists dies");
        if (at !== undefined)
          db.exec(`create trigger dies before ${at.join(" on ")} begin select raise(abort, 'died'); end`);
      },
      async close() {
        db.close();
        await store.close();
      },
    };
  });
});

const server = inject("postgres");
describe.skipIf(server === "")("erasing a person on PostgreSQL (skipped where no server can be started)", () => {
  erasing(async () => {
    const database = await freshDatabase(server);
    const { url } = database;
    const store = await openStore({ home: "unused", databaseUrl: url });
    await run(url, "create function die() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$");
    let table: string | undefined;
    return {
      store,
      async dies(at) {
        if (table !== undefined) await run(url, `drop trigger dies on ${table}`);
        table = at?.[1];
        if (at !== undefined)
          await run(url, `create trigger dies before ${at.join(" on ")} for each row execute function die()`);
      },
      async close() {
        await store.close();
        await database.drop();
      },
    };
  });
});
