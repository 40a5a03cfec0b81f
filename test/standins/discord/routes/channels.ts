import type { Json } from "#test/standins/discord/json.ts";
import { object, text } from "#test/standins/discord/json.ts";
import type { Message } from "#test/standins/discord/messages/message.ts";
import { messageJson } from "#test/standins/discord/messages/message.ts";
import { pingsOf } from "#test/standins/discord/messages/pings.ts";
import type { Origin } from "#test/standins/discord/limits/message.ts";
import type { Writing } from "#test/standins/discord/messages/writing.ts";
import { apply, rewrite, write } from "#test/standins/discord/messages/writing.ts";
import { invalidForm, refusal } from "#test/standins/discord/refusal.ts";
import { channelJson } from "#test/standins/discord/world/wire.ts";
import type { Channel } from "#test/standins/discord/world/world.ts";
import { botMay, demand, message, visibleChannel } from "./access.ts";
import type { Answer, Call, Route } from "./route.ts";
import { bodyOf, counted, found, NOTHING, param } from "./route.ts";

const MESSAGES = "/channels/{channel_id}/messages";
const MESSAGE = "/channels/{channel_id}/messages/{message_id}";

/** Channels and the messages the bot sends outside of interactions: docs.discord.com/developers/resources/message. */
export const channels: readonly Route[] = [
  { method: "GET", template: "/channels/{channel_id}", answer: (call) => found(channelJson(channelOf(call))) },
  { method: "GET", template: MESSAGES, bucket: "messages", answer: history },
  { method: "POST", template: MESSAGES, bucket: "messages", answer: post },
  { method: "GET", template: MESSAGE, bucket: "messages", answer: (call) => shown(call, readable(call)) },
  { method: "PATCH", template: MESSAGE, bucket: "messages", answer: edit },
  { method: "DELETE", template: MESSAGE, bucket: "messages", answer: remove },
];

function channelOf(call: Call): Channel {
  return visibleChannel(call.platform, param(call, "channel_id"));
}

function shown(call: Call, one: Message): Answer {
  return found(messageJson(one, call.platform.applicationId));
}

export function writingOf(call: Call, origin: Origin, body: Json = bodyOf(call), prefix = ""): Writing {
  const { platform, uploads, method, path } = call;
  return { platform, body, uploads, origin, prefix, what: `${method} ${path}` };
}

/** Without the right to read the history there is none, and no error either. */
function history(call: Call): Answer {
  const channel = channelOf(call);
  if (channel.guild !== undefined && !botMay(call.platform, channel, "ReadMessageHistory")) return found([]);
  const { before, after, around } = Object.fromEntries(call.query);
  const among = [...channel.messages.values()].filter((one) => one.visibleTo === undefined);
  const limit = counted(call, "limit", 50, 100);
  const older = among.filter((one) => before === undefined || BigInt(one.id) < BigInt(before));
  const newer = older.filter((one) => after === undefined || BigInt(one.id) > BigInt(after));
  const near =
    around === undefined ? newer : newer.slice(Math.max(0, newer.findIndex(({ id }) => id === around) - limit / 2));
  const chosen = after === undefined && around === undefined ? near.slice(-limit) : near.slice(0, limit);
  return found(chosen.toReversed().map((one) => messageJson(one, call.platform.applicationId)));
}

function post(call: Call): Answer {
  const { platform } = call;
  const channel = channelOf(call);
  const body = bodyOf(call);
  admitSender(call, channel);
  const written = write(writingOf(call, "channel"));
  const nonce = typeof body.nonce === "string" || typeof body.nonce === "number" ? body.nonce : undefined;
  const before =
    nonce === undefined || body.enforce_nonce !== true ? undefined : platform.messages.withNonce(channel, nonce);
  if (before !== undefined) return shown(call, before);
  const replyTo = repliedTo(body, channel);
  const address = { channel, author: platform.world.bot, nonce, replyTo: replyTo?.id };
  const made = platform.messages.add({ ...written, ...address, type: replyTo === undefined ? 0 : 19 });
  platform.messages.rememberNonce(made);
  platform.messages.ping(made, pingsOf(body, replyTo?.author.id));
  return shown(call, made);
}

/** 50013 without the right to send; a locked thread takes nothing, an archived one opens again. */
function admitSender(call: Call, channel: Channel): void {
  const { platform } = call;
  demand(platform, channel, channel.kind === "thread" ? "SendMessagesInThreads" : "SendMessages");
  if (call.uploads.length > 0) demand(platform, channel, "AttachFiles");
  if (channel.archived && channel.locked && !botMay(platform, channel, "ManageThreads"))
    throw refusal("archived thread");
  channel.archived = false;
  const [recipient] = channel.recipients;
  if (channel.kind !== "dm" || recipient === undefined) return;
  const mutual = [...platform.world.guilds.values()].some((one) => one.joined && one.members.has(recipient.id));
  if (!recipient.acceptsDms || (!mutual && !recipient.installed)) throw refusal("closed direct messages");
}

function repliedTo(body: Json, channel: Channel): Message | undefined {
  const reference = object(body.message_reference);
  const id = text(reference.message_id);
  const target = channel.messages.get(id);
  if (id !== "" && target === undefined && reference.fail_if_not_exists !== false)
    throw invalidForm([
      { path: "message_reference", code: "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", message: "Unknown message" },
    ]);
  return target;
}

function readable(call: Call): Message {
  const channel = channelOf(call);
  if (channel.guild !== undefined && !botMay(call.platform, channel, "ReadMessageHistory"))
    throw refusal("missing access");
  return message(channel, param(call, "message_id"));
}

function edit(call: Call): Answer {
  const one = message(channelOf(call), param(call, "message_id"));
  if (one.author !== call.platform.world.bot) throw refusal("not the author");
  if (one.channel.archived) throw refusal("archived thread");
  apply(call.platform, one, rewrite(writingOf(call, "edit"), one), bodyOf(call));
  return shown(call, one);
}

function remove(call: Call): Answer {
  const one = message(channelOf(call), param(call, "message_id"));
  if (one.author !== call.platform.world.bot) demand(call.platform, one.channel, "ManageMessages");
  call.platform.messages.remove(one);
  return NOTHING;
}
