import type { APIInteractionGuildMember, BaseInteraction, GuildMember, User } from "discord.js";
import type { Asker } from "#core/asker.ts";
import type { Desk } from "#core/desk.ts";
import { tierOf } from "#core/tier.ts";
import { clean, shorten } from "#core/text.ts";
import type { DeskKey } from "#core/store.ts";
import { prefixFor, serverOf } from "./direct.ts";
import type { OwnersRules } from "./owners-rules.ts";

export const PLATFORM = "discord";

/**
 * Where something was asked. Only a server that installed the app has a desk; elsewhere the library answers. `direct`: in a direct message
 * that was written for the server, by who must yet be shown to be its member. `prefix`: what the ids of the buttons there begin with.
 */
export interface Place {
  readonly key: DeskKey;
  readonly hasDesk: boolean;
  readonly direct: boolean;
  readonly prefix: string;
}

/**
 * docs: Interactions, Authorizing Integration Owners: the server's id stands under key 0 when the app is installed in that server; a user's
 * own installation and a direct message have none.
 */
export function placeOf(interaction: BaseInteraction): Place {
  const { guildId, authorizingIntegrationOwners, user } = interaction;
  if (guildId !== null && authorizingIntegrationOwners.guildId === guildId) {
    return { key: { platform: PLATFORM, id: guildId }, hasDesk: true, direct: false, prefix: "" };
  }
  const server = serverOf(interaction);
  if (server !== undefined)
    return { key: { platform: PLATFORM, id: server }, hasDesk: true, direct: true, prefix: prefixFor(server) };
  return { key: { platform: PLATFORM, id: `user ${user.id}` }, hasDesk: false, direct: false, prefix: "" };
}

/** Who is calling, as long as nothing is known of their rights. */
export function unrecognised({ user, locale }: BaseInteraction): Asker {
  return { platform: PLATFORM, id: user.id, name: "", tier: "reader", locale };
}

/**
 * Who is calling, from the interaction's own data, what the desk says of roles, and what the server's owner set for the commands. `there`:
 * the member of the server that a direct message is about.
 */
export async function recognise(
  interaction: BaseInteraction,
  desk: Desk,
  rules: OwnersRules,
  there?: GuildMember,
): Promise<Asker> {
  const { user } = interaction;
  const { key, hasDesk, direct } = placeOf(interaction);
  const guildId = key.id;
  const member = direct ? (there ?? null) : interaction.member;
  const memberPermissions = direct ? there?.permissions : interaction.memberPermissions;
  // Everyone in a server has the role that is named by the server's own id.
  const groups = hasDesk ? [...rolesOf(member), guildId] : [];
  const grants = hasDesk ? (await desk.snapshot()).own.all("role").map((h) => h.state) : [];
  const admin = hasDesk && (memberPermissions?.has("ManageGuild") ?? false);
  const trusted = hasDesk && !admin && (await rules.allow(guildId, user.id, groups));
  const standing = { platform: PLATFORM, user: user.id, groups, admin, trusted, outsider: user.bot };
  return {
    platform: PLATFORM,
    id: user.id,
    name: nameOf(user, member),
    tier: tierOf(standing, grants),
    locale: interaction.locale,
  };
}

function nameOf(user: User, member: GuildMember | APIInteractionGuildMember | null): string {
  const called = member === null ? undefined : "displayName" in member ? member.displayName : member.nick;
  const name = clean((called ?? user.displayName).toWellFormed()).text.trim();
  return name === "" ? `user ${user.id}` : shorten(name, 80);
}

function rolesOf(member: GuildMember | APIInteractionGuildMember | null): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
