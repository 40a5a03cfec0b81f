import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, it } from "vitest";
import { Desks } from "#core/desk/desks.ts";
import { openLibrary } from "#core/desk/library-desk.ts";
import { openStore } from "#stores/open.ts";
import { LOADS_FAST } from "#test/child-env.ts";
import { library, ROOT } from "#test/desk.ts";
import { freshDatabase } from "#test/postgres/database.ts";

const server = inject("postgres");
const run = promisify(execFile);

it.skipIf(server === "")(
  "lets 20 moderators in two processes add the same facts at once: no duplicate, nothing lost, the history whole",
  async () => {
    const database = await freshDatabase(server);
    const { url } = database;
    const script = join(ROOT, "test", "stores", "crowd.ts");
    const ended = await Promise.all(["a", "b"].map((who) => run(process.execPath, [...LOADS_FAST, script, url, who])));
    const outcomes = ended.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(outcomes).toHaveLength(160);
    expect(outcomes.filter((o) => o.startsWith("refused"))).toEqual([]);
    expect(outcomes.filter((o) => o.startsWith("new"))).toHaveLength(8);

    const clock = { now: () => Temporal.Now.instant() };
    const store = await openStore({ home: "unused", databaseUrl: url });
    const desks = new Desks({ store, clock, library: await openLibrary(library, store, clock), token: () => "t" });
    const { view, own } = await (await desks.open({ platform: "test", id: "crowd" })).whole();
    const facts = view.facts.filter((f) => f.revision > 0);
    expect(facts.map((f) => f.claims.length)).toEqual(Array.from({ length: 8 }, () => 20));
    expect(own.revisions.map((r) => r.number)).toEqual(own.revisions.map((_, i) => i + 1));
    expect(new Set(own.revisions.map((r) => r.by.name)).size).toBe(20);
    expect([...view.articles.values()].filter((a) => a.outlet === "Crowd Times")).toHaveLength(1);
    await store.close();
    await database.drop();
  },
);
