import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DeliveredBefore, type Author, type Store } from "#core/desk/store.ts";
import { add } from "./contract.ts";

const ANN: Author = { platform: "slack", id: "U1", name: "Ann" };
const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");

/** What every store does for what is delivered more than once. `open` gives an empty store. */
export function deliveryContract(name: string, open: () => Promise<Store>): void {
  describe(`delivery contract: ${name}`, () => {
    let store: Store;
    let desks = 0;
    const newDesk = (): Promise<number> => store.desk({ platform: "test", id: `desk ${(desks += 1)}` }, T0);
    const append = (desk: number, base: number) => store.append(desk, base, ANN, T0, [add(`fact/f${base + 1}`)]);
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it("reserves a delivery with its first change, and does nothing of it a second time", async () => {
      const desk = await newDesk();
      await store.deliveries.run("twice", T0, async (reserve) => {
        await append(desk, 0);
        await append(desk, 1);
        expect(await reserve()).toBe(true);
      });
      await store.deliveries.run("twice", T0, async (reserve) => {
        await expect(append(desk, 2)).rejects.toThrow(DeliveredBefore);
        await expect(store.lead({ platform: "test", id: "other" }, desk, T0)).rejects.toThrow(DeliveredBefore);
        await expect(store.erase(desk, ANN, "erased")).rejects.toThrow(DeliveredBefore);
        await expect(store.settleMiss(desk, "who")).rejects.toThrow(DeliveredBefore);
        await expect(store.dropPick(desk, "who")).rejects.toThrow(DeliveredBefore);
        await expect(store.stash.pop("scope", "token", T0)).rejects.toThrow(DeliveredBefore);
        expect(await reserve()).toBe(false);
      });
      expect(await store.version(desk)).toBe(2);
      expect(await append(desk, 2)).toMatchObject({ kind: "appended" });
    });

    it("reserves a delivery that changes nothing when it is asked to, for the first", async () => {
      const reserved = await store.deliveries.run("read", T0, async (reserve) => [await reserve(), await reserve()]);
      expect(reserved).toEqual([true, true]);
      expect(await store.deliveries.run("read", T0, (reserve) => reserve())).toBe(false);
      expect(await store.deliveries.run("another", T0, (reserve) => reserve())).toBe(true);
    });

    it("lets one of many at once do it", async () => {
      const desk = await newDesk();
      const done = await Promise.allSettled(
        Array.from({ length: 6 }, (_, i) =>
          store.deliveries.run("race", T0, async () => store.append(desk, 0, ANN, T0, [add(`fact/${i}`)])),
        ),
      );
      const appended = done.filter((d) => d.status === "fulfilled" && d.value.kind === "appended");
      expect(appended).toHaveLength(1);
      expect(await store.version(desk)).toBe(1);
    });

    it("leaves a delivery free whose change was not made", async () => {
      const desk = await newDesk();
      await append(desk, 0);
      await store.deliveries.run("unmade", T0, async () => {
        expect(await append(desk, 0)).toEqual({ kind: "moved", version: 1 });
        await expect(append(999_999, 0)).rejects.toThrow("no desk 999999");
      });
      await store.deliveries.run("unmade", T0, async () => {
        expect(await append(desk, 1)).toMatchObject({ kind: "appended" });
      });
    });

    it("reads and holds texts for a delivery that was reserved", async () => {
      const desk = await newDesk();
      await store.deliveries.run("known", T0, (reserve) => reserve());
      await store.deliveries.run("known", T0, async () => {
        await store.stash.put("scope", "beside", "x", T0.add({ seconds: 9 }));
        expect(await store.stash.get("scope", "beside", T0)).toBe("x");
        expect(await store.revisions(desk, 0)).toEqual([]);
      });
    });
  });
}
