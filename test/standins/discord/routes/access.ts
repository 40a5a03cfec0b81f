import type { Platform } from "#test/standins/discord/platform.ts";
import type { Message } from "#test/standins/discord/messages/message.ts";
import { refusal } from "#test/standins/discord/refusal.ts";
import type { PermissionName } from "#test/standins/discord/world/permissions.ts";
import { may, permissionsIn } from "#test/standins/discord/world/permissions.ts";
import type { Channel, Guild } from "#test/standins/discord/world/world.ts";

/** A channel the bot can see: 10003 where there is none, 50001 where it may not look. */
export function visibleChannel(platform: Platform, id: string): Channel {
  const channel = platform.world.channels.get(id);
  if (channel === undefined) throw refusal("unknown channel");
  if (channel.kind === "group") throw refusal("missing access");
  if (channel.guild !== undefined && !botMay(platform, channel, "ViewChannel")) throw refusal("missing access");
  return channel;
}

/** Throws 50013 unless the bot has the permission in the channel. Direct messages have none to ask for. */
export function demand(platform: Platform, channel: Channel, name: PermissionName): void {
  if (channel.guild !== undefined && !botMay(platform, channel, name)) throw refusal("missing permissions");
}

export function botMay(platform: Platform, channel: Channel, name: PermissionName): boolean {
  const { guild } = channel;
  const self = guild?.members.get(platform.world.bot.id);
  return guild !== undefined && guild.joined && self !== undefined && may(permissionsIn(guild, self, channel), name);
}

/** A server the bot is in; 10004 otherwise. */
export function joinedGuild(platform: Platform, id: string): Guild {
  const guild = platform.world.guilds.get(id);
  if (guild === undefined || !guild.joined) throw refusal("unknown guild");
  return guild;
}

/** A message of the channel that is not for one person's eyes only; those have no address but their interaction's. */
export function message(channel: Channel, id: string): Message {
  const found = channel.messages.get(id);
  if (found === undefined || found.visibleTo !== undefined) throw refusal("unknown message");
  return found;
}
