import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIBRARY_KEY } from "#core/desk/store.ts";
import type { Payload } from "#core/outbox/payload.ts";
import { reply } from "#core/reply/reply.ts";
import type { OpenStore } from "#stores/open.ts";
import { order } from "#test/scheduler/orders.ts";
import { add } from "./contract.ts";

const DAY = 86_400_000;
const ANN = { platform: "slack", id: "U1", name: "Ann" };

/** What every outbox does with what is over, and with very much at once. `open`, `skew`: as of `outboxContract`. */
export function endsContract(name: string, open: (skew: () => number) => Promise<OpenStore>): void {
  describe(`ends contract: ${name}`, () => {
    let store: OpenStore;
    let skew = 0;
    let places = 0;
    beforeAll(async () => {
      store = await open(() => skew);
    });
    afterAll(() => store.close());

    const newPlace = () => {
      places += 1;
      return { platform: `p${places}`, id: `place ${places}` };
    };
    const now = () => store.outbox.now();

    /** A digest whose instant has come, and the lease on its job. */
    const leased = async () => {
      const place = newPlace();
      await store.digests.add(place, order(place.id, await now()));
      await store.outbox.planDigests([place.platform], 9, DAY);
      const [held] = await store.outbox.lease(place.platform, 9, DAY);
      if (held === undefined) throw new Error("there was no job to lease");
      return { place, held };
    };

    it("settles many of one moment, those whose lease is still the last one", async () => {
      const all = [(await leased()).held, (await leased()).held, (await leased()).held, (await leased()).held];
      const upTo = { own: 3, library: 4, mark: "m" };
      const isStale = (i: number) => i === 1;
      const ends = await Promise.all(
        all.map(({ job, at }, i) => {
          const lease = { job: isStale(i) ? { ...job, fence: job.fence - 1 } : job, at };
          return store.outbox.settle(lease, { kind: "empty", upTo });
        }),
      );
      expect(ends).toEqual([true, false, true, true]);
      for (const [i, { job }] of all.entries()) {
        expect((await store.outbox.job(job))?.state).toBe(isStale(i) ? "leased" : "empty");
        const { since } = (await store.outbox.digest(job.id)) ?? {};
        expect(since).toEqual(isStale(i) ? order("x", await now()).since : upTo);
      }
    });

    it("forgets what is over with them: texts, deliveries, messages", async () => {
      const place = newPlace();
      const desk = await store.desk({ platform: place.platform, id: place.id }, await now());
      const posting = (message: string) => ({ workspace: place.id, channel: "c", message });
      const fact = { id: "f1", revision: 1, statement: "It lasted six hours.", sources: [] };
      const at = await now();
      await store.stash.put("ends", "soon", "x", at.add({ hours: 1 }));
      await store.stash.put("ends", "never", "x", Temporal.Instant.from("9999-01-01T00:00:00Z"));
      await store.deliveries.run("old delivery", at, (claim) => claim());
      await store.outbox.remember(desk, place.platform, posting("old"), [fact]);
      skew += 100 * DAY;
      await store.outbox.remember(desk, place.platform, posting("new"), [fact]);
      await store.deliveries.run("new delivery", await now(), (claim) => claim());
      expect(await store.outbox.forget(90)).toBeGreaterThanOrEqual(4);
      expect(await store.stash.tokens("ends", at)).toEqual(["never"]);
      expect((await store.outbox.quoted(desk, ["f1"], 0, 9)).map(({ message }) => message)).toEqual(["new"]);
      const first = (id: string) => store.deliveries.run(id, at, (claim) => claim());
      expect([await first("old delivery"), await first("new delivery")]).toEqual([true, false]);
    });

    it("goes through all messages in parts when the library changed, and no further", async () => {
      const place = newPlace();
      const [desk, library] = [
        await store.desk({ platform: place.platform, id: place.id }, await now()),
        await store.desk({ platform: "test", id: "the library" }, await now()),
      ];
      const fact = { id: "f1", revision: 1, statement: "It lasted six hours.", sources: [] };
      for (const message of ["1", "2", "3"])
        await store.outbox.remember(desk, place.platform, { workspace: place.id, channel: "walked", message }, [fact]);
      const all = await store.outbox.quoted(desk, ["f1"], 0, 99);
      await store.outbox.correct(
        [],
        all.map(({ id }) => id),
      );
      const fresh = async () => (await store.outbox.quoted(desk, [], 0, 99)).length;
      await store.outbox.libraryChanged(library, 1);
      expect(await store.outbox.walkShown(2)).toBe(0);
      expect(await store.outbox.libraryChanged(library, 2)).toBe(true);
      expect(await fresh()).toBe(0);
      let walked = 0;
      for (let some = 1; some > 0; walked += some) {
        some = await store.outbox.walkShown(2);
        expect(some).toBeLessThanOrEqual(2);
      }
      expect(walked).toBeGreaterThanOrEqual(3);
      expect(await fresh()).toBe(3);
      expect(await store.outbox.walkShown(2)).toBe(0);
    });

    it("compares a post with its desk only where desk or library went on while it was sent", async () => {
      const library = await store.desk(LIBRARY_KEY, await now());
      const grow = async (desk: number) =>
        store.append(desk, await store.version(desk), ANN, await now(), [add("fact/f1")]);
      const compared = async (goesOn: (desk: number) => Promise<unknown>, known: Partial<Payload> = {}) => {
        const { place, held } = await leased();
        const desk = await store.desk(place, await now());
        const of = { desk, version: 0, library: await store.version(library), ...known };
        const fact = { id: "f1", revision: 1, statement: "It lasted six hours.", sources: [] };
        expect(await store.outbox.sending(held, { reply: reply("said", [], [fact]), ...of }, DAY)).toBe("saved");
        await goesOn(desk);
        const posting = { workspace: place.id, channel: "c", message: "m" };
        expect(await store.outbox.settle(held, { kind: "sent", posting })).toBe(true);
        expect(await store.outbox.quoted(desk, ["f1"], 0, 9)).toHaveLength(1);
        return (await store.outbox.quoted(desk, [], 0, 9)).length === 1;
      };
      expect(await compared(async () => {})).toBe(false);
      expect(await compared(grow)).toBe(true);
      expect(await compared(() => grow(library))).toBe(true);
      expect(await compared(async () => {}, { library: 0 })).toBe(true);
    });

    it("counts what is due, and by how much the oldest is late", async () => {
      const place = newPlace();
      expect(await store.outbox.due([place.platform])).toEqual({ jobs: 0, late: 0 });
      await store.digests.add(place, order(`${place.platform}-due`, (await now()).subtract({ seconds: 90 })));
      const { jobs, late } = await store.outbox.due([place.platform]);
      expect(jobs).toBe(1);
      expect(late).toBeGreaterThanOrEqual(90);
    });
  });
}
