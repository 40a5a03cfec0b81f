import { expect, inject, it, onTestFinished } from "vitest";
import { startServer } from "#test/postgres/server.ts";
import { openStore } from "#stores/open.ts";
import { servers } from "#test/servers.ts";

it.skipIf(inject("postgres") === "")(
  "answers that Nothing was changed while PostgreSQL is away, and goes on when it is back",
  async () => {
    const database = await startServer(true);
    if (database === undefined) throw new Error("a server started for this run before, but none starts now");
    onTestFinished(() => database.stop());
    const store = await openStore({ home: "unused", databaseUrl: database.url("postgres") });
    const server = await (await servers(undefined, store)).server();
    expect((await server.say("facts retract apr-venue reason:x")).text).toMatch(/^Retracted/u);
    const back = await database.takeAway();
    for (const line of ["who-led", "facts restore apr-venue", "ask who led"]) {
      const { refusal } = await server.say(line);
      expect(refusal).toMatchObject({ kind: "failed" });
      expect(refusal?.message).toContain("Nothing was changed");
      expect(refusal?.message).not.toMatch(/127\.0\.0\.1|postgres:/u);
    }
    await back();
    expect((await server.say("facts restore apr-venue")).text).toMatch(/^Restored/u);
    await store.close();
  },
);
