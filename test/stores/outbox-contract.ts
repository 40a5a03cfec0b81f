import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim, Frozen, Outcome } from "#core/outbox/errand.ts";
import type { PlacedDigest, Planned } from "#core/outbox/placed-digest.ts";
import { reply } from "#core/reply/reply.ts";
import type { OpenStore } from "#stores/open.ts";
import { order, T0 } from "#test/scheduler/orders.ts";
import { add } from "./contract.ts";

const LEASE = 60_000;
const ANN = { platform: "slack", id: "U1", name: "Ann" };
const FACT = { id: "f1", revision: 1, statement: "It lasted six hours.", sources: [] };

/** What every outbox does. `open` gives one and the same empty database; `skew` moves its clock, in milliseconds. */
export function outboxContract(name: string, open: (skew: () => number) => Promise<OpenStore>): void {
  describe(`outbox contract: ${name}`, () => {
    let store: OpenStore;
    let skew = 0;
    let places = 0;
    beforeAll(async () => {
      store = await open(() => skew);
    });
    afterAll(() => store.close());

    /** A place of its own on a platform of its own, so that a test claims only what it ordered. */
    const newPlace = () => {
      places += 1;
      return { platform: `p${places}`, id: `place ${places}` };
    };
    const now = () => store.outbox.now();
    const once = (digest: PlacedDigest): Planned => ({
      slot: digest.next ?? T0,
      missed: 0,
      next: digest.next?.add({ hours: 24 }),
      late: false,
    });
    const frozen = (more: Partial<Frozen> = {}): Frozen => ({
      reply: reply("said", [], [FACT]),
      upTo: { own: 3, library: 4, mark: "m" },
      desk: 0,
      version: 0,
      ...more,
    });
    /** A digest whose instant has come, and its claim. */
    async function claimed(id: string): Promise<{ place: ReturnType<typeof newPlace>; claim: Claim }> {
      const place = newPlace();
      await store.digests.add(place, order(id, await now()));
      await store.outbox.planDigests([place.platform], 9, once);
      const [claim] = await store.outbox.claim(place.platform, 9, LEASE);
      if (claim === undefined) throw new Error("nothing was claimed");
      return { place, claim };
    }

    it("keeps a digest as it was ordered, for its own place only", async () => {
      const [here, there] = [newPlace(), newPlace()];
      const next = T0.add({ hours: 99 });
      await store.digests.add(here, order("kept", next, { thread: "t1" }));
      const expected = { id: "kept", channel: "c-kept", thread: "t1", owner: "owner", next };
      expect(await store.digests.find(here, "kept")).toMatchObject(expected);
      expect(await store.digests.find(there, "kept")).toBeUndefined();
      expect(await store.digests.change(there, "kept", { owner: "thief" })).toBe(false);
      expect(await store.digests.remove(there, "kept")).toBe(false);
      expect(await store.digests.postNow(there, "kept")).toBe(false);
      expect(await store.digests.change(here, "kept", { paused: { by: "person", why: "w" } })).toBe(true);
      const paused = await store.digests.find(here, "kept");
      expect([paused?.paused, paused?.next]).toEqual([{ by: "person", why: "w" }, undefined]);
      await store.digests.change(here, "kept", { paused: null, next, owner: "u2" });
      expect(await store.digests.list(here)).toMatchObject([{ id: "kept", owner: "u2" }]);
      expect(await store.digests.remove(here, "kept")).toBe(true);
      expect(await store.digests.list(here)).toEqual([]);
    });

    it("makes one errand of an instant, whoever plans at once, and gives it to one claimer", async () => {
      const place = newPlace();
      for (let i = 0; i < 30; i += 1) await store.digests.add(place, order(`${place.platform}-${i}`, await now()));
      const { outbox } = store;
      await Promise.all(Array.from({ length: 5 }, () => outbox.planDigests([place.platform], 10, once)));
      while ((await outbox.planDigests([place.platform], 10, once)) > 0);
      const rounds = await Promise.all(Array.from({ length: 6 }, () => outbox.claim(place.platform, 10, LEASE)));
      const all = [...rounds.flat(), ...(await outbox.claim(place.platform, 99, LEASE))];
      expect(new Set(all.map((c) => c.errand.key)).size).toBe(30);
      expect(all).toHaveLength(30);
      expect(await outbox.claim(place.platform, 99, LEASE)).toEqual([]);
    });

    it("gives what a process left to the next one, which alone can settle it", async () => {
      const { place, claim } = await claimed("left");
      skew += LEASE + 1000;
      const [second] = await store.outbox.claim(place.platform, 9, LEASE);
      expect(second?.errand).toMatchObject({ state: "claimed", fence: claim.errand.fence + 1, rounds: 0 });
      expect(await store.outbox.sending(claim, frozen(), LEASE)).toBe("lost");
      expect(await store.outbox.settle(claim, { kind: "sent" })).toBe(false);
      if (second === undefined) return;
      expect(await store.outbox.sending(second, frozen(), LEASE)).toBe("kept");
      skew += LEASE + 1000;
      const [third] = await store.outbox.claim(place.platform, 9, LEASE);
      expect(third?.errand).toMatchObject({ state: "unknown", rounds: 1, payload: { reply: { plain: "said" } } });
    });

    it("does not let go what its desk or its order has overtaken", async () => {
      const { place, claim } = await claimed("moved");
      const desk = await store.desk(place, T0);
      const order = { version: 1, target: claim.errand.target };
      await store.append(desk, 0, ANN, T0, [add("fact/f1")]);
      expect(await store.outbox.sending(claim, frozen({ desk, version: 0 }), LEASE, order)).toBe("moved");
      await store.digests.change(place, "moved", { owner: "u2" });
      expect(await store.outbox.sending(claim, frozen({ desk, version: 1 }), LEASE, order)).toBe("moved");
      expect(await store.outbox.sending(claim, frozen({ desk, version: 1 }), LEASE, { ...order, version: 2 })).toBe(
        "kept",
      );
      await store.digests.remove(place, "moved");
      expect(await store.outbox.settle(claim, { kind: "sent" })).toBe(true);
    });

    it.each<[Outcome, string, Record<string, unknown>]>([
      [{ kind: "sent" }, "sent", { since: { own: 3, library: 4, mark: "m" } }],
      [{ kind: "empty", upTo: { own: 9, library: 9, mark: "" } }, "empty", { since: { own: 9, library: 9, mark: "" } }],
      [{ kind: "skipped", why: "late" }, "skipped", { since: { own: 0, library: 0, mark: "" } }],
      [{ kind: "failed", why: "gone", what: "do this" }, "failed", { paused: { by: "failing", why: "gone" } }],
      [{ kind: "attention", why: "look" }, "attention", { since: { own: 3, library: 4, mark: "m" } }],
    ])("writes what an end means to the digest: %o", async (outcome, result, digest) => {
      const id = `end-${result}`;
      const { place, claim } = await claimed(id);
      await store.outbox.sending(claim, frozen(), LEASE);
      expect(await store.outbox.settle(claim, outcome)).toBe(true);
      expect(await store.digests.find(place, id)).toMatchObject({ ...digest, last: { result } });
      const notices = await store.outbox.claim(place.platform, 9, LEASE);
      expect(notices.map((c) => c.errand.target)).toEqual(
        ["failed", "attention"].includes(result) ? [{ kind: "person", place: place.id, user: "owner" }] : [],
      );
    });

    it("counts what was skipped into the next one, and lets a later slot wait for an earlier one", async () => {
      const { place, claim } = await claimed("waits");
      skew += 10;
      await store.digests.change(place, "waits", { next: await now() });
      await store.outbox.planDigests([place.platform], 9, once);
      expect(await store.outbox.claim(place.platform, 9, LEASE)).toEqual([]);
      await store.outbox.settle(claim, { kind: "skipped", why: "late" });
      const [next] = await store.outbox.claim(place.platform, 9, LEASE);
      expect(next?.errand.missed).toBe(0);
      skew += 10;
      await store.digests.change(place, "waits", { next: await now() });
      await store.outbox.planDigests([place.platform], 9, once);
      if (next !== undefined) await store.outbox.settle(next, { kind: "sent" });
      expect((await store.outbox.claim(place.platform, 9, LEASE))[0]?.errand.missed).toBe(1);
    });

    it("puts a claim back for a while, if it is still the last one", async () => {
      const { place, claim } = await claimed("early");
      await store.outbox.putBack([{ claim, after: 5000 }]);
      expect(await store.outbox.claim(place.platform, 9, LEASE)).toEqual([]);
      skew += 5001;
      const [again] = await store.outbox.claim(place.platform, 9, LEASE);
      expect(again?.errand).toMatchObject({ key: claim.errand.key, state: "claimed" });
      await store.outbox.putBack([{ claim, after: 0 }]);
      expect(await store.outbox.claim(place.platform, 9, LEASE)).toEqual([]);
    });

    it("says when there is next something to do", async () => {
      const place = newPlace();
      expect((await store.outbox.nextWake([place.platform])).at).toBeUndefined();
      const next = (await now()).add({ hours: 3 }).round("millisecond");
      await store.digests.add(place, order(`${place.platform}-wake`, next));
      expect((await store.outbox.nextWake([place.platform])).at?.equals(next)).toBe(true);
      expect(await store.outbox.planDigests([place.platform], 9, once)).toBe(0);
    });

    it("pauses a place that was left, and resumes only what that paused", async () => {
      const place = newPlace();
      const next = (await now()).add({ hours: 3 });
      for (const id of ["left-a", "left-b"]) await store.digests.add(place, order(id, next));
      await store.digests.change(place, "left-b", { paused: { by: "person", why: "w" } });
      expect(await store.outbox.leave(place, "removed")).toBe(1);
      expect((await store.digests.find(place, "left-a"))?.paused).toEqual({ by: "left", why: "removed" });
      expect(await store.outbox.comeBack(place, () => next)).toBe(1);
      expect(await store.digests.list(place)).toMatchObject([
        { id: "left-a", next: expect.anything() },
        { paused: {} },
      ]);
    });

    it("remembers what was shown, once a message, and who is to be told", async () => {
      const place = newPlace();
      const desk = await store.desk(place, T0);
      const at = { place: place.id, channel: "c", message: "m1" };
      await store.outbox.remember(desk, place.platform, at, [FACT]);
      await store.outbox.remember(desk, place.platform, at, [FACT, { ...FACT, id: "f2" }], reply("whole", []));
      await store.outbox.remember(desk, place.platform, { ...at, message: "m2" }, []);
      expect([await store.digests.quoting(place, "f1"), await store.digests.quoting(newPlace(), "f1")]).toEqual([1, 0]);
      const [shown, ...more] = await store.outbox.quoted(desk, ["f2"], 0, 9);
      expect([shown?.facts.map((f) => f.id).toSorted(), shown?.reply?.plain, more]).toEqual([
        ["f1", "f2"],
        "whole",
        [],
      ]);
      if (shown === undefined) return;
      const correction = { shown, slot: "1" };
      for (let i = 0; i < 2; i += 1) await store.outbox.correct([correction], [shown.id]);
      expect(await store.outbox.claim(place.platform, 9, LEASE)).toHaveLength(1);
      await store.append(desk, 0, ANN, T0, [add("fact/f1")]);
      const moved = (await store.outbox.moved()).filter((m) => m.desk === desk);
      expect(moved).toEqual([{ desk, seen: 0, version: 1 }]);
      const followed = await Promise.all([1, 2].map(() => store.outbox.followed({ desk, seen: 0, version: 1 })));
      expect(followed.filter((first) => first)).toHaveLength(1);
      expect((await store.outbox.moved()).filter((m) => m.desk === desk)).toEqual([]);
    });

    it("forgets errands that were over long ago", async () => {
      const { claim } = await claimed("old");
      await store.outbox.settle(claim, { kind: "sent" });
      skew += 91 * 24 * 3_600_000;
      expect(await store.outbox.forget(90)).toBeGreaterThan(0);
      expect(await store.outbox.errand(claim.errand)).toBeUndefined();
    });
  });
}
