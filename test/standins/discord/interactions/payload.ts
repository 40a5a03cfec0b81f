import type { Json } from "#test/standins/discord/json.ts";
import type { Platform } from "#test/standins/discord/platform.ts";
import { bits, permissionsIn } from "#test/standins/discord/world/permissions.ts";
import { interactionChannelJson, memberJson, userJson } from "#test/standins/discord/world/wire.ts";
import { messageJson } from "#test/standins/discord/messages/message.ts";
import type { Interaction, Place } from "./interaction.ts";

/** docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-structure. */
export function interactionJson(platform: Platform, interaction: Interaction, data: Json): Json {
  const { made, token } = interaction;
  const { place, message } = made;
  return {
    id: made.id,
    application_id: platform.applicationId,
    type: made.type,
    token,
    version: 1,
    data,
    ...whereJson(place),
    ...whoJson(place),
    ...(message === undefined ? {} : { message: messageJson(message, platform.applicationId) }),
    app_permissions: String(appPermissions(platform, place)),
    locale: place.user.locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: made.owners,
    context: place.context,
    attachment_size_limit: 10 * 1024 * 1024,
  };
}

function whereJson({ guild, channel, member }: Place): Json {
  const at = { channel_id: channel.id, channel: interactionChannelJson(channel, member) };
  if (guild === undefined) return at;
  const { id, locale } = guild;
  return { ...at, guild_id: id, guild: { id, locale, features: [] }, guild_locale: locale };
}

/** In a server a member with permissions in the channel; elsewhere the user alone. */
function whoJson({ user, guild, member, channel }: Place): Json {
  if (guild === undefined || member === undefined) return { user: userJson(user) };
  return { member: { ...memberJson(member), permissions: String(permissionsIn(guild, member, channel)) } };
}

function appPermissions(platform: Platform, { guild, channel, context }: Place): bigint {
  const self = guild?.members.get(platform.world.bot.id);
  if (guild !== undefined && guild.joined && self !== undefined) return permissionsIn(guild, self, channel);
  const usual = bits(["AttachFiles", "EmbedLinks", "MentionEveryone"]);
  return context === 1 ? usual | bits(["UseExternalEmojis"]) : usual;
}

/**
 * #interaction-object-authorizing-integration-owners-object: the server where the app is installed ("0" in its direct
 * messages), the user where they installed it themselves; each only if the command is offered that way.
 */
export function ownersOf(place: Place, installs: readonly number[]): Json {
  const { guild, user, context } = place;
  const inServer = context === 1 || guild?.joined === true;
  return {
    ...(inServer && installs.includes(0) ? { "0": guild?.id ?? "0" } : {}),
    ...(user.installed && installs.includes(1) ? { "1": user.id } : {}),
  };
}
