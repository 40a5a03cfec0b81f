import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewJob } from "#core/outbox/job.ts";
import { outcomeOfCall, SEALED, WEBHOOK_WAITS, WEBHOOKS, type Webhook } from "#core/outbox/webhook.ts";
import type { WebhookEvent } from "#core/outbox/webhook-event.ts";
import type { OpenStore } from "#stores/open.ts";
import { order, T0 } from "#test/scheduler/orders.ts";
import { add } from "./contract.ts";

const ANN = { platform: "slack", id: "U1", name: "Ann" };

/** What every store does with webhooks. `open`, `skew`: as of `outboxContract`. */
export function webhookContract(name: string, open: (skew: () => number) => Promise<OpenStore>): void {
  describe(`webhook contract: ${name}`, () => {
    let store: OpenStore;
    let skew = 0;
    let made = 0;
    beforeAll(async () => {
      store = await open(() => skew);
    });
    afterAll(() => store.close());

    const newWebhook = (workspace = `hooked ${(made += 1)}`, more: Partial<Webhook> = {}): Webhook => ({
      id: `h${(made += 1)}`,
      platform: "hooks",
      workspace,
      name: "Archive",
      address: "https://example.org/talks",
      secret: "whsec_c2VjcmV0",
      owner: "u1",
      since: T0,
      ...more,
    });
    const keyOf = ({ platform, workspace }: Webhook) => ({ platform, id: workspace });
    const event = (hours: number): WebhookEvent => ({
      type: "fact.added",
      timestamp: T0.add({ hours }).toString({ fractionalSecondDigits: 3 }),
      data: { facts: [{ id: "f1", revision: 1 }] },
    });
    const jobs = async () => (await store.outbox.lease(WEBHOOKS, 99, 60_000)).map(({ job }) => job);

    it("keeps a webhook for its own workspace, changes it there alone, and removes it with its secret", async () => {
      const kept = newWebhook();
      const other = { platform: "hooks", id: "another" };
      await store.webhooks.add(kept);
      expect(await store.webhooks.list(keyOf(kept))).toEqual([kept]);
      const turkish = newWebhook(undefined, { tongue: "tr" });
      await store.webhooks.add(turkish);
      expect(await store.webhooks.list(keyOf(turkish))).toEqual([turkish]);
      expect(await store.webhooks.list(other)).toEqual([]);
      expect(await store.webhooks.change(other, kept.id, { off: "x" })).toBe(false);
      const last = { at: T0.add({ hours: 1 }), why: "500" };
      expect(await store.webhooks.change(keyOf(kept), kept.id, { off: "500", last, owner: "u2" })).toBe(true);
      expect(await store.outbox.webhook(kept.id)).toEqual({ ...kept, off: "500", last, owner: "u2" });
      await store.webhooks.change(keyOf(kept), kept.id, { off: null, since: T0.add({ hours: 2 }) });
      expect(await store.outbox.webhook(kept.id)).toEqual({ ...kept, last, owner: "u2", since: T0.add({ hours: 2 }) });
      expect(await store.webhooks.remove(other, kept.id)).toBe(false);
      expect(await store.webhooks.remove(keyOf(kept), kept.id)).toBe(true);
      expect(await store.outbox.webhook(kept.id)).toBeUndefined();
    });

    it("adds one job for each event and webhook of a desk that hears of it, once", async () => {
      const [first, deaf] = [newWebhook(), newWebhook()];
      const desk = await store.desk(keyOf(first), T0);
      await store.lead(keyOf(deaf), desk, T0);
      expect(await store.outbox.heardSince(desk)).toBeUndefined();
      await store.webhooks.add(first);
      await store.webhooks.add({ ...deaf, since: T0.add({ hours: 9 }) });
      expect(await store.outbox.heardSince(desk)).toEqual(first.since);
      await store.append(desk, 0, ANN, T0, [add("fact/f1")]);
      expect((await store.outbox.changedDesks()).filter((c) => c.desk === desk)).toEqual([
        { desk, seen: 0, version: 1 },
      ]);
      const changed = { desk, seen: 0, version: 1 };
      const events = [event(1), event(2)];
      const told = await Promise.all([1, 2].map(() => store.outbox.followedThrough(changed, events)));
      expect(told.filter((one) => one)).toHaveLength(1);
      // A job waits for the earlier ones of its webhook.
      const [one, ...more] = await jobs();
      expect([one?.id, one?.target, more]).toEqual([
        first.id,
        { kind: "webhook", workspace: first.workspace, hook: first.id, event: events[0] },
        [],
      ]);
      await store.webhooks.change(keyOf(first), first.id, { off: "x" });
      expect(await store.outbox.heardSince(desk)).toEqual(T0.add({ hours: 9 }));
      await store.webhooks.change(keyOf(deaf), deaf.id, { off: "x" });
      expect(await store.outbox.heardSince(desk)).toBeUndefined();
    });

    it("tries a failed event again later, and switches a webhook off after the last attempt, telling its owner", async () => {
      const failing = newWebhook(undefined, { tongue: "tr" });
      await store.webhooks.add(failing);
      const desk = await store.desk(keyOf(failing), T0);
      await store.append(desk, 0, ANN, T0, [add("fact/f1")]);
      await store.outbox.followedThrough({ desk, seen: 0, version: 1 }, [event(1)]);
      const mine = async () =>
        (await store.outbox.lease(WEBHOOKS, 99, 60_000)).find(({ job }) => job.id === failing.id);
      const lease = await mine();
      if (lease === undefined) throw new Error("no lease");
      expect(await store.outbox.sending(lease, undefined, 60_000)).toBe("saved");
      const why = "its address answered: 500";
      await store.outbox.settle(lease, { kind: "retry", after: 50_000, why, counts: true });
      expect((await store.outbox.webhook(failing.id))?.last?.why).toBe(why);
      expect(await mine()).toBeUndefined();
      skew += 51_000;
      const again = await mine();
      if (again === undefined) throw new Error("no second lease");
      expect([again.job.attempts, again.job.key]).toEqual([1, lease.job.key]);
      await store.outbox.sending(again, undefined, 60_000);
      await store.outbox.settle(again, { kind: "failed", why });
      expect((await store.outbox.webhook(failing.id))?.off).toBe(why);
      const [notice] = await store.outbox.lease("hooks", 9, 60_000);
      expect(notice?.job).toMatchObject({ kind: "notice", target: { kind: "person", user: "u1" } });
      expect(notice?.job.payload?.reply).toMatchObject({
        plain: expect.stringMatching(/“Archive” webhook'unuz kapatıldı: .*: 500/u),
        tongue: "tr",
      });
    });

    it("keeps an event whose webhook's secret cannot be read, and tells the owner of it once", async () => {
      const sealed = newWebhook(undefined, { platform: "sealed", tongue: "ru" });
      await store.webhooks.add(sealed);
      const desk = await store.desk(keyOf(sealed), T0);
      await store.append(desk, 0, ANN, T0, [add("fact/f1")]);
      await store.outbox.followedThrough({ desk, seen: 0, version: 1 }, [event(1)]);
      const told = new Map<string, string | undefined>();
      for (let i = 0; i < WEBHOOK_WAITS.length + 2; i += 1) {
        const lease = (await store.outbox.lease(WEBHOOKS, 99, 60_000)).find(({ job }) => job.id === sealed.id);
        if (lease === undefined) throw new Error("no lease");
        expect(await store.outbox.sending(lease, undefined, 60_000)).toBe("saved");
        await store.outbox.settle(lease, outcomeOfCall(lease.job, { kind: "sealed" }));
        for (const { job } of await store.outbox.lease("sealed", 9, 60_000))
          told.set(job.key, job.payload?.reply.plain);
        skew += 3_601_000;
      }
      expect([...told.values()]).toEqual([expect.stringContaining("его секрет запечатан другим TALKS_ENCRYPTION_KEY")]);
      const now = await store.outbox.webhook(sealed.id);
      expect([now?.off, now?.last?.why]).toEqual([undefined, SEALED]);
    });

    it("tells the heir of a webhook's owner in their own language", async () => {
      const left = newWebhook(undefined, { tongue: "tr" });
      await store.webhooks.add(left);
      await store.digests.forget(keyOf(left), "u1", { id: "u2", tongue: "ru" });
      expect(await store.outbox.webhook(left.id)).toEqual({ ...left, owner: "u2", tongue: "ru" });
      await store.digests.forget(keyOf(left), "u2", { id: "u3" });
      const { tongue: _, ...kept } = left;
      expect(await store.outbox.webhook(left.id)).toEqual({ ...kept, owner: "u3" });
    });

    it("switches the webhooks of a workspace off that was left, and no other's", async () => {
      const [left, other] = [newWebhook(), newWebhook()];
      for (const one of [left, other]) await store.webhooks.add(one);
      await store.outbox.leave(keyOf(left), "removed");
      expect((await store.outbox.webhook(left.id))?.off).toBe("removed");
      expect((await store.outbox.webhook(other.id))?.off).toBeUndefined();
      await store.outbox.comeBack(left.platform, [left.workspace]);
      expect((await store.outbox.webhook(left.id))?.off).toBe("removed");
    });

    it("tells the webhooks of a workspace that a digest was posted there", async () => {
      const kept = newWebhook();
      await store.webhooks.add(kept);
      await store.digests.add(keyOf(kept), order("hooked", T0));
      await store.digests.postNow(keyOf(kept), "hooked");
      const lease = (await store.outbox.lease("hooks", 9, 60_000)).find(({ job }) => job.id === "hooked");
      if (lease === undefined) throw new Error("no lease");
      const payload = { reply: { plain: "said", blocks: [], facts: [] }, desk: 0, version: 0 };
      expect(await store.outbox.sending(lease, payload, 60_000)).toBe("saved");
      const posting = { workspace: kept.workspace, channel: "c", message: "m" };
      await store.outbox.settle(lease, { kind: "sent", posting });
      const told = (await jobs()).filter(({ id }) => id === kept.id) as readonly NewJob[];
      expect(told.map(({ target }) => (target.kind === "webhook" ? target.event : target))).toMatchObject([
        { type: "digest.posted", data: { digest: "hooked" } },
      ]);
    });
  });
}
