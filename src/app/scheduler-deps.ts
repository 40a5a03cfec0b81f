import type { Notify } from "#core/outbox/webhook.ts";
import type { Clock } from "#core/request/clock.ts";
import type { Desks } from "#core/desk/desks.ts";
import type { Desk, Snapshot } from "#core/desk/desk.ts";
import { LIBRARY_KEY, type DeskKey } from "#core/desk/store.ts";
import { digestComposer } from "#src/scheduler/composer.ts";
import type { DeskNow, SchedulerDeps } from "#src/scheduler/scheduler-deps.ts";
import { TIMINGS } from "#src/scheduler/timings.ts";
import type { OpenStore } from "#stores/open.ts";
import { NOBODY, type Watch } from "./watch.ts";

/** What the scheduler needs, made of an open store and its desks. */
export function schedulerDeps(
  store: OpenStore,
  desks: Desks,
  clock: Clock,
  incident: (defect: unknown) => string,
  settled: Watch["settled"] = NOBODY.settled,
  notify?: Notify,
): SchedulerDeps {
  const at = async <S extends Snapshot>(
    of: DeskKey | number,
    read: (desk: Desk) => Promise<S>,
  ): Promise<DeskNow<S>> => {
    const key = typeof of === "number" ? (await store.keys(of))[0] : of;
    if (key === undefined) throw new Error(`no key leads to desk ${JSON.stringify(of)}`);
    const { number, desk } = await desks.numbered(key);
    return { desk: number, snapshot: await read(desk) };
  };
  return {
    ...(notify === undefined ? {} : { webhooks: { notify } }),
    outbox: {
      ...store.outbox,
      async settle(lease, outcome) {
        const ours = await store.outbox.settle(lease, outcome);
        if (ours) settled(lease.job.kind, outcome.kind);
        return ours;
      },
    },
    composer: digestComposer,
    timings: TIMINGS,
    monotonic: () => performance.now(),
    incident,
    deskNow: (of) => at(of, (desk) => desk.snapshot()),
    deskWhole: (of) => at(of, (desk) => desk.whole()),
    keys: (desk) => store.keys(desk),
    async library() {
      const desk = await store.desk(LIBRARY_KEY, clock.now());
      return { desk, version: await store.version(desk) };
    },
  };
}
