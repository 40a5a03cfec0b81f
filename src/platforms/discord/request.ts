import type { Session } from "#core/answer/answer.ts";
import type { Asker } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Caller, Place } from "./place.ts";

export interface Who {
  readonly place: Place;
  readonly asker: Asker;
}

/** A request with its desk open and its asker known; who calls a command is told by the command. */
export interface Request extends Who {
  readonly session: Session;
  readonly caller: Caller;
}

/** Who makes a request, as the caller of the command that it comes to. */
export function calling({ place, caller }: Request, call: RawCall): Who {
  return { place, asker: caller(call.path) };
}
