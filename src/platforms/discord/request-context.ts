import type { BaseInteraction } from "discord.js";
import type { DeskKey } from "#core/desk/store.ts";
import { prefixFor, serverOf } from "./direct.ts";

export const PLATFORM = "discord";

/**
 * Where something was asked. Only a server that installed the app has a desk; elsewhere the library answers. `direct`:
 * in a direct message that was written for the server, by who must yet be shown to be its member. `prefix`: what the
 * ids of the buttons there begin with.
 */
export interface RequestContext {
  readonly workspace: DeskKey;
  readonly hasDesk: boolean;
  readonly direct: boolean;
  readonly prefix: string;
}

export function workspaceOf(server: string): DeskKey {
  return { platform: PLATFORM, id: server };
}

/**
 * docs: Interactions, Authorizing Integration Owners: the server's id stands under key 0 when the app is installed in
 * that server; a user's own installation and a direct message have none.
 */
export function contextOf(interaction: BaseInteraction): RequestContext {
  const { guildId, authorizingIntegrationOwners, user } = interaction;
  if (guildId !== null && authorizingIntegrationOwners.guildId === guildId)
    return { workspace: workspaceOf(guildId), hasDesk: true, direct: false, prefix: "" };
  const server = serverOf(interaction);
  if (server !== undefined)
    return { workspace: workspaceOf(server), hasDesk: true, direct: true, prefix: prefixFor(server) };
  return { workspace: workspaceOf(`user ${user.id}`), hasDesk: false, direct: false, prefix: "" };
}
