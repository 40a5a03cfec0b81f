import type { Session } from "#core/answer/answer.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { Digests } from "#core/digest/digests.ts";
import type { Host } from "./platform.ts";

/** What answers calls about a desk; without digests where nothing is posted to it. */
export function sessionOf(host: Host, desk: Desk, digests?: Digests): Session {
  const { commands, clock } = host;
  return {
    commands,
    clock,
    desk,
    token: (length) => host.token(length),
    incident: (defect, raw) => host.incident(defect, raw),
    ...(digests === undefined ? {} : { digests }),
  };
}
