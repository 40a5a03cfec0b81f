import { expect, inject, it } from "vitest";
import { startServer } from "#test/postgres/server.ts";
import { openStore } from "#stores/open.ts";
import { building } from "#test/building.ts";

it.skipIf(inject("postgres") === "")(
  "answers that nothing was changed while PostgreSQL is away, and goes on when it is back",
  { timeout: 60_000 },
  async () => {
    const server = await startServer(true);
    if (server === undefined) throw new Error("a server started for this run before, but none starts now");
    const store = await openStore({ home: "unused", databaseUrl: server.url("postgres") });
    const room = await (await building(undefined, store)).room();
    expect((await room.say("facts retract apr-venue reason:x")).text).toMatch(/^Retracted/u);
    const back = await server.takeAway();
    for (const line of ["who-led", "facts restore apr-venue", "ask who led"]) {
      const { refusal } = await room.say(line);
      expect(refusal).toMatchObject({ kind: "failed" });
      expect(refusal?.message).toContain("nothing was changed");
      expect(refusal?.message).not.toMatch(/127\.0\.0\.1|postgres:/u);
    }
    await back();
    expect((await room.say("facts restore apr-venue")).text).toMatch(/^Restored/u);
    await store.close();
    await server.stop();
  },
);
