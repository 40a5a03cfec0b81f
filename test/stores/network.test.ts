import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { StoreUnavailable, type Store } from "#core/desk/store.ts";
import { openStore } from "#stores/open.ts";
import { freshDatabase, run } from "#test/postgres/database.ts";
import { startProxy, type Proxy } from "#test/postgres/proxy.ts";
import { add } from "./contract.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = { platform: "test", id: "ann", name: "Ann" };
const server = inject("postgres");

describe.skipIf(server === "")("PostgreSQL over a failing network", () => {
  let database: { readonly url: string; drop(): Promise<void> };
  let proxy: Proxy;
  let store: Store;
  let desk: number;
  let keys = 0;

  beforeAll(async () => {
    database = await freshDatabase(server);
    proxy = await startProxy(database.url);
    store = await openStore({ home: "unused", databaseUrl: proxy.url });
  });
  afterAll(async () => {
    await store.close();
    await proxy.close();
    await database.drop();
  });
  const fresh = async (): Promise<void> => {
    proxy.commits = "pass";
    desk = await store.desk({ platform: "test", id: `n${(keys += 1)}` }, T0);
  };

  it("says that a change was kept when the answer to its commit was lost", async () => {
    await fresh();
    proxy.commits = "lose answer";
    const done = await store.append(desk, 0, ANN, T0, [add("fact/a"), add("fact/b")]);
    expect(proxy.commits).toBe("pass");
    expect(done.kind === "appended" && done.revisions.map((r) => [r.number, r.subject])).toEqual([
      [1, "fact/a"],
      [2, "fact/b"],
    ]);
    expect(await store.version(desk)).toBe(2);
  });

  it("says that nothing was changed when the commit itself was lost", async () => {
    await fresh();
    proxy.commits = "lose";
    await expect(store.append(desk, 0, ANN, T0, [add("fact/a")])).rejects.toMatchObject({
      name: "StoreUnavailable",
      unsure: false,
    });
    expect(await store.version(desk)).toBe(0);
  });

  it("says that it does not know when the server is gone for good in the middle of a commit", async () => {
    await fresh();
    proxy.commits = "cut";
    const error: unknown = await store.append(desk, 0, ANN, T0, [add("fact/a")]).catch((e: unknown) => e);
    proxy.commits = "pass";
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(error).toMatchObject({ unsure: true });
    expect(String(error)).toContain("Nobody can tell whether the change was saved");
    expect(await store.version(desk)).toBe(1);
  });

  it("gives up a server that went silent, and uses none of its connections again", async () => {
    await fresh();
    await Promise.all(Array.from({ length: 10 }, () => store.version(desk)));
    proxy.swallow();
    const silent = await Promise.allSettled(Array.from({ length: 10 }, () => store.version(desk)));
    expect(silent.map((s) => s.status)).toEqual(Array.from({ length: 10 }, () => "rejected"));
    for (const s of silent) expect(s).toMatchObject({ reason: { name: "StoreUnavailable" } });
    const well = await Promise.all(Array.from({ length: 10 }, () => store.version(desk)));
    expect(well).toEqual(Array.from({ length: 10 }, () => 0));
  });

  it.each(["lose", "lose answer"] as const)("starts although its schema's commit was cut: %s", async (fate) => {
    const empty = await freshDatabase(server);
    const failing = await startProxy(empty.url);
    failing.commits = fate;
    const started = await openStore({ home: "unused", databaseUrl: failing.url });
    expect(failing.commits).toBe("pass");
    expect(await started.version(await started.desk({ platform: "test", id: "new" }, T0))).toBe(0);
    await started.close();
    await failing.close();
    await empty.drop();
  });

  it("says that a server which takes no writes is read-only", async () => {
    await fresh();
    const name = new URL(database.url).pathname.slice(1);
    await run(database.url, `alter database ${name} set default_transaction_read_only = on`);
    const standby = await openStore({ home: "unused", databaseUrl: database.url });
    await expect(standby.append(desk, 0, ANN, T0, [add("fact/a")])).rejects.toThrow(/^PostgreSQL is read-only here/u);
    expect(await standby.version(desk)).toBe(0);
    await standby.close();
    await run(database.url, `begin read write; alter database ${name} reset default_transaction_read_only; commit`);
  });
});
