import type { OfferPick } from "#core/lookup/offers.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Appended, Author, Change, Revision, Store } from "#core/desk/store.ts";

const ANN: Author = { platform: "slack", id: "U1", name: "Ann" };
const PICK: OfferPick = { key: "k", of: "facts", id: "f1", spelling: "k", question: "k?" };
const BEN: Author = { platform: "discord", id: "2", name: "Ben" };
const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const later = (seconds: number): Temporal.Instant => T0.add({ seconds });

export const add = (subject: string, after: string | null = "{}"): Change => ({ subject, kind: "add", after });

/** Appends whatever the version is, as a caller that decides again does. */
export async function insist(store: Store, desk: number, by: Author, changes: readonly Change[]): Promise<Appended> {
  for (;;) {
    const done = await store.append(desk, await store.version(desk), by, T0, changes);
    if (done.kind === "appended") return done;
  }
}

/** What every store does. `open` gives one and the same empty database each time it is called. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    let desk: number;
    let keys = 0;
    const newDesk = (): Promise<number> => store.desk({ platform: "test", id: `desk ${(keys += 1)}` }, T0);
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it("makes a desk on first contact and finds it again", async () => {
      const key = { platform: "slack", id: "T1" };
      const first = await store.desk(key, T0);
      expect(await store.desk(key, later(5))).toBe(first);
      expect(await store.desk({ platform: "discord", id: "T1" }, T0)).not.toBe(first);
      expect(await store.keys(first)).toEqual([key]);
      expect(await store.version(first)).toBe(0);
    });

    it("makes one desk of many first contacts at once", async () => {
      const all = await Promise.all(
        Array.from({ length: 8 }, () => store.desk({ platform: "slack", id: "T-race" }, T0)),
      );
      expect(new Set(all).size).toBe(1);
    });

    it("appends revisions numbered from 1, in batches, and reads them back as they were", async () => {
      desk = await newDesk();
      const one: Change = { subject: "fact/f1", kind: "add", after: '{"a":1}', why: "because" };
      const two: Change = { subject: "fact/f2", kind: "undo", after: null, undoes: 1 };
      const done = await store.append(desk, 0, ANN, T0, [one, two]);
      const made = done.kind === "appended" ? done.revisions : [];
      const flat = (r: Revision) => ({ ...r, at: String(r.at) });
      expect((await store.revisions(desk, 0)).map(flat)).toEqual(made.map(flat));
      expect(made).toHaveLength(2);
      expect(await store.append(desk, 2, BEN, later(1), [add("fact/f3")])).toMatchObject({ kind: "appended" });
      const all = await store.revisions(desk, 0);
      expect(all.map((r) => [r.number, r.batch, r.subject, r.kind, r.after, r.why, r.undoes, r.by])).toEqual([
        [1, 1, "fact/f1", "add", '{"a":1}', "because", undefined, ANN],
        [2, 1, "fact/f2", "undo", null, undefined, 1, ANN],
        [3, 3, "fact/f3", "add", "{}", undefined, undefined, BEN],
      ]);
      expect(all.map((r) => r.at.toString())).toEqual([T0, T0, later(1)].map(String));
      expect((await store.revisions(desk, 2)).map((r) => r.number)).toEqual([3]);
      expect(await store.version(desk)).toBe(3);
    });

    it("appends nothing when somebody else was first", async () => {
      expect(await store.append(desk, 2, ANN, later(2), [add("fact/f9")])).toEqual({ kind: "moved", version: 3 });
      expect(await store.version(desk)).toBe(3);
    });

    it("never lets time go back within a desk", async () => {
      await store.append(desk, 3, ANN, T0.subtract({ hours: 1 }), [add("fact/early")]);
      const at = (await store.revisions(desk, 0)).map((r) => r.at.epochMilliseconds);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    });

    it("numbers without a gap under many writers at once, one winner a number", async () => {
      const busy = await newDesk();
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => insist(store, busy, i % 2 ? ANN : BEN, [add(`fact/${i}`)])),
      );
      const all = await store.revisions(busy, 0);
      expect(all.map((r) => r.number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      expect(new Set(all.map((r) => r.subject)).size).toBe(20);
    });

    it("appends a large batch whole", async () => {
      const big = await newDesk();
      await store.append(
        big,
        0,
        ANN,
        T0,
        Array.from({ length: 1700 }, (_, i) => add(`fact/${i}`)),
      );
      expect(await store.version(big)).toBe(1700);
      expect((await store.revisions(big, 1699)).map((r) => [r.number, r.batch])).toEqual([[1700, 1]]);
    });

    it.each([
      ["SQL", `'); drop table revision; --`],
      ["quotes", `" ' \` \\ % _`],
      ["markup", "<!channel> @everyone **b** [x](javascript:alert(1))"],
      ["right-to-left and invisible", "a\u202Eb\u200Bc"],
      ["emoji and marks", "👩‍🚀 e\u0301\u0302 ﷽"],
      ["a long text", "x".repeat(100_000)],
    ])("keeps hostile text exactly: %s", async (_, text) => {
      const mine = await newDesk();
      const change: Change = {
        subject: `fact/${text.slice(0, 50)}`,
        kind: "add",
        after: JSON.stringify({ text }),
        why: text,
      };
      await store.append(mine, 0, { ...ANN, name: text }, T0, [change]);
      const [read] = await store.revisions(mine, 0);
      expect(read).toMatchObject({ ...change, by: { ...ANN, name: text } });
    });

    it.each([
      ["NUL", "a\0b"],
      ["a lone surrogate", "a\uD800b"],
    ])("refuses %s wherever it comes, which a database would refuse or change", async (what, text) => {
      const mine = await newDesk();
      const append = (by: Author, change: Change) => store.append(mine, 0, by, T0, [add("fact/good"), change]);
      const deeds: readonly (() => Promise<unknown>)[] = [
        () => append(ANN, add(text)),
        () => append(ANN, add("fact/a", text)),
        () => append(ANN, { ...add("fact/a"), why: text }),
        () => append({ ...ANN, name: text }, add("fact/a")),
        () => append({ ...ANN, id: text }, add("fact/a")),
        () => store.desk({ platform: "test", id: text }, T0),
        () => store.lead({ platform: "test", id: text }, mine, T0),
        () => store.erase(mine, ANN, text),
        () => store.missed(mine, text, "q", T0),
        () => store.missed(mine, "q", text, T0),
        () => store.settleMiss(mine, text),
        () => store.countPick(mine, { ...PICK, spelling: text }, T0),
        () => store.countPick(mine, { ...PICK, question: text }, T0),
        () => store.dropPick(mine, text),
        () => store.stash.put("s", "t", text, later(9)),
        () => store.stash.get("s", text, T0),
        () => store.stash.pop("s", text, T0),
        () => store.deliveries.run(text, T0, async () => {}),
      ];
      for (const deed of deeds) await expect(deed()).rejects.toThrow(new TypeError(`a store cannot hold ${what}`));
      expect(await store.version(mine)).toBe(0);
      expect(await store.misses(mine, 9)).toEqual([]);
    });

    it("keeps instants to the millisecond", async () => {
      const mine = await newDesk();
      const done = await store.append(mine, 0, ANN, T0.add({ nanoseconds: 1_999_999 }), [add("fact/a")]);
      const [read] = await store.revisions(mine, 0);
      expect([done.kind === "appended" && done.revisions[0], read].map((r) => r && String(r.at))).toEqual(
        Array.from({ length: 2 }, () => "2026-11-23T10:00:00.001Z"),
      );
    });

    it("keeps desks apart", async () => {
      const [a, b] = [await newDesk(), await newDesk()];
      await store.append(a, 0, ANN, T0, [add("fact/f1", '{"secret":1}')]);
      await store.missed(a, "who", "who?", T0);
      expect(await store.revisions(b, 0)).toEqual([]);
      expect(await store.misses(b, 10)).toEqual([]);
      expect(await store.erase(b, ANN, "erased")).toBe(0);
      expect((await store.revisions(a, 0))[0]?.by).toEqual(ANN);
    });

    it("refuses a desk that is not there", async () => {
      await expect(store.version(999_999)).rejects.toThrow("no desk 999999");
      await expect(store.append(999_999, 0, ANN, T0, [add("x")])).rejects.toThrow("no desk 999999");
    });

    it("replaces a person's name wherever the desk's revisions have it", async () => {
      const mine = await newDesk();
      await store.append(mine, 0, ANN, T0, [add("fact/a"), add("fact/b")]);
      await store.append(mine, 2, BEN, T0, [add("fact/c")]);
      expect(await store.erase(mine, ANN, "erased-1")).toBe(2);
      const names = (await store.revisions(mine, 0)).map((r) => [r.by.id, r.by.name]);
      expect(names).toEqual([
        ["erased-1", "erased-1"],
        ["erased-1", "erased-1"],
        ["2", "Ben"],
      ]);
      expect(await store.erase(mine, ANN, "erased-2")).toBe(0);
    });

    it("counts misses, the most frequent first, until they are settled", async () => {
      const mine = await newDesk();
      for (const [i, key] of ["b", "a", "b"].entries()) await store.missed(mine, key, `${key}?`, later(i));
      const [first, second] = await store.misses(mine, 10);
      expect(first).toMatchObject({ key: "b", times: 2, question: "b?" });
      expect([first?.first, first?.last].map(String)).toEqual([T0, later(2)].map(String));
      expect(second).toMatchObject({ key: "a", times: 1 });
      expect(await store.misses(mine, 1)).toHaveLength(1);
      await store.settleMiss(mine, "b");
      expect((await store.misses(mine, 10)).map((m) => m.key)).toEqual(["a"]);
    });

    it("keeps a text for its time, replaces it, and gives it once to whoever takes it first", async () => {
      await store.stash.put("scope", "t", "old", later(10));
      await store.stash.put("scope", "t", "new", later(10));
      expect(await store.stash.get("scope", "t", later(9))).toBe("new");
      expect(await store.stash.get("scope", "t", later(10))).toBeUndefined();
      expect(await store.stash.get("other", "t", T0)).toBeUndefined();
      const taken = await Promise.all(Array.from({ length: 6 }, () => store.stash.pop("scope", "t", T0)));
      expect(taken.filter((t) => t !== undefined)).toEqual(["new"]);
      await store.stash.put("scope", "late", "x", later(10));
      expect(await store.stash.pop("scope", "late", later(11))).toBeUndefined();
      for (const token of ["b", "a"]) await store.stash.put("listed", token, "x", later(10));
      await store.stash.put("listed", "over", "x", T0);
      expect(await store.stash.tokens("listed", later(1))).toEqual(["a", "b"]);
    });
  });
}
