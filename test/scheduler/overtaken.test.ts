import { afterEach, beforeEach, expect, it } from "vitest";
import { authorOf } from "#core/desk/desk.ts";
import { heading, reply } from "#core/reply/reply.ts";
import type { Composer } from "#src/scheduler/composer.ts";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore, type OpenStore } from "#stores/open.ts";
import { ann } from "#test/moderation.ts";
import { library } from "#test/desk.ts";
import { depsOver, plainly } from "./deps.ts";
import { due, HERE, order, until } from "./orders.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";
import { startStandin, type Standin } from "#test/standins/scheduler/server.ts";

let skew = 0;
let store: OpenStore;
let standin: Standin;
let scheduler: Scheduler | undefined;
beforeEach(async () => {
  skew = 0;
  store = await openStore({ home: ":memory:" }, () => skew);
  standin = await startStandin();
});
afterEach(async () => {
  await scheduler?.stop();
  await standin.close();
  await store.close();
});

const ended = async (id = "d1") => (await store.digests.find(HERE, id))?.last;

/** A scheduler during whose first composing something happens: between the lease and the post. */
async function meanwhile(happens: () => Promise<unknown>, composer: Composer = plainly): Promise<void> {
  const deps = await depsOver(store, { shipped: library, composer });
  let first = true;
  const sending: typeof deps.outbox.sending = async (...args) => {
    if (first) {
      first = false;
      await happens();
    }
    return deps.outbox.sending(...args);
  };
  scheduler = new Scheduler({ ...deps, outbox: { ...deps.outbox, sending } }, [standinPlatform(standin.url)]);
  scheduler.start();
}

it("does not post a digest that is removed between its lease and its post", async () => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  await meanwhile(async () => {
    await store.digests.remove(HERE, "d1");
    await store.digests.add(HERE, order("d2", await due(store.outbox.now())));
  });
  await until(async () => (await ended("d2")) !== undefined);
  expect(standin.messages.map((m) => m.plain)).toEqual(["d2 after 0"]);
});

it("does not post a digest that is paused between its lease and its post", async () => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  await meanwhile(() => store.digests.change(HERE, "d1", { paused: { by: "person", why: "holidays" } }));
  await until(async () => (await ended()) !== undefined);
  expect(await ended()).toMatchObject({ result: "skipped", why: "paused: holidays" });
  expect(standin.messages).toEqual([]);
});

it("composes again what the desk overtook: what was retracted meanwhile is not told", async () => {
  await store.digests.add(HERE, order("d1", await due(store.outbox.now())));
  const { desks } = await depsOver(store, { shipped: library });
  const desk = await desks.open(HERE);
  const composer: Composer = {
    ...plainly,
    digest: ({ own }, { since }) => {
      const told = `the desk at ${own.version}`;
      return { kind: "say", reply: reply(told, [heading(told)]), upTo: since };
    },
  };
  await meanwhile(
    () =>
      desk.change(authorOf(ann), () => ({
        kind: "append",
        changes: [{ subject: "fact/f1", kind: "retract", after: JSON.stringify({ retracted: "wrong" }) }],
        result: undefined,
      })),
    composer,
  );
  await until(async () => (await ended()) !== undefined);
  expect(standin.messages.map((m) => m.plain)).toEqual(["the desk at 1"]);
});

it("posts nothing twice and loses nothing when the clock jumps back an hour, and forward again", async () => {
  const now = await store.outbox.now();
  const { hour, minute } = now.toZonedDateTimeISO("UTC");
  const rule = { cron: `${minute} ${hour} * * *`, timezone: "UTC" };
  const slot = now.round({ smallestUnit: "minute", roundingMode: "floor" });
  await store.digests.add(HERE, order("d1", slot, { rule }));
  await meanwhile(async () => {});
  await until(async () => (await ended()) !== undefined);
  for (const jump of [-3_600_000, 0, 7200_000, -7200_000]) {
    skew = jump;
    await scheduler?.stop();
    // A start sets the next instants again.
    await meanwhile(async () => {});
    await until(async () => (await store.outbox.changedDesks()).length === 0);
    await new Promise((resolve) => void setTimeout(resolve, 150));
  }
  expect(standin.messages).toHaveLength(1);
});
