import type { Session } from "#core/answer/answer.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { defined } from "#core/text/defined.ts";
import type { Host, Platform } from "./platform.ts";

/** What of a platform is asked while a call is answered. */
export type Speaker = Pick<Platform, "dialect" | "mayPost">;

/**
 * What answers a platform's calls about a desk; without digests and webhooks where no workspace is given, since
 * nothing is posted there.
 */
export function sessionOf(host: Host, desk: Desk, platform: Speaker, workspace?: DeskKey): Session {
  const { commands, clock } = host;
  return {
    commands,
    clock,
    desk,
    dialect: platform.dialect,
    token: (length) => host.token(length),
    incident: (defect, raw) => host.incident(defect, raw),
    ...defined({ secondEar: host.secondEar, site: host.site }),
    ...(workspace === undefined ? {} : { digests: host.digests(workspace, platform) }),
    ...(workspace === undefined ? {} : defined({ webhooks: host.webhooks?.(workspace) })),
  };
}
