import type { APIInteractionGuildMember, BaseInteraction, GuildMember, User } from "discord.js";
import type { Recognised } from "#core/chat/conversation.ts";
import type { Desk } from "#core/desk/desk.ts";
import { tierOf } from "#core/desk/tier.ts";
import { clean, shorten } from "#core/text/text.ts";
import type { OwnersRules } from "./owners-rules.ts";
import { PLATFORM, type RequestContext } from "./request-context.ts";

/**
 * Who is calling, from the interaction's own data, what the desk says of roles, and what the server's owner set for the
 * commands: a right to one command that the owner gave is none to another. `there`: the member of the server that a
 * direct message is about.
 */
export async function recognise(
  interaction: BaseInteraction,
  { workspace, hasDesk, direct }: RequestContext,
  desk: Desk,
  rules: OwnersRules,
  there?: GuildMember,
): Promise<Recognised["asker"]> {
  const { user, locale, channelId } = interaction;
  const guildId = workspace.id;
  const apart = interaction.guildId === null || interaction.channel?.isThread() === true;
  const member = direct ? (there ?? null) : interaction.member;
  const memberPermissions = direct ? there?.permissions : interaction.memberPermissions;
  // Everyone in a server has the role that is named by the server's own id.
  const groups = hasDesk ? [...rolesOf(member), guildId] : [];
  const grants = hasDesk ? (await desk.snapshot()).own.all("role").map((h) => h.state) : [];
  const admin = hasDesk && (memberPermissions?.has("ManageGuild") ?? false);
  const given = hasDesk && !admin ? await rules.given(guildId, user.id, groups) : new Set<string>();
  const rights = { platform: PLATFORM, user: user.id, groups, admin, outsider: user.bot };
  const name = nameOf(user, member);
  return ([group]) => ({
    platform: PLATFORM,
    id: user.id,
    name,
    // What reads, such as /talks, goes by the right to /facts: its answers lead there.
    tier: tierOf(
      { ...rights, trusted: given.has(group === "digest" ? "digest" : "facts") || isDesks(group, given) },
      grants,
    ),
    locale,
    channelLocale: interaction.guildLocale ?? locale,
    ...(channelId === null ? {} : { channel: channelId }),
    ...(apart ? { apart } : {}),
  });
}

// Names are also made by buttons beside a fact: the right to /facts is one to /desk too.
function isDesks(group: string | undefined, given: ReadonlySet<string>): boolean {
  return group === "desk" && given.has("desk");
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
