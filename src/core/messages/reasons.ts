import { tell } from "./tell.ts";
import type { Told } from "./tongue.ts";

/** The reasons that Talks itself gives a change, as the history keeps them: in English. */
export const TWO_PLACES = tell({}, "reason.places");
export const joinedTo = (id: string): string => tell({}, "reason.joined", { id });

const JOINED = new RegExp(`^${joinedTo(String.raw`(\S+)`)}$`, "u");

/** A kept reason as `at` reads it: the words of people stand as they were typed. */
export function reasonIn(at: Told, kept: string): string {
  if (kept === TWO_PLACES) return tell(at, "reason.places");
  const id = JOINED.exec(kept)?.[1];
  return id === undefined ? kept : tell(at, "reason.joined", { id });
}
