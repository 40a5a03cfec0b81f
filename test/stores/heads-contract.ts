import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Change, Revision, Store } from "#core/desk/store.ts";
import { add, insist } from "./contract.ts";

const ANN = { platform: "slack", id: "U1", name: "Ann" };
const BEN = { platform: "discord", id: "2", name: "Ben" };
const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");

/** What every store tells of a desk without its whole history. `open` gives an empty database. */
export function headsContract(name: string, open: () => Promise<Store>): void {
  describe(`heads in a store: ${name}`, () => {
    let store: Store;
    let keys = 0;
    const newDesk = (): Promise<number> => store.desk({ platform: "test", id: `heads ${(keys += 1)}` }, T0);
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it("gives the first and the last revision of each subject, and all of suggestions, however many there are", async () => {
      const long = await newDesk();
      const batch = (n: number): readonly Change[] => [
        ...Array.from({ length: 450 }, (_, i) => add(`fact/F${i}`, `{"n":${n}}`)),
        ...Array.from({ length: 450 }, (_, i) => add(`alias/people/x ${n} ${i}`)),
        add("suggestion/s1", `{"n":${n}}`),
        add("proposal/p/1", n === 3 ? null : `{"n":${n}}`),
      ];
      for (let n = 0; n < 6; n += 1) await insist(store, long, n % 2 ? BEN : ANN, batch(n));
      const all = await store.revisions(long, 0);
      expect(all.map((r) => r.number)).toEqual(all.map((_, i) => i + 1));
      const ends = Map.groupBy(all, (r) => r.subject);
      const wanted = all.filter(
        (r) =>
          /^(?:suggestion|proposal)/u.test(r.subject) ||
          r === ends.get(r.subject)?.[0] ||
          r === ends.get(r.subject)?.at(-1),
      );
      const heads = await store.heads(long);
      const flat = (r: Revision) => ({ ...r, at: String(r.at) });
      const held = new Set(heads.map((r) => r.number));
      expect(wanted.filter((r) => !held.has(r.number))).toEqual([]);
      expect(heads.map(flat)).toEqual(all.filter((r) => held.has(r.number)).map(flat));
      await store.erase(long, ANN, "erased-1");
      expect(new Set((await store.heads(long)).map((r) => r.by.id))).toEqual(new Set(["erased-1", BEN.id]));
    });

    it("leaves the middle of a subject's history where it is", async () => {
      const often = await newDesk();
      for (let n = 0; n < 12; n += 1)
        await insist(
          store,
          often,
          ANN,
          Array.from({ length: 200 }, (_, i) => add(`fact/f${i}`, `{"n":${n}}`)),
        );
      const heads = await store.heads(often);
      expect(heads.map((r) => r.number)).toEqual([
        ...Array.from({ length: 200 }, (_, i) => i + 1),
        ...Array.from({ length: 200 }, (_, i) => 2201 + i),
      ]);
    });
  });
}
