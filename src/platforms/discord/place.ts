import type { APIInteractionGuildMember, BaseInteraction, GuildMember, User } from "discord.js";
import { mayActAs, type Asker } from "#core/request/asker.ts";
import type { Desk } from "#core/desk/desk.ts";
import { tierOf } from "#core/desk/tier.ts";
import { clean, shorten } from "#core/text/text.ts";
import type { Host } from "#core/chat/platform.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { prefixFor, serverOf } from "./direct.ts";
import type { OwnersRules } from "./owners-rules.ts";
import { soon } from "./wanted.ts";

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

/** Who is calling, for a command by its path: a right to one command that the server's owner gave is none to another. */
export type Caller = (path: readonly string[]) => Asker;

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
): Promise<Caller> {
  const { user } = interaction;
  const { key, hasDesk, direct } = placeOf(interaction);
  const guildId = key.id;
  const member = direct ? (there ?? null) : interaction.member;
  const memberPermissions = direct ? there?.permissions : interaction.memberPermissions;
  // Everyone in a server has the role that is named by the server's own id.
  const groups = hasDesk ? [...rolesOf(member), guildId] : [];
  const grants = hasDesk ? (await desk.snapshot()).own.all("role").map((h) => h.state) : [];
  const admin = hasDesk && (memberPermissions?.has("ManageGuild") ?? false);
  const given = hasDesk && !admin ? await rules.given(guildId, user.id, groups) : new Set<string>();
  const standing = { platform: PLATFORM, user: user.id, groups, admin, outsider: user.bot };
  const name = nameOf(user, member);
  return ([group]) => ({
    platform: PLATFORM,
    id: user.id,
    name,
    // What reads, such as /talks, goes by the right to /facts: its answers lead there.
    tier: tierOf({ ...standing, trusted: given.has(group === "digest" ? "digest" : "facts") }, grants),
    locale: interaction.locale,
  });
}

/**
 * Who is calling, where it is known soon that they may not call a command any more. What they send is checked again, however long that
 * takes.
 */
export async function barredFrom(
  interaction: BaseInteraction,
  path: readonly string[],
  { host, rules, there }: { readonly host: Host; readonly rules: OwnersRules; readonly there?: GuildMember },
): Promise<{ readonly asker: Asker; readonly desk: Desk } | undefined> {
  const known = async () => {
    const { key, hasDesk } = placeOf(interaction);
    const desk = hasDesk ? await host.desk(key) : host.library;
    const asker = (await recognise(interaction, desk, rules, there))(path);
    return mayActAs(asker.tier, host.commands.find(path)?.tier ?? "reader") ? undefined : { asker, desk };
  };
  // A form must open within Discord's three seconds, so that a slow desk cannot be waited for.
  return soon(known());
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
