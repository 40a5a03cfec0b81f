import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DeliveredBefore } from "#core/desk/store.ts";
import { EVERYTHING } from "#core/digest/subscription.ts";
import { correctionJob } from "#core/outbox/correction.ts";
import { tellAt } from "#core/outbox/follower.ts";
import { nextAfter } from "#core/outbox/workspace-digest.ts";
import { reply } from "#core/reply/reply.ts";
import type { OpenStore } from "#stores/open.ts";
import { order, T0 } from "#test/scheduler/orders.ts";
import { add } from "./contract.ts";

const ANN = { platform: "slack", id: "U1", name: "Ann" };
const FACT = { id: "f1", revision: 1, statement: "It lasted six hours.", sources: [] };
const SINCE = { own: 0, library: 0, mark: "" };

/** What every outbox does with digests, followers and shown messages. `open`, `skew`: as of `outboxContract`. */
export function ordersContract(name: string, open: (skew: () => number) => Promise<OpenStore>): void {
  describe(`orders contract: ${name}`, () => {
    let store: OpenStore;
    let skew = 0;
    let workspaces = 0;
    beforeAll(async () => {
      store = await open(() => skew);
    });
    afterAll(() => store.close());

    const newWorkspace = () => {
      workspaces += 1;
      return { platform: `p${workspaces}`, id: `workspace ${workspaces}` };
    };
    const now = () => store.outbox.now();

    it("does what is delivered twice once", async () => {
      const here = newWorkspace();
      const workspace = (id: string) => store.digests.add(here, order(id, T0.add({ hours: 99 })));
      const follow = () => store.digests.follow(here, "u1", "fact f1", SINCE);
      await store.deliveries.run("ordered", T0, () => workspace("once"));
      await store.deliveries.run("ordered", T0, async () => {
        await expect(workspace("twice")).rejects.toThrow(DeliveredBefore);
        await expect(store.digests.postNow(here, "once")).rejects.toThrow(DeliveredBefore);
        await expect(store.digests.change(here, "once", { owner: "thief" })).rejects.toThrow(DeliveredBefore);
        await expect(store.digests.remove(here, "once")).rejects.toThrow(DeliveredBefore);
        await expect(follow()).rejects.toThrow(DeliveredBefore);
      });
      expect((await store.digests.list(here)).map(({ id, owner }) => [id, owner])).toEqual([["once", "owner"]]);
    });

    it("keeps a digest as it was ordered, for its own workspace only", async () => {
      const [here, there] = [newWorkspace(), newWorkspace()];
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
      const rule = { cron: "30 8 * * 1#1", timezone: "Asia/Tokyo" };
      const wants = {
        ...order("x", T0).wants,
        topics: { ...EVERYTHING, words: ["direct flights"] },
        form: "state",
      } as const;
      await store.digests.change(here, "kept", { channel: "c2", thread: null, rule, wants });
      const edited = await store.outbox.digest("kept");
      expect(edited).toMatchObject({ channel: "c2", rule, wants, owner: "u2", version: 4 });
      expect(edited?.thread).toBeUndefined();
      expect(await store.digests.remove(here, "kept")).toBe(true);
      expect(await store.digests.list(here)).toEqual([]);
    });

    it("pauses a workspace that was left, and resumes only what that paused", async () => {
      const [workspace, other] = [newWorkspace(), newWorkspace()];
      const elsewhere = { platform: workspace.platform, id: "elsewhere" };
      for (const [id, there] of [
        ["left-c", elsewhere],
        ["left-d", { ...elsewhere, platform: other.platform }],
      ] as const) {
        await store.digests.add(there, order(id, T0));
        await store.outbox.leave(there, "removed");
      }
      const next = (await now()).add({ hours: 3 });
      for (const id of ["left-a", "left-b"]) await store.digests.add(workspace, order(id, next));
      await store.digests.change(workspace, "left-b", { paused: { by: "person", why: "w" } });
      expect(await store.outbox.leave(workspace, "removed")).toBe(1);
      const left = await store.outbox.digest("left-a");
      expect([left?.paused, left?.next, left?.version]).toEqual([{ by: "left", why: "removed" }, undefined, 2]);
      expect(await store.outbox.comeBack(workspace.platform, [])).toBe(0);
      // Of the places that it is told, and of no other platform's place of the same name.
      const there = [workspace.id, "without a desk", elsewhere.id];
      expect(await store.outbox.comeBack(workspace.platform, there)).toBe(2);
      expect((await store.outbox.digest("left-c"))?.paused).toBeUndefined();
      expect((await store.outbox.digest("left-d"))?.paused?.by).toBe("left");
      const back = await store.outbox.digest("left-a");
      expect([back?.paused, back?.version]).toEqual([undefined, 3]);
      expect(left !== undefined && back?.next?.equals(nextAfter(left, await now()) ?? T0)).toBe(true);
      expect((await store.outbox.digest("left-b"))?.paused?.by).toBe("person");
    });

    it("sets the next instants again by their rules, but not of what is due", async () => {
      const workspace = newWorkspace();
      const wrong = (await now()).add({ hours: 24 * 400 });
      const due = (await now()).subtract({ hours: 1 }).round("millisecond");
      await store.digests.add(workspace, order("reset-wrong", wrong));
      await store.digests.add(workspace, order("reset-due", due));
      expect(await store.outbox.resetNext()).toBeGreaterThan(0);
      const next = (await store.outbox.digest("reset-wrong"))?.next;
      expect(next?.since(await now()).total("hours")).toBeLessThanOrEqual(24);
      expect((await store.outbox.digest("reset-due"))?.next?.equals(due)).toBe(true);
    });

    it("tells a follower when it was decided: once a minute's changes, and then an hour later", async () => {
      const workspace = newWorkspace();
      const desk = await store.desk(workspace, T0);
      const platforms = [workspace.platform];
      for (const user of ["u1", "u2"]) await store.digests.follow(workspace, user, "talks/a", SINCE);
      let version = 0;
      const changed = async () => {
        await store.append(desk, version, ANN, T0, [add(`fact/${version}`)]);
        await store.outbox.followedThrough({ desk, seen: version, version: (version += 1) });
      };
      const due = async () => (await store.outbox.nextRun(platforms)).at;

      const first = await now();
      await changed();
      expect((await due())?.since(tellAt(first)).total("seconds")).toBeCloseTo(0, 0);
      await changed();
      expect((await due())?.since(tellAt(first)).total("seconds")).toBeCloseTo(0, 0);
      expect(await store.outbox.planFollows(platforms, 9)).toBe(0);
      skew += 61_000;
      expect(await store.outbox.planFollows(platforms, 9)).toBe(2);
      const told = await now();
      const jobs = (await store.outbox.lease(workspace.platform, 9, 60_000)).map(({ job }) => job);
      expect(
        jobs.map(({ target }) => target).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      ).toEqual(["u1", "u2"].map((user) => ({ kind: "person", workspace: workspace.id, user })));

      for (const held of jobs)
        await store.outbox.settle({ job: held, at: told }, { kind: "empty", upTo: { ...SINCE, own: 2 } });
      expect(
        (await store.outbox.follower({ platform: workspace.platform, workspace: workspace.id, user: "u1" }))?.since.own,
      ).toBe(2);
      skew += 30 * 60_000;
      await changed();
      expect((await due())?.since(tellAt(await now(), told)).total("seconds")).toBeCloseTo(0, 0);
      await store.outbox.leave(workspace, "removed");
      expect(await due()).toBeUndefined();
    });

    it("writes to a follower in the language that they had when they last followed something", async () => {
      const workspace = newWorkspace();
      const tongue = async () =>
        (await store.outbox.follower({ platform: workspace.platform, workspace: workspace.id, user: "u1" }))?.tongue;
      await store.digests.follow(workspace, "u1", "talks/a", SINCE);
      expect(await tongue()).toBeUndefined();
      await store.digests.follow(workspace, "u1", "talks/b", SINCE, "tr");
      expect(await tongue()).toBe("tr");
      await store.digests.follow(workspace, "u1", "talks/b", SINCE, "ru");
      expect(await tongue()).toBe("ru");
    });

    it("sends nothing to a follower whose message was refused until they ask, and then what they missed", async () => {
      const workspace = newWorkspace();
      const desk = await store.desk(workspace, T0);
      const platforms = [workspace.platform];
      await store.digests.follow(workspace, "u1", "talks/a", SINCE);
      await store.append(desk, 0, ANN, T0, [add("fact/0")]);
      await store.outbox.followedThrough({ desk, seen: 0, version: 1 });
      skew += 61_000;
      await store.outbox.planFollows(platforms, 9);
      const [held] = await store.outbox.lease(workspace.platform, 9, 60_000);
      if (held === undefined) throw new Error("there was no job to lease");
      await store.outbox.sending(held, { reply: reply("told", []), desk: 0, version: 0 }, 60_000);
      await store.outbox.settle(held, { kind: "failed", why: "w", hint: "They take no direct messages." });
      expect(await store.digests.trouble(workspace, "u1")).toBe("They take no direct messages.");
      expect(await store.digests.follows(workspace, "u1")).toEqual(["talks/a"]);
      await store.append(desk, 1, ANN, T0, [add("fact/1")]);
      await store.outbox.followedThrough({ desk, seen: 1, version: 2 });
      skew += 2 * 3_600_000;
      expect(await store.outbox.planFollows(platforms, 9)).toBe(0);
      await store.digests.tellAgain(workspace, "u1");
      await store.digests.tellAgain(workspace, "nobody");
      expect(await store.digests.trouble(workspace, "u1")).toBeUndefined();
      expect(await store.outbox.planFollows(platforms, 9)).toBe(1);
      const key = { platform: workspace.platform, workspace: workspace.id, user: "u1" };
      expect((await store.outbox.follower(key))?.since).toEqual(SINCE);
    });

    it("remembers what was shown, once a message, and follows each revision once", async () => {
      const workspace = newWorkspace();
      const desk = await store.desk(workspace, T0);
      const at = { workspace: workspace.id, channel: "c", message: "m1" };
      await store.outbox.remember(desk, workspace.platform, at, [FACT]);
      await store.outbox.remember(desk, workspace.platform, at, [FACT, { ...FACT, id: "f2" }], reply("whole", []));
      await store.outbox.remember(desk, workspace.platform, { ...at, message: "m2" }, []);
      expect([await store.digests.quoting(workspace, "f1"), await store.digests.quoting(newWorkspace(), "f1")]).toEqual(
        [1, 0],
      );
      const [shown, ...more] = await store.outbox.quoted(desk, ["f2"], 0, 9);
      expect([shown?.facts.map((f) => f.id).toSorted(), shown?.reply?.plain, more]).toEqual([
        ["f1", "f2"],
        "whole",
        [],
      ]);
      if (shown === undefined) return;
      const correction = correctionJob(shown, 1, 1);
      for (let i = 0; i < 2; i += 1) await store.outbox.correct([correction], [shown.id]);
      const leases = await store.outbox.lease(workspace.platform, 9, 60_000);
      expect(leases.map(({ job }) => job)).toMatchObject([correction]);
      await store.append(desk, 0, ANN, T0, [add("fact/f1")]);
      const changed = async () => (await store.outbox.changedDesks()).filter((c) => c.desk === desk);
      expect(await changed()).toEqual([{ desk, seen: 0, version: 1 }]);
      const followed = await Promise.all([1, 2].map(() => store.outbox.followedThrough({ desk, seen: 0, version: 1 })));
      expect(followed.filter((first) => first)).toHaveLength(1);
      expect(await changed()).toEqual([]);
    });
  });
}
