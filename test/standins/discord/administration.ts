import type { Platform } from "./platform.ts";
import type { ChannelOptions, GuildOptions } from "./world/options.ts";
import type { PermissionName } from "./world/permissions.ts";
import { bits } from "./world/permissions.ts";
import { channelJson, guildCreateJson } from "./world/wire.ts";
import type { Channel, CommandPermission, Guild } from "./world/world.ts";

/** What owners and moderators of servers do, each told to the bot as Discord tells it. */
export class Administration {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  addGuild(options: GuildOptions): Guild {
    const guild = this.#platform.world.addGuild(options);
    if (guild.joined) this.#tell(guild, "GUILD_CREATE", guildCreateJson(guild, this.#platform.world.bot));
    return guild;
  }

  /** Throws the bot out: GUILD_DELETE without `unavailable`, and its access is gone. */
  removeGuild(which: string): Guild {
    const guild = this.#platform.world.guild(which);
    this.#tell(guild, "GUILD_DELETE", { id: guild.id });
    guild.joined = false;
    return guild;
  }

  /** Lets the bot in again. */
  rejoinGuild(which: string): Guild {
    const guild = this.#platform.world.guild(which);
    guild.joined = true;
    this.#tell(guild, "GUILD_CREATE", guildCreateJson(guild, this.#platform.world.bot));
    return guild;
  }

  /** An outage of one server: it is unavailable, and the bot is still its member. */
  guildOutage(which: string): void {
    const guild = this.#platform.world.guild(which);
    this.#tell(guild, "GUILD_DELETE", { id: guild.id, unavailable: true });
  }

  addChannel(guild: string, options: string | ChannelOptions): Channel {
    const { world } = this.#platform;
    const channel = world.addChannel(world.guild(guild), options);
    this.#tellOf(channel, channel.kind === "thread" ? "THREAD_CREATE" : "CHANNEL_CREATE");
    return channel;
  }

  deleteChannel(which: string, guild?: string): void {
    const channel = this.#channel(which, guild);
    this.#platform.world.channels.delete(channel.id);
    channel.guild?.channels.delete(channel.id);
    for (const message of channel.messages.values()) message.deleted = true;
    this.#tellOf(channel, channel.kind === "thread" ? "THREAD_DELETE" : "CHANNEL_DELETE");
  }

  /** Archives a thread; a locked one takes no more messages. */
  archive(which: string, locked: boolean): void {
    const channel = this.#channel(which);
    channel.archived = true;
    channel.locked = locked;
    this.#tellOf(channel, "THREAD_UPDATE");
  }

  /** Takes permissions from the bot in one channel. */
  denyBot(which: string, names: readonly PermissionName[], guild?: string): void {
    const channel = this.#channel(which, guild);
    const { id } = this.#platform.world.bot;
    const others = channel.overwrites.filter((one) => one.id !== id);
    channel.overwrites = [...others, { id, type: 1, allow: 0n, deny: bits(names) }];
    this.#tellOf(channel, "CHANNEL_UPDATE");
  }

  /** A moderator deletes a message, by its id. */
  deleteMessage(id: string): void {
    for (const channel of this.#platform.world.channels.values()) {
      const message = channel.messages.get(id);
      if (message !== undefined) this.#platform.messages.remove(message);
    }
  }

  /**
   * What the owner set for a command in Server Settings, Integrations; for all of the app's commands without a name.
   */
  allowCommand(guild: string, name: string | undefined, permissions: readonly CommandPermission[]): void {
    const { world, commands, applicationId } = this.#platform;
    const where = world.guild(guild);
    const id =
      name === undefined ? applicationId : (commands.find(1, name, where.id) ?? commands.find(3, name, where.id))?.id;
    if (id === undefined) throw new Error(`Nothing is registered as ${name ?? ""}.`);
    where.commandPermissions.set(id, permissions);
    const data = { id, application_id: applicationId, guild_id: where.id, permissions };
    this.#platform.gateway.tell({ event: "APPLICATION_COMMAND_PERMISSIONS_UPDATE", guildId: where.id, data });
  }

  #channel(which: string, guild?: string): Channel {
    const { world } = this.#platform;
    return world.channel(which, guild === undefined ? undefined : world.guild(guild));
  }

  #tell(guild: Guild, event: string, data: object): void {
    this.#platform.gateway.tell({ event, guildId: guild.id, data });
  }

  #tellOf(channel: Channel, event: string): void {
    if (channel.guild !== undefined) this.#tell(channel.guild, event, channelJson(channel));
  }
}
