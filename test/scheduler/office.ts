import { Desks } from "#core/desk/desks.ts";
import { openLibrary } from "#core/desk/library.ts";
import { heading, reply } from "#core/reply.ts";
import { LIBRARY_KEY } from "#core/store.ts";
import type { Composer } from "#src/scheduler/composer.ts";
import type { Limits } from "#src/scheduler/pace.ts";
import type { Office } from "#src/scheduler/office.ts";
import type { Tempo } from "#src/scheduler/tempo.ts";
import type { OpenStore } from "#stores/open.ts";
import { library } from "#test/desk.ts";

/** Says which digest it is and how many were missed, and always has something to say. */
export const plainly: Composer = {
  digest({ own }, { id, since }, missed) {
    const told = `${id} after ${since.own}${missed === 0 ? "" : `, missed ${missed}`}`;
    return { kind: "say", reply: reply(told, [heading(told)]), upTo: { own: own.version, library: since.library + 1 } };
  },
  follow({ own }, { user, topics, since }) {
    if (own.version === since.own) return { kind: "nothing", upTo: since };
    const told = `${user}: ${topics.join(", ")} after ${since.own}`;
    return { kind: "say", reply: reply(told, [heading(told)]), upTo: { own: own.version, library: 0 } };
  },
};

/** Fast enough for a test, and in the proportions of the real one. */
export const QUICK: Tempo = { lease: 700, call: 150, doubt: 60, rounds: 6, late: 24 * 3_600_000, idle: 100 };

/** An office over a store, with a desk that the test may change. A defect is printed, so that it is seen. */
export async function officeOver(
  store: OpenStore,
  { composer = plainly, tempo = QUICK }: { composer?: Composer; tempo?: Tempo } = {},
): Promise<Office & { readonly desks: Desks; readonly incidents: unknown[] }> {
  const clock = { now: () => Temporal.Now.instant() };
  const loaded = await openLibrary(library, store, clock);
  const desks = new Desks({ store, library: loaded, clock, token: (length) => "t".repeat(length) });
  const incidents: unknown[] = [];
  return {
    outbox: store.outbox,
    composer,
    tempo,
    desks,
    incidents,
    monotonic: () => performance.now(),
    async deskNow(of) {
      const desk = typeof of === "number" ? of : await store.desk(of, clock.now());
      const key = typeof of === "number" ? (await store.keys(of))[0] : of;
      if (key === undefined) throw new Error(`no key leads to desk ${desk}`);
      return { desk, snapshot: await (await desks.open(key)).snapshot() };
    },
    async library() {
      const desk = await store.desk(LIBRARY_KEY, clock.now());
      return { desk, version: await store.version(desk) };
    },
    incident(defect) {
      incidents.push(defect);
      return `i${incidents.length}`;
    },
  };
}

/** Limits that no test meets by accident. */
export const SWIFT: Limits = { atOnce: 24, perSecond: 1000, channelEvery: 10 };
