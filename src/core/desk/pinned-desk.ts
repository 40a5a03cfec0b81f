import type { Desk, Snapshot } from "./desk.ts";

/**
 * A desk as it stands for one request: its store is asked once, however often the request looks at it. `first`: what
 * was read of it already. After a change by the request itself it is read again.
 */
export function pinnedDesk(desk: Desk, first?: Snapshot): Desk {
  let held = first === undefined ? undefined : Promise.resolve(first);
  const snapshot = (): Promise<Snapshot> => (held ??= desk.snapshot());
  const own: Partial<Desk> = {
    snapshot,
    view: async (at) => (at === undefined ? (await snapshot()).view : desk.view(at)),
    change(by, plan) {
      held = undefined;
      return desk.change(by, plan);
    },
  };
  return new Proxy(desk, {
    get(target, name) {
      const value: unknown = Reflect.get(Object.hasOwn(own, name) ? own : target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
