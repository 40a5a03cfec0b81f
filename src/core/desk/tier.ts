import type { Tier } from "#core/request/asker.ts";
import type { RoleGrant } from "./payload.ts";

/** What a platform's own request says about a caller. */
export interface Rights {
  readonly platform: string;
  readonly user: string;
  /** Ids of the roles and user groups that the caller has there. */
  readonly groups: readonly string[];
  /** The platform's own admin: Manage Server on Discord, workspace owner or admin on Slack. */
  readonly admin: boolean;
  /** The platform's owner let the caller use moderator commands by its own settings. */
  readonly trusted: boolean;
  /** A guest, a stranger from another workspace, a bot: may read at most. */
  readonly outsider: boolean;
}

/** The one rule of who may do what. An outsider is at most a reader, whatever was granted. */
export function tierOf(rights: Rights, grants: readonly RoleGrant[]): Tier {
  if (rights.outsider) return "reader";
  if (rights.admin) return "admin";
  const granted = grants.some(
    (g) => g.platform === rights.platform && (g.kind === "user" ? g.id === rights.user : rights.groups.includes(g.id)),
  );
  return granted || rights.trusted ? "moderator" : "contributor";
}
