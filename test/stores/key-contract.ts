import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Author, Store } from "#core/desk/store.ts";
import { add } from "./contract.ts";

const ANN: Author = { platform: "slack", id: "U1", name: "Ann" };
const BEN: Author = { platform: "discord", id: "2", name: "Ben" };
const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const later = (seconds: number): Temporal.Instant => T0.add({ seconds });

/** Which desk a key leads to in every store. `open` gives an empty store. */
export function keyContract(name: string, open: () => Promise<Store>): void {
  describe(`key contract: ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it("leads a key to another desk, and leaves the old one as it was", async () => {
      const [key, other] = [
        { platform: "slack", id: "T-lead" },
        await store.desk({ platform: "test", id: "other" }, T0),
      ];
      const old = await store.desk(key, T0);
      await store.append(old, 0, ANN, T0, [add("fact/f1")]);
      await store.lead(key, other, later(1));
      expect(await store.desk(key, later(2))).toBe(other);
      expect(await store.keys(other)).toContainEqual(key);
      expect(await store.keys(old)).toEqual([]);
      expect(await store.version(old)).toBe(1);
    });

    it("leads a key with a change: both or neither", async () => {
      const key = { platform: "slack", id: "T-both" };
      const [old, target] = [await store.desk(key, T0), await store.desk({ platform: "test", id: "target" }, T0)];
      expect(await store.append(target, 7, ANN, T0, [add("fact/f1")], key)).toMatchObject({ kind: "moved" });
      expect(await store.desk(key, T0)).toBe(old);
      await store.append(target, 0, ANN, T0, [add("fact/f1")], key);
      expect(await store.desk(key, T0)).toBe(target);
    });

    it("parts a key from a desk of several: the same revisions, a whole chain, each its own from then on", async () => {
      const [one, two] = [
        { platform: "slack", id: "T-one" },
        { platform: "slack", id: "T-two" },
      ];
      const shared = await store.desk(one, T0);
      expect(await store.part(one, ANN, later(1), [add("link/test")])).toBeUndefined();
      expect(await store.version(shared)).toBe(0);
      await store.lead(two, shared, later(1));
      // More than one page of revisions.
      for (let i = 0; i < 600; i += 60) {
        const changes = Array.from({ length: 60 }, (_, n) => add(`fact/f${i + n}`));
        await store.append(shared, i, i % 120 === 0 ? ANN : BEN, later(1), changes);
      }
      const own = (await store.part(two, BEN, later(2), [add("link/test")])) ?? 0;
      expect(await store.desk(two, later(3))).toBe(own);
      expect(await store.keys(shared)).toEqual([one]);
      expect(await store.revisions(own, 0)).toEqual(await store.revisions(shared, 0));
      expect(await store.firstBroken(own)).toBeUndefined();
      await store.append(own, 601, ANN, later(3), [add("fact/mine")]);
      expect(await store.version(shared)).toBe(601);
      expect((await store.revisions(shared, 600)).map((r) => [r.subject, r.by])).toEqual([["link/test", BEN]]);
      expect(await store.firstBroken(shared)).toBeUndefined();
      expect(await store.erase(shared, ANN, "erased-9")).toBe(300);
      expect((await store.revisions(own, 0))[0]?.by).toEqual(ANN);
    });
  });
}
