import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenStore } from "#stores/open.ts";

/** What every store does with a work that processes share. `open`, `skew`: as of `outboxContract`. */
export function shareContract(name: string, open: (skew: () => number) => Promise<OpenStore>): void {
  describe(`share contract: ${name}`, () => {
    let store: OpenStore;
    let skew = 0;
    let works = 0;
    beforeAll(async () => {
      store = await open(() => skew);
    });
    afterAll(() => store.close());

    const newWork = (of: number) => {
      works += 1;
      const work = `work ${works}`;
      const { shares } = store;
      return {
        hold: async (process: string) => (await shares.hold(work, process, of)).parts.toSorted((a, b) => a - b),
        all: (process: string) => shares.hold(work, process, of),
        begun: (process: string, part: number) => shares.begun(work, process, part),
        elsewhere: (process: string) => shares.elsewhere(work, process),
        offer: (process: string) => shares.offer(work, process),
        letGo: (process: string) => shares.letGo(work, process),
      };
    };

    it("gives one process all, and two their even parts as soon as the first one has offered", async () => {
      const { hold, all, begun } = newWork(5);
      expect(await hold("a")).toEqual([0, 1, 2, 3, 4]);
      expect(await hold("b")).toEqual([]);
      expect(await hold("a")).toEqual([0, 1, 2, 3, 4]);
      expect(await hold("b")).toEqual([3, 4]);
      // What is taken and not begun is still the first one's to do.
      expect(await all("a")).toEqual({ of: 5, parts: [0, 1, 2], elsewhere: [] });
      await begun("b", 4);
      expect(await all("a")).toMatchObject({ elsewhere: [4] });
    });

    it("takes over what a process held that no longer renews it, and nothing before", async () => {
      const { hold } = newWork(2);
      expect(await hold("a")).toEqual([0, 1]);
      skew += 9000;
      expect(await hold("b")).toEqual([]);
      skew += 2000;
      expect(await hold("b")).toEqual([0, 1]);
      expect(await hold("a")).toEqual([]);
    });

    it("hands over what a process offers that ends, and says where nobody is there for it", async () => {
      const { hold, all, begun, elsewhere, offer, letGo } = newWork(1);
      expect(await hold("a")).toEqual([0]);
      expect(await offer("a")).toBe(false);
      expect(await hold("b")).toEqual([0]);
      expect(await hold("c")).toEqual([]);
      expect(await offer("b")).toBe(true);
      expect(await hold("c")).toEqual([0]);
      await begun("c", 0);
      expect((await all("d")).elsewhere).toEqual([0]);
      expect([await elsewhere("b"), await elsewhere("c")]).toEqual([[0], []]);
      await letGo("c");
      expect(await hold("d")).toEqual([0]);
    });

    it("counts the parts again once nobody holds any", async () => {
      const { shares } = store;
      expect(await shares.hold("growing", "a", 2)).toMatchObject({ of: 2 });
      expect(await shares.hold("growing", "b", 3)).toMatchObject({ of: 2, parts: [] });
      await shares.letGo("growing", "a");
      expect(await shares.hold("growing", "b", 3)).toEqual({ of: 3, parts: [0, 1, 2], elsewhere: [] });
    });

    it("gives no part to two processes that ask at once", async () => {
      const { hold } = newWork(7);
      const names = ["a", "b", "c", "d"];
      for (let turn = 0; turn < 6; turn += 1) await Promise.all(names.map(hold));
      const held = await Promise.all(names.map(hold));
      expect(held.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(Math.max(...held.map(({ length }) => length))).toBe(2);
    });
  });
}
