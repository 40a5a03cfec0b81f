import type { Json } from "#test/standins/discord/json.ts";
import { partialMemberJson, userJson } from "#test/standins/discord/world/wire.ts";
import type { Channel, User } from "#test/standins/discord/world/world.ts";

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
  readonly url: string;
}

export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  readonly sentAt: number;
  /** 0 default, 19 reply, 20 answer to a slash command, 23 answer to a message command. */
  readonly type: number;
  editedAt: number | undefined;
  content: string;
  embeds: readonly unknown[];
  components: readonly Json[];
  attachments: readonly Attachment[];
  flags: number;
  readonly nonce: string | number | undefined;
  /** The message replied to. */
  readonly replyTo: string | undefined;
  /** The message that it forwards: a copy of it goes along. */
  readonly forwards: Message | undefined;
  /** The only person who sees it, where it is ephemeral. */
  readonly visibleTo: User | undefined;
  /** Set where it answers an interaction. */
  readonly source: MessageSource | undefined;
  deleted: boolean;
}

/** docs.discord.com/developers/resources/message#message-interaction-metadata-object. */
export interface MessageSource {
  readonly interactionId: string;
  readonly interactionType: number;
  readonly user: User;
  readonly owners: Json;
  /** The message whose component was used, or from which a form was opened. */
  readonly on: string | undefined;
}

/** docs.discord.com/developers/resources/message#message-object. */
export function messageJson(message: Message, applicationId: string): Json {
  const { source, channel } = message;
  return {
    id: message.id,
    channel_id: channel.id,
    author: userJson(message.author),
    type: message.type,
    content: message.content,
    timestamp: new Date(message.sentAt).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: message.attachments.map(attachmentJson),
    embeds: message.embeds,
    components: message.components,
    flags: message.flags,
    pinned: false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.author.bot ? { application_id: applicationId } : {}),
    ...(source === undefined ? {} : { webhook_id: applicationId, interaction_metadata: sourceJson(source) }),
    ...(message.forwards === undefined ? {} : forwardedJson(message.forwards)),
    ...(message.replyTo === undefined
      ? {}
      : { message_reference: { type: 0, channel_id: channel.id, message_id: message.replyTo } }),
  };
}

/** docs.discord.com/developers/resources/message#message-snapshot-object: no author, and not the channel's name. */
function forwardedJson({ id, channel, type, content, sentAt, attachments, embeds, components, flags }: Message): Json {
  const message = {
    type,
    content,
    timestamp: new Date(sentAt).toISOString(),
    edited_timestamp: null,
    mentions: [],
    mention_roles: [],
    attachments: attachments.map(attachmentJson),
    embeds,
    components,
    flags,
  };
  const from = { type: 1, channel_id: channel.id, message_id: id };
  return { message_reference: from, message_snapshots: [{ message }] };
}

/** As the gateway dispatches it: with the guild, and the author as its member. */
export function dispatchedMessageJson(message: Message, applicationId: string): Json {
  const { guild } = message.channel;
  const json = messageJson(message, applicationId);
  const member = guild?.members.get(message.author.id);
  const as = member === undefined || message.source !== undefined ? {} : { member: partialMemberJson(member) };
  return guild === undefined ? json : { ...json, ...as, guild_id: guild.id };
}

function sourceJson(source: MessageSource): Json {
  const { interactionId: id, interactionType: type, owners, on } = source;
  const base = { user: userJson(source.user), authorizing_integration_owners: owners };
  const pressed = on === undefined ? {} : { interacted_message_id: on };
  if (type !== 5) return { id, type, ...base, ...pressed };
  const triggering = { id, type: on === undefined ? 2 : 3, ...base, ...pressed };
  return { id, type, ...base, triggering_interaction_metadata: triggering };
}

export function attachmentJson(attachment: Attachment): Json {
  return {
    id: attachment.id,
    filename: attachment.name,
    size: attachment.content.byteLength,
    url: attachment.url,
    proxy_url: attachment.url,
    content_type: attachment.type,
  };
}
