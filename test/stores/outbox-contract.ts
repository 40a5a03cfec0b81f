import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Job, Lease } from "#core/outbox/job.ts";
import type { Outcome } from "#core/outbox/outcome.ts";
import type { Payload } from "#core/outbox/payload.ts";
import { settlement } from "#core/outbox/settlement.ts";
import { reply } from "#core/reply/reply.ts";
import { defined } from "#core/text/defined.ts";
import type { OpenStore } from "#stores/open.ts";
import { order, T0 } from "#test/scheduler/orders.ts";
import { add } from "./contract.ts";

const LEASE = 60_000;
const DAY = 24 * 3_600_000;
const ANN = { platform: "slack", id: "U1", name: "Ann" };
const FACT = { id: "f1", revision: 1, statement: "It lasted six hours.", sources: [] };
const SINCE = { own: 3, library: 4, mark: "m" };

/**
 * What every outbox does with jobs. `open` gives one and the same empty database; `skew` moves its clock, in
 * milliseconds.
 */
export function outboxContract(name: string, open: (skew: () => number) => Promise<OpenStore>): void {
  describe(`outbox contract: ${name}`, () => {
    let store: OpenStore;
    let skew = 0;
    let workspaces = 0;
    beforeAll(async () => {
      store = await open(() => skew);
    });
    afterAll(() => store.close());

    /** A place of its own on a platform of its own, so that a test leases only the jobs it made. */
    const newWorkspace = () => {
      workspaces += 1;
      return { platform: `p${workspaces}`, id: `workspace ${workspaces}` };
    };
    const now = () => store.outbox.now();
    const lease = (workspace: { readonly platform: string }) => store.outbox.lease(workspace.platform, 99, LEASE);
    const plan = (workspace: { readonly platform: string }) => store.outbox.planDigests([workspace.platform], 9, DAY);
    const payload = (more: Partial<Payload> = {}): Payload => ({
      reply: reply("said", [], [FACT]),
      upTo: SINCE,
      desk: 0,
      version: 0,
      ...more,
    });
    /** A digest whose instant has come, and the lease on its job. */
    async function leased(id: string): Promise<{ workspace: ReturnType<typeof newWorkspace>; held: Lease }> {
      const workspace = newWorkspace();
      await store.digests.add(workspace, order(id, await now()));
      await plan(workspace);
      const [held] = await lease(workspace);
      if (held === undefined) throw new Error("there was no job to lease");
      return { workspace, held };
    }
    /** The same, brought into a state from which an outcome may follow. */
    async function inState(id: string, state: Job["state"]): Promise<Awaited<ReturnType<typeof leased>>> {
      const { workspace, held } = await leased(id);
      if (state === "leased") return { workspace, held };
      await store.outbox.sending(held, payload({ desk: await store.desk(workspace, T0) }), LEASE);
      if (state === "sending") return { workspace, held };
      skew += LEASE + 1000;
      const [next] = await lease(workspace);
      if (next === undefined) throw new Error("there was no job to lease again");
      return { workspace, held: next };
    }

    it("makes one job of an instant, whoever plans at once, and leases it to one process", async () => {
      const workspace = newWorkspace();
      for (let i = 0; i < 30; i += 1)
        await store.digests.add(workspace, order(`${workspace.platform}-${i}`, await now()));
      await Promise.all(Array.from({ length: 5 }, () => plan(workspace)));
      while ((await plan(workspace)) > 0);
      const turns = await Promise.all(
        Array.from({ length: 6 }, () => store.outbox.lease(workspace.platform, 10, LEASE)),
      );
      const all = [...turns.flat(), ...(await lease(workspace))];
      expect(new Set(all.map((l) => l.job.key)).size).toBe(30);
      expect(all).toHaveLength(30);
      expect(await lease(workspace)).toEqual([]);
    });

    it("leases what a process left to the next one, which alone can settle it", async () => {
      const { workspace, held } = await leased("left");
      skew += LEASE + 1000;
      const [second] = await lease(workspace);
      expect(second?.job).toMatchObject({ state: "leased", fence: held.job.fence + 1, attempts: 0 });
      expect(await store.outbox.sending(held, payload(), LEASE)).toBe("lost");
      expect(await store.outbox.settle(held, { kind: "skipped", why: "w" })).toBe(false);
      if (second === undefined) return;
      expect(await store.outbox.sending(second, payload(), LEASE)).toBe("saved");
      skew += LEASE + 1000;
      const [third] = await lease(workspace);
      expect(third?.job).toMatchObject({ state: "unknown", attempts: 1, payload: { reply: { plain: "said" } } });
    });

    it("does not let go what its desk or its digest has overtaken", async () => {
      const { workspace, held } = await leased("overtaken");
      const desk = await store.desk(workspace, T0);
      const send = (version: number, by: number) =>
        store.outbox.sending(held, payload({ desk, version }), LEASE, { version: by, target: held.job.target });
      await store.append(desk, 0, ANN, T0, [add("fact/f1")]);
      expect(await send(0, 1)).toBe("outdated");
      await store.digests.change(workspace, "overtaken", { owner: "u2" });
      expect(await send(1, 1)).toBe("outdated");
      expect(await send(1, 2)).toBe("saved");
      await store.digests.remove(workspace, "overtaken");
      expect(await store.outbox.settle(held, { kind: "sent" })).toBe(true);
    });

    it("sends again what was sent first, whatever its desk became meanwhile", async () => {
      const { workspace, held } = await inState("sent-again", "unknown");
      const desk = await store.desk(workspace, T0);
      await store.append(desk, 0, ANN, T0, [add("fact/f1")]);
      expect(held.job.payload).toEqual(payload({ desk }));
      expect(await store.outbox.sending(held, payload({ desk }), LEASE)).toBe("saved");
      expect((await store.outbox.job(held.job))?.payload).toEqual(payload({ desk }));
    });

    it.each<[Job["state"], Outcome]>([
      ["sending", { kind: "sent", posting: { workspace: "p", channel: "c", message: "m" } }],
      ["unknown", { kind: "sent", posting: { workspace: "p", channel: "c", message: "n" }, recheck: 5000 }],
      ["leased", { kind: "empty", upTo: { own: 9, library: 9, mark: "" } }],
      ["leased", { kind: "skipped", why: "late" }],
      ["sending", { kind: "failed", why: "gone" }],
      ["sending", { kind: "failed", why: "not allowed", hint: "invite it" }],
      ["unknown", { kind: "attention" }],
      ["sending", { kind: "unknown", after: 7000 }],
      ["unknown", { kind: "unknown", after: 7000 }],
      ["sending", { kind: "retry", after: 3000, why: "busy", target: { kind: "person", workspace: "p", user: "u" } }],
    ])("writes what was decided about a digest's job: %s → %o", async (state, outcome) => {
      const { workspace, held } = await inState(`end-${workspaces}`, state);
      const { id } = held.job;
      const [before, digestBefore] = [await store.outbox.job(held.job), await store.outbox.digest(id)];
      expect(before?.state).toBe(state);
      if (before === undefined || digestBefore === undefined) return;
      expect(await store.outbox.settle(held, outcome)).toBe(true);
      const decided = settlement(before, outcome, await now(), defined({ digest: digestBefore }));

      const { state: end, attempts, keepPayload, runAt, why, posting, target } = decided.job;
      const after = await store.outbox.job(held.job);
      expect(after).toMatchObject({ state: end, attempts, target: target ?? before.target });
      expect([after?.why, after?.posting]).toEqual([why ?? undefined, posting]);
      expect(after?.payload).toEqual(keepPayload ? before.payload : undefined);

      const digest = await store.outbox.digest(id);
      const { paused, ...rest } = decided.digest ?? {};
      expect(digest).toMatchObject({ ...rest, ...(paused === undefined ? {} : { paused }) });
      const raised = paused === undefined ? 0 : 1;
      expect(digest?.version).toBe(digestBefore.version + raised);
      expect(digest?.next?.epochMilliseconds).toBe(raised === 1 ? undefined : digestBefore.next?.epochMilliseconds);

      const notices = (await lease(workspace)).map((l) => l.job);
      expect(notices).toMatchObject(decided.notice === undefined ? [] : [decided.notice]);
      expect(await store.digests.quoting(workspace, FACT.id)).toBe(decided.remember === undefined ? 0 : 1);
      if (runAt === undefined) return;
      skew += runAt.since(await now()).total("milliseconds") - 500;
      expect(await lease(workspace)).toEqual([]);
      skew += 501;
      expect(await lease(workspace)).toHaveLength(1);
    });

    it("refuses an outcome that the job's state does not allow, and writes nothing but the others of that moment", async () => {
      const { held } = await leased("not-allowed");
      const others = [await leased("allowed-1"), await leased("allowed-2"), await leased("allowed-3")];
      const settled = [held, ...others.map((o) => o.held)].map((lease, i) =>
        store.outbox.settle(lease, i === 0 ? { kind: "sent" } : { kind: "skipped", why: `w${i}` }),
      );
      const ends = await Promise.allSettled(settled);
      expect(ends.map((end) => (end.status === "fulfilled" ? end.value : String(end.reason)))).toEqual([
        expect.stringContaining("leased cannot become sent"),
        true,
        true,
        true,
      ]);
      expect(await store.outbox.job(held.job)).toMatchObject({ state: "leased" });
      for (const [i, other] of others.entries())
        expect(await store.outbox.job(other.held.job)).toMatchObject({ state: "skipped", why: `w${i + 1}` });
    });

    it("tells apart a digest's job, and a notice about it, of one instant", async () => {
      const { workspace, held } = await inState("both", "sending");
      await store.outbox.settle(held, { kind: "failed", why: "gone" });
      const [notice] = await lease(workspace);
      expect(notice?.job).toMatchObject({ kind: "notice", id: "both", sequence: held.job.sequence });
      expect(await store.outbox.job(held.job)).toMatchObject({ kind: "digest", id: "both", state: "failed" });
    });

    it("counts what was skipped into the next one, and lets a later job wait for an earlier one", async () => {
      const { workspace, held } = await leased("waits");
      const again = async () => {
        skew += 10;
        await store.digests.change(workspace, "waits", { next: await now() });
        await plan(workspace);
      };
      await again();
      expect(await lease(workspace)).toEqual([]);
      await store.outbox.settle(held, { kind: "skipped", why: "late" });
      const [next] = await lease(workspace);
      expect(next?.job.missed).toBe(0);
      await again();
      if (next !== undefined) await store.outbox.settle(next, { kind: "empty" });
      expect((await lease(workspace))[0]?.job.missed).toBe(1);
    });

    it("writes down at once what is planned too late to be posted", async () => {
      const workspace = newWorkspace();
      const rule = { cron: "0 9 * * 1", timezone: "UTC" };
      const next = (await now()).subtract({ hours: 25 });
      await store.digests.add(workspace, order("too-late", next, { rule }));
      expect(await plan(workspace)).toBe(1);
      expect(await lease(workspace)).toEqual([]);
      const last = { result: "skipped", why: "too late: Talks was not running at its time" };
      expect(await store.outbox.digest("too-late")).toMatchObject({ missed: 1, last });
    });

    it("takes a leased job back for a while, if the lease is still the last one", async () => {
      const { workspace, held } = await leased("early");
      await store.outbox.putBack([{ lease: held, after: 5000 }]);
      expect(await lease(workspace)).toEqual([]);
      skew += 5001;
      const [again] = await lease(workspace);
      expect(again?.job).toMatchObject({ key: held.job.key, state: "leased" });
      await store.outbox.putBack([{ lease: held, after: 0 }]);
      expect(await lease(workspace)).toEqual([]);
    });

    it("says when there is next something to do", async () => {
      const workspace = newWorkspace();
      expect((await store.outbox.nextRun([workspace.platform])).at).toBeUndefined();
      const next = (await now()).add({ hours: 3 }).round("millisecond");
      await store.digests.add(workspace, order(`${workspace.platform}-next`, next));
      expect((await store.outbox.nextRun([workspace.platform])).at?.equals(next)).toBe(true);
      expect(await plan(workspace)).toBe(0);
    });

    it("forgets jobs that were done long ago", async () => {
      const { held } = await leased("old");
      await store.outbox.settle(held, { kind: "empty" });
      skew += 91 * DAY;
      expect(await store.outbox.forget(90)).toBeGreaterThan(0);
      expect(await store.outbox.job(held.job)).toBeUndefined();
    });
  });
}
