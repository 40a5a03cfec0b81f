import type { Engine } from "./engine.ts";
import { asking, ours } from "./ours.ts";
import { PEERS } from "./peers.ts";

/** All engines of a run, ours first; `own`: on the questions on the shipped talks. */
export function engines(own: boolean): readonly Engine[] {
  return [own ? asking : ours, ...PEERS];
}
