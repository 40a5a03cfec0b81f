import { setTimeout as sleep } from "node:timers/promises";
import type { APIInteractionGuildMember, BaseInteraction, GuildMember } from "discord.js";
import { mayActAs, type Asker } from "#core/asker.ts";
import type { Desk } from "#core/desk.ts";
import { tierOf } from "#core/tier.ts";
import { clean, shorten } from "#core/text.ts";
import type { House } from "#core/platform.ts";
import type { DeskKey } from "#core/store.ts";
import type { OwnersRules } from "./owners-rules.ts";

export const PLATFORM = "discord";

/** Where something was asked. Only a server that installed the app has a desk; elsewhere the library answers. */
export interface Place {
  readonly key: DeskKey;
  readonly hasDesk: boolean;
}

/**
 * docs: Interactions, Authorizing Integration Owners: the server's id stands under key 0 when the app is installed in that server; a user's
 * own installation and a direct message have none.
 */
export function placeOf({ guildId, authorizingIntegrationOwners, user }: BaseInteraction): Place {
  if (guildId !== null && authorizingIntegrationOwners.guildId === guildId) {
    return { key: { platform: PLATFORM, id: guildId }, hasDesk: true };
  }
  return { key: { platform: PLATFORM, id: `user ${user.id}` }, hasDesk: false };
}

/** Who is calling, for a command by its path: a right to one command that the server's owner gave is none to another. */
export type Caller = (path: readonly string[]) => Asker;

/** Who is calling, from the interaction's own data, what the desk says of roles, and what the server's owner set for the commands. */
export async function recognise(interaction: BaseInteraction, desk: Desk, rules: OwnersRules): Promise<Caller> {
  const { user, member, memberPermissions, guildId } = interaction;
  const { hasDesk } = placeOf(interaction);
  // Everyone in a server has the role that is named by the server's own id.
  const groups = hasDesk && guildId !== null ? [...rolesOf(member), guildId] : [];
  const grants = hasDesk ? (await desk.snapshot()).own.all("role").map((h) => h.state) : [];
  const admin = hasDesk && (memberPermissions?.has("ManageGuild") ?? false);
  const given = hasDesk && !admin && guildId !== null ? await rules.given(guildId, user.id, groups) : new Set<string>();
  const standing = { platform: PLATFORM, user: user.id, groups, admin, outsider: user.bot };
  const name = nameOf(interaction);
  return ([group]) => ({
    platform: PLATFORM,
    id: user.id,
    name,
    // What reads, such as /talks, goes by the right to /facts: its answers lead there.
    tier: tierOf({ ...standing, trusted: given.has(group === "digest" ? "digest" : "facts") }, grants),
    locale: interaction.locale,
  });
}

// A form must open within Discord's three seconds, so that a slow desk cannot be waited for.
const SOON_MS = 800;

/** Whether it is known soon that somebody may not call a command any more. What they send is checked again, however long that takes. */
export async function isBarred(
  interaction: BaseInteraction,
  path: readonly string[],
  house: House,
  rules: OwnersRules,
): Promise<boolean> {
  const known = async (): Promise<boolean> => {
    const { key, hasDesk } = placeOf(interaction);
    const caller = await recognise(interaction, hasDesk ? await house.desk(key) : house.library, rules);
    return !mayActAs(caller(path).tier, house.commands.find(path)?.tier ?? "reader");
  };
  return Promise.race([known().catch(() => false), sleep(SOON_MS, false, { ref: false })]);
}

function nameOf({ user, member }: BaseInteraction): string {
  const called = member === null ? undefined : "displayName" in member ? member.displayName : member.nick;
  const name = clean((called ?? user.displayName).toWellFormed()).text.trim();
  return name === "" ? `user ${user.id}` : shorten(name, 80);
}

function rolesOf(member: GuildMember | APIInteractionGuildMember | null): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
