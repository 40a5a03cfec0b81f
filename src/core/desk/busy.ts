import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";

/** Why a change was not made where others were first again and again. */
export function busy(at: Told): Refusal {
  return refuse("conflict", tell(at, "desk.busy"), tell(at, "desk.moment"));
}
