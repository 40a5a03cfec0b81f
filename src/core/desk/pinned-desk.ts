import type { Desk, Snapshot, WholeSnapshot } from "./desk.ts";
import { RevisionLog } from "./revision-log.ts";

/**
 * A desk as it stands for one request: its store is asked once, however often the request looks at it; once more for a
 * history that is not in memory. `first`: what was read of it already. After a change by the request itself it is read
 * again.
 */
export function pinnedDesk(desk: Desk, first?: Snapshot): Desk {
  let held = first === undefined ? undefined : Promise.resolve(first);
  let all: Promise<WholeSnapshot> | undefined;
  const snapshot = (): Promise<Snapshot> => (held ??= desk.snapshot());
  const wholeOf = async (): Promise<WholeSnapshot> => {
    const now = await snapshot();
    return now.own instanceof RevisionLog ? { ...now, own: now.own } : desk.whole();
  };
  const own: Partial<Desk> = {
    snapshot,
    whole: () => (all ??= wholeOf()),
    view: async (at) => (at === undefined ? (await snapshot()).view : desk.view(at)),
    change(by, plan) {
      [held, all] = [undefined, undefined];
      return desk.change(by, plan);
    },
    changeWhole(by, plan) {
      [held, all] = [undefined, undefined];
      return desk.changeWhole(by, plan);
    },
  };
  return new Proxy(desk, {
    get(target, name) {
      const value: unknown = Reflect.get(Object.hasOwn(own, name) ? own : target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
