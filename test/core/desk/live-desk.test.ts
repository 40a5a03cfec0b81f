import { expect, it } from "vitest";
import { memoryStore } from "#test/stores/memory-store.ts";
import { library } from "#test/desk.ts";
import { servers } from "#test/servers.ts";
import { RevisionLog } from "#core/desk/revision-log.ts";
import { Gate } from "#test/slow-store.ts";
import type { Change, Store } from "#core/desk/store.ts";
import { ada, World } from "#test/moderation.ts";

const BY = { platform: "slack", id: "U1", name: "Ann" };
const AT = Temporal.Instant.from("2026-11-23T12:00:00Z");
const lock = (id: string): Change => ({ subject: `fact/${id}`, kind: "lock", after: '{"locked":true}' });

it("never goes back to what it held before, when two reads cross an erasure", async () => {
  const store = memoryStore();
  let gate: Promise<void> | undefined;
  let reading = (): void => {};
  const slow: Store = {
    ...store,
    async heads(desk) {
      const held = await store.heads(desk);
      const wait = gate;
      if (wait !== undefined) {
        gate = undefined;
        reading();
      }
      await wait;
      return held;
    },
  };
  const host = await servers(library, slow);
  const key = { platform: "slack", id: "T1" };
  const { desk } = (await host.server(key)).session;
  const number = await store.desk(key, AT);
  await store.append(number, 0, BY, AT, [lock("apr-venue")]);
  await desk.whole();
  await store.append(number, 1, BY, AT, [{ subject: "author/x", kind: "erase", after: null }]);
  let open = (): void => {};
  gate = new Promise((resolve) => (open = resolve));
  const isReading = new Promise<void>((resolve) => (reading = resolve));
  const early = desk.whole();
  await isReading;
  await store.append(number, 2, BY, AT, [lock("apr-city")]);
  expect((await desk.whole()).own.version).toBe(3);
  open();
  await early;
  expect((await early).own.revisions.map((r) => r.number)).toEqual([1, 2, 3]);
});

it("tells its history, and takes back what was changed in between, where only its heads were read", async () => {
  const world = await World.open();
  const warm = await world.seat();
  for (const stated of ["5 hours", "6 hours", "7 hours"])
    await warm.told(`facts correct apr-duration-tass stated:"${stated}" why:checked`, ada);
  const cold = await (await World.open(undefined, world.store)).seat();
  const { own, view } = await cold.desk.snapshot();
  expect(own).not.toBeInstanceOf(RevisionLog);
  expect(own.size).toBeLessThan(own.version);
  expect(view.facts).toEqual((await warm.desk.view()).facts);
  expect(await cold.told("facts history apr-duration-tass", ada)).toBe(
    await warm.told("facts history apr-duration-tass", ada),
  );
  const { revisions } = (await cold.desk.whole()).own;
  expect(revisions.map((r) => r.number)).toEqual(revisions.map((_, i) => i + 1));
  expect(revisions).toHaveLength(own.version);
  const again = await (await World.open(undefined, world.store)).seat();
  expect(await again.told("facts undo", ada)).toContain("Taken back");
  expect(await again.told("how-long talks:second")).toContain("6 hours");
  expect(await warm.told("how-long talks:second")).toBe(await again.told("how-long talks:second"));
});

it("decides a change again on the desk that it was linked with meanwhile, though both have as many revisions", async () => {
  const store = memoryStore();
  const gate = new Gate().shut();
  let gated = 0;
  const host = await servers(library, {
    ...store,
    async heads(desk) {
      if (desk === gated) await gate.pass();
      return store.heads(desk);
    },
  });
  const [key, other] = [
    { platform: "slack", id: "T1" },
    { platform: "slack", id: "T2" },
  ];
  const { desk } = (await host.server(key)).session;
  const linked = (await host.server(other)).session.desk;
  gated = await store.desk(key, AT);
  await store.append(gated, 0, BY, AT, [lock("apr-venue")]);
  await store.append(await store.desk(other, AT), 0, BY, AT, [lock("apr-city")]);
  const decided = desk.change(BY, ({ own }) => ({
    kind: "append",
    changes: [lock("apr-led-us")],
    result: own.holds("fact/apr-city"),
  }));
  await gate.met;
  const target = await desk.redeemLink((await linked.offerLink()).code);
  await target?.changeAndFollow(BY, () => ({ kind: "append", changes: [], result: undefined }));
  gate.open();
  expect(await decided).toMatchObject({ kind: "done", result: true });
});
