import type { Engine } from "./engine.ts";
import { asking, ours } from "./ours.ts";
import { PEERS } from "./peers.ts";

/** All engines of a run, ours first; on the questions on the talks also what `ask` itself answers. */
export function engines(own: boolean): readonly Engine[] {
  return [...(own ? [asking] : []), ours, ...PEERS];
}
