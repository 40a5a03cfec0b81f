import { busy } from "./busy.ts";
import { inTongue } from "#core/facts/view.ts";
import type { Tongue } from "#core/messages/tongue.ts";
import type { Changed, Desk, Plan, Snapshot, WholeSnapshot } from "./desk.ts";
import type { Author } from "./store.ts";

/**
 * The same desk, its views told in a language: what a plan refuses, and what an answer shows of it. What a plan appends
 * is the same in every language.
 */
export function toldDesk(desk: Desk, tongue: Tongue | undefined): Desk {
  if (tongue === undefined) return desk;
  const told = <S extends Snapshot>(at: S): S => ({ ...at, view: inTongue(at.view, tongue) });
  const after = <T, S extends Snapshot>(done: Changed<T, S>): Changed<T, S> => {
    if (done.kind === "done") return { ...done, now: told(done.now) };
    return done.busy === true ? { ...done, refusal: busy({ tongue }) } : done;
  };
  type Planning<T> = (at: Snapshot) => Plan<T> | Promise<Plan<T>>;
  const own: Pick<Desk, "view" | "snapshot" | "whole" | "change" | "changeWhole" | "changeAndFollow"> = {
    view: async (at) => inTongue(await desk.view(at), tongue),
    snapshot: async () => told(await desk.snapshot()),
    whole: async () => told(await desk.whole()),
    change: async <T>(by: Author, plan: Planning<T>) => after(await desk.change(by, (at) => plan(told(at)))),
    changeWhole: async <T>(by: Author, plan: (at: WholeSnapshot) => Plan<T>) =>
      after(await desk.changeWhole(by, (at) => plan(told(at)))),
    changeAndFollow: async <T>(by: Author, plan: (at: Snapshot) => Plan<T>) =>
      after(await desk.changeAndFollow(by, (at) => plan(told(at)))),
  };
  return new Proxy(desk, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(Object.hasOwn(own, name) ? own : target, name);
      return typeof value === "function" && !Object.hasOwn(own, name) ? (value.bind(target) as unknown) : value;
    },
  });
}
