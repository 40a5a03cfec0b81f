import type { OfferPick } from "#core/lookup/offers.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PICKS_MAX, type Store } from "#core/desk/store.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const later = (seconds: number): Temporal.Instant => T0.add({ seconds });
const PICK: OfferPick = { key: "k", of: "facts", id: "f1", spelling: "k", question: "k?" };

/**
 * What every store does with what members pressed. `open` gives one and the same empty database each time it is called.
 */
export function pickContract(name: string, open: () => Promise<Store>): void {
  describe(`picks in a store: ${name}`, () => {
    let store: Store;
    let keys = 0;
    const newDesk = (): Promise<number> => store.desk({ platform: "test", id: `picks ${(keys += 1)}` }, T0);
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it("counts picks, the most pressed first, until they are dropped, on their own desk alone", async () => {
      const [mine, other] = [await newDesk(), await newDesk()];
      for (const [i, word] of ["b", "a", "b"].entries()) {
        await store.countPick(mine, { ...PICK, key: word, spelling: word, question: `${word} ${i}?` }, later(i));
      }
      const [first, second] = await store.picks(mine, 10);
      expect(first).toMatchObject({ key: "b", of: "facts", id: "f1", spelling: "b", question: "b 2?", times: 2 });
      expect(String(first?.last)).toBe(String(later(2)));
      expect(second).toMatchObject({ key: "a", times: 1 });
      expect(await store.picks(mine, 1)).toHaveLength(1);
      expect(await store.picks(other, 10)).toEqual([]);
      await store.dropPick(other, "b");
      await store.dropPick(mine, "a");
      expect((await store.picks(mine, 10)).map((p) => p.key)).toEqual(["b"]);
    });

    it("keeps no more picks than a desk may, and drops the least pressed, of those the oldest", async () => {
      const mine = await newDesk();
      const press = (key: string, at: number) => store.countPick(mine, { ...PICK, key }, later(at));
      await press("often", 0);
      await press("often", 0);
      for (let n = 1; n < PICKS_MAX; n += 1) await press(`p${n}`, n);
      await press("new", 999);
      await press("newer", 999);
      const kept = (await store.picks(mine, 999)).map((p) => p.key);
      expect(kept).toHaveLength(PICKS_MAX);
      expect(kept).toEqual(expect.arrayContaining(["often", "new", "newer", "p3"]));
      expect(kept).not.toContain("p1");
      expect(kept).not.toContain("p2");
    });

    it("counts presses at one moment, none lost", async () => {
      const mine = await newDesk();
      await Promise.all(Array.from({ length: 8 }, () => store.countPick(mine, PICK, T0)));
      expect(await store.picks(mine, 9)).toMatchObject([{ key: "k", times: 8 }]);
    });
  });
}
