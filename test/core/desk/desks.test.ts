import { expect, it } from "vitest";
import { Desks } from "#core/desk/desks.ts";
import { openLibrary } from "#core/desk/library-desk.ts";
import { library } from "#test/desk.ts";
import { memoryStore } from "#test/stores/memory-store.ts";

const CLOCK = { now: () => Temporal.Instant.from("2026-11-23T10:00:00Z") };
const ANN = { platform: "test", id: "ann", name: "Ann" };

it("holds fewer desks in memory the more they hold themselves, and always the last one", async () => {
  const store = memoryStore();
  const loaded = await openLibrary(library, store, CLOCK);
  const desks = new Desks({ store, library: loaded, clock: CLOCK, token: (length) => "t".repeat(length) });
  const opened = async (id: string, changes: number): Promise<void> => {
    const key = { platform: "test", id };
    const alias = (i: number) => ({ subject: `alias/people/p${i}`, kind: "alias" as const, after: null });
    const desk = await store.desk(key, CLOCK.now());
    for (let done = 0; done < changes; done += 10_000) {
      const some = Array.from({ length: Math.min(10_000, changes - done) }, (_, i) => alias(done + i));
      await store.append(desk, done, ANN, CLOCK.now(), some);
    }
    await (await desks.open(key)).snapshot();
  };
  for (let i = 0; i < 3; i += 1) await opened(`large ${i}`, 40_000);
  await opened("small", 1);
  expect(desks.warm).toBe(3);
  await opened("huge", 150_000);
  await opened("after it", 1);
  expect(desks.warm).toBe(1);
});
