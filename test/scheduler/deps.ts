import { Desks } from "#core/desk/desks.ts";
import { openLibrary } from "#core/desk/library-desk.ts";
import { heading, reply } from "#core/reply/reply.ts";
import type { Composer } from "#src/scheduler/composer.ts";
import type { SchedulerDeps } from "#src/scheduler/scheduler-deps.ts";
import type { Timings } from "#src/scheduler/timings.ts";
import { schedulerDeps } from "#src/app/scheduler-deps.ts";
import type { OpenStore } from "#stores/open.ts";
import { EMPTY_LIBRARY, type Library } from "#core/desk/library-view.ts";

/** Says which digest it is and how many were missed, and always has something to say. */
export const plainly: Composer = {
  digest(_, { id, since }, missed) {
    const told = `${id} after ${since.own}${missed === 0 ? "" : `, missed ${missed}`}`;
    return { kind: "say", reply: reply(told, [heading(told)]), upTo: { ...since, library: since.library + 1 } };
  },
  follow({ own }, { user, topics, since }) {
    if (own.version === since.own) return { kind: "nothing", upTo: since };
    const told = `${user}: ${topics.join(", ")} after ${since.own}`;
    return { kind: "say", reply: reply(told, [heading(told)]), upTo: { ...since, own: own.version } };
  },
};

/** Fast enough for a test. A call is given so long that a busy machine answers within it. */
export const QUICK: Timings = {
  lease: 3000,
  call: 800,
  retryAfter: 60,
  maxAttempts: 6,
  recheck: 300,
  late: 24 * 3_600_000,
  idle: 100,
};

/**
 * What a scheduler needs, over a store and with desks that the test may change. `shipped`: their library; without one a
 * process loads neither commands nor data. `incidents`: the defects that it noted.
 */
export async function depsOver(
  store: OpenStore,
  {
    composer = plainly,
    timings = QUICK,
    shipped = EMPTY_LIBRARY,
  }: { composer?: Composer; timings?: Timings; shipped?: Library } = {},
): Promise<SchedulerDeps & { readonly desks: Desks; readonly incidents: unknown[]; turns(): number }> {
  const clock = { now: () => Temporal.Now.instant() };
  const loaded = await openLibrary(shipped, store, clock);
  const desks = new Desks({ store, library: loaded, clock, token: (length) => "t".repeat(length) });
  const incidents: unknown[] = [];
  let turns = 0;
  // The scheduler asks this once a turn.
  const outbox = { ...store.outbox, changedDesks: () => ((turns += 1), store.outbox.changedDesks()) };
  return {
    ...schedulerDeps({ ...store, outbox }, desks, clock, (defect) => `i${incidents.push(defect)}`),
    composer,
    timings,
    desks,
    incidents,
    turns: () => turns,
  };
}
