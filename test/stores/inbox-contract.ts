import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inboxSubject } from "#core/outbox/inbox-posts.ts";
import { reply } from "#core/reply/reply.ts";
import type { OpenStore } from "#stores/open.ts";
import { order, T0 } from "#test/scheduler/orders.ts";
import { add } from "./contract.ts";

const ANN = { platform: "slack", id: "U1", name: "Ann" };
const SINCE = { own: 0, library: 0, mark: "" };

/** What every outbox does with inboxes, suggestions and a person who is forgotten. `open`: as of `ordersContract`. */
export function inboxContract(name: string, open: (skew: () => number) => Promise<OpenStore>): void {
  describe(`inbox contract: ${name}`, () => {
    let store: OpenStore;
    let skew = 0;
    let workspaces = 0;
    beforeAll(async () => {
      store = await open(() => skew);
    });
    afterAll(() => store.close());

    const newWorkspace = () => {
      workspaces += 1;
      return { platform: `i${workspaces}`, id: `workspace ${workspaces}` };
    };
    const now = () => store.outbox.now();

    it("keeps an inbox, plans what nobody could answer once an hour, and closes what cannot be posted to", async () => {
      const [workspace, other] = [newWorkspace(), newWorkspace()];
      const desk = await store.desk(workspace, T0);
      const platforms = [workspace.platform];
      const missed = async (words: string) => store.missed(desk, words, words, await now());
      await missed("before");
      skew += 1000;
      await store.digests.setInbox(workspace, { channel: "c1", owner: "u1" });
      expect(await store.digests.inbox(workspace)).toMatchObject({ channel: "c1", owner: "u1" });
      expect(await store.digests.inbox(other)).toBeUndefined();
      expect((await store.outbox.inboxes(desk)).map((i) => i.workspace)).toEqual([workspace]);
      skew += 1000;
      await missed("moonwalks");
      await missed("before");
      expect(await store.outbox.planMisses(platforms, 9)).toBe(0);
      skew += 3_600_000;
      const planned = await Promise.all([1, 2, 3].map(() => store.outbox.planMisses(platforms, 9)));
      expect(planned.reduce((sum, n) => sum + n, 0)).toBe(1);
      const [held] = await store.outbox.lease(workspace.platform, 9, 60_000);
      if (held === undefined) throw new Error("there was no job to lease");
      const about = inboxSubject(held.job);
      const asked = "misses" in about ? await store.outbox.missesBetween(desk, ...about.misses, 9) : [];
      expect(asked.map((m) => m.question)).toEqual(["moonwalks"]);
      await store.outbox.sending(held, { reply: reply("asked", []), desk: 0, version: 0 }, 60_000);
      await store.outbox.settle(held, { kind: "failed", why: "the channel is gone" });
      expect((await store.digests.inbox(workspace))?.trouble).toBe("the channel is gone");
      expect(await store.outbox.inboxes(desk)).toEqual([]);
      expect((await store.outbox.lease(workspace.platform, 9, 60_000)).map((l) => l.job)).toMatchObject([
        { kind: "notice", target: { kind: "person", workspace: workspace.id, user: "u1" } },
      ]);
      await store.digests.setInbox(workspace, { channel: "c2", owner: "u2", tongue: "ru", ownerTongue: "tr" });
      expect((await store.outbox.inboxes(desk))[0]).toMatchObject({ channel: "c2", tongue: "ru", ownerTongue: "tr" });
      await store.digests.setInbox(workspace, { channel: "c3", owner: "u2" });
      const [third] = await store.outbox.inboxes(desk);
      expect([third?.channel, third?.tongue, third?.ownerTongue]).toEqual(["c3", undefined, undefined]);
      await store.digests.setInbox(workspace, undefined);
      expect(await store.digests.inbox(workspace)).toBeUndefined();
    });

    it("sees the news of suggestions also on a desk that nobody follows", async () => {
      const workspace = newWorkspace();
      const desk = await store.desk(workspace, T0);
      const changed = async () => (await store.outbox.changedDesks()).filter((c) => c.desk === desk);
      await store.append(desk, 0, ANN, T0, [add("fact/0")]);
      expect(await changed()).toEqual([]);
      await store.append(desk, 1, ANN, T0, [{ subject: "suggestion/s2", kind: "suggest", after: "{}" }]);
      expect(await changed()).toEqual([{ desk, seen: 0, version: 2 }]);
      await store.outbox.followedThrough({ desk, seen: 0, version: 2 });
      expect(await changed()).toEqual([]);
    });

    it("sees a decision that is taken back where moderators have a channel", async () => {
      const workspace = newWorkspace();
      const desk = await store.desk(workspace, T0);
      await store.digests.setInbox(workspace, { channel: "c1", owner: "u1" });
      await store.append(desk, 0, ANN, T0, [{ subject: "suggestion/s1", kind: "undo", after: "{}" }]);
      expect((await store.outbox.changedDesks()).filter((c) => c.desk === desk)).toHaveLength(1);
    });

    it("forgets a person: what they follow, own and are yet to be told", async () => {
      const workspace = newWorkspace();
      await store.digests.follow(workspace, "u1", "talks/a", SINCE);
      await store.digests.add(workspace, order(`own-${workspace.platform}`, T0.add({ hours: 9 })));
      const id = `own-${workspace.platform}`;
      const { wants } = order(id, T0);
      await store.digests.change(workspace, id, { owner: "u1", wants: { ...wants, owner: "tr" } });
      await store.digests.setInbox(workspace, { channel: "c", owner: "u1", tongue: "ru", ownerTongue: "tr" });
      const target = { kind: "person", workspace: workspace.id, user: "u1" } as const;
      const notice = { kind: "notice", id: "told", sequence: "1", platform: workspace.platform, target } as const;
      for (let i = 0; i < 2; i += 1) await store.outbox.add([{ ...notice, id: `told ${workspace.platform}` }]);
      expect([await store.digests.keptOf(workspace, "u1"), await store.digests.keptOf(workspace, "u2")]).toEqual([
        4, 0,
      ]);
      await store.digests.forget(workspace, "u1", { id: "u2", tongue: "ru" });
      expect([await store.digests.keptOf(workspace, "u1"), await store.digests.keptOf(workspace, "u2")]).toEqual([
        0, 2,
      ]);
      // Who owns it now is told in their own language, if that is known.
      expect((await store.digests.find(workspace, id))?.wants).toEqual({ ...wants, owner: "ru" });
      const inbox = { workspace, channel: "c", tongue: "ru" };
      expect(await store.digests.inbox(workspace)).toEqual({ ...inbox, owner: "u2", ownerTongue: "ru" });
      await store.digests.forget(workspace, "u2", { id: "u3" });
      expect((await store.digests.find(workspace, id))?.wants).toEqual(wants);
      expect(await store.digests.inbox(workspace)).toEqual({ ...inbox, owner: "u3" });
    });
  });
}
