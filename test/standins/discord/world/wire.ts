import type { Json } from "#test/standins/discord/json.ts";
import { permissionsIn } from "./permissions.ts";
import type { Channel, Guild, Member, Role, User } from "./world.ts";

const JOINED = "2025-01-01T00:00:00.000000+00:00";
const CHANNEL_TYPES = { text: 0, dm: 1, group: 3, thread: 11 } as const;

/** docs.discord.com/developers/resources/user#user-object. */
export function userJson(user: User): Json {
  return {
    id: user.id,
    username: user.name,
    discriminator: "0",
    global_name: user.name,
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    collectibles: null,
    primary_guild: null,
    bot: user.bot,
    public_flags: 0,
    flags: 0,
  };
}

/** docs.discord.com/developers/resources/guild#guild-member-object, without the user. */
export function partialMemberJson(member: Member): Json {
  return {
    roles: [...member.roles],
    nick: null,
    avatar: null,
    banner: null,
    joined_at: JOINED,
    premium_since: null,
    pending: false,
    communication_disabled_until: null,
    flags: 0,
  };
}

export function memberJson(member: Member): Json {
  return { ...partialMemberJson(member), user: userJson(member.user), deaf: false, mute: false };
}

/** docs.discord.com/developers/topics/permissions#role-object. */
export function roleJson(role: Role, position: number): Json {
  return {
    id: role.id,
    name: role.name,
    description: null,
    permissions: String(role.permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.managed,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** docs.discord.com/developers/resources/channel#channel-object. */
export function channelJson(channel: Channel): Json {
  const base = { id: channel.id, type: CHANNEL_TYPES[channel.kind], flags: 0, last_message_id: null };
  if (channel.guild === undefined) return { ...base, recipients: channel.recipients.map(userJson) };
  const named = { ...base, name: channel.name, guild_id: channel.guild.id, parent_id: channel.parentId ?? null };
  if (channel.kind === "thread")
    return {
      ...named,
      owner_id: channel.guild.ownerId,
      message_count: channel.messages.size,
      total_message_sent: channel.messages.size,
      member_count: 1,
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked,
        auto_archive_duration: 1440,
        archive_timestamp: JOINED,
      },
    };
  const permission_overwrites = channel.overwrites.map(({ id, type, allow, deny }) => ({
    id,
    type,
    allow: String(allow),
    deny: String(deny),
  }));
  return { ...named, position: 0, topic: null, nsfw: false, rate_limit_per_user: 0, permission_overwrites };
}

/** A channel as interactions carry it, with the permissions of the person who acts. */
export function interactionChannelJson(channel: Channel, member: Member | undefined): Json {
  const { permission_overwrites: _, ...partial } = channelJson(channel);
  if (channel.guild === undefined || member === undefined) return partial;
  return { ...partial, permissions: String(permissionsIn(channel.guild, member, channel)) };
}

/** docs.discord.com/developers/resources/guild#guild-object. */
export function guildJson(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    features: [],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()].map(roleJson),
    afk_timeout: 300,
    afk_channel_id: null,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    home_header: null,
    incidents_data: null,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    premium_subscription_count: 0,
    premium_tier: 0,
    public_updates_channel_id: null,
    region: "deprecated",
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    vanity_url_code: null,
    verification_level: 1,
    widget_channel_id: null,
    widget_enabled: false,
  };
}

/**
 * docs.discord.com/developers/events/gateway-events#guild-create: without the members intent only the bot is listed.
 */
export function guildCreateJson(guild: Guild, bot: User): Json {
  const channels = [...guild.channels.values()];
  const self = guild.members.get(bot.id);
  return {
    ...guildJson(guild),
    joined_at: JOINED,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: self === undefined ? [] : [memberJson(self)],
    channels: channels.filter((one) => one.kind === "text").map(channelJson),
    threads: channels.filter((one) => one.kind === "thread").map(channelJson),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
