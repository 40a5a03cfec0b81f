import { invalidForm, refusal } from "#test/standins/discord/refusal.ts";
import { text } from "#test/standins/discord/json.ts";
import { Complaints } from "#test/standins/discord/limits/complaints.ts";
import { channelJson } from "#test/standins/discord/world/wire.ts";
import { demand, message, visibleChannel } from "./access.ts";
import type { Answer, Call, Route } from "./route.ts";
import { bodyOf, found, param } from "./route.ts";

const TEMPLATE = "/channels/{channel_id}/messages/{message_id}/threads";

/**
 * docs.discord.com/developers/resources/channel#start-thread-from-message: one thread a message, a name of 1 to 100
 * characters.
 */
export const threads: readonly Route[] = [
  { method: "POST", template: TEMPLATE, answer: start },
  { method: "PATCH", template: "/channels/{channel_id}", answer: modify },
];

/**
 * #modify-channel, of a thread alone: a message of somebody who may write in it opens it again, unless it is locked.
 */
function modify(call: Call): Answer {
  const channel = visibleChannel(call.platform, param(call, "channel_id"));
  const opens = bodyOf(call)["archived"] === false && !channel.locked;
  demand(call.platform, channel, opens ? "SendMessagesInThreads" : "ManageThreads");
  channel.archived = !opens;
  const data = channelJson(channel);
  if (channel.guild !== undefined)
    call.platform.gateway.tell({ event: "THREAD_UPDATE", guildId: channel.guild.id, data });
  return found(data);
}

function start(call: Call): Answer {
  const { world, gateway } = call.platform;
  const channel = visibleChannel(call.platform, param(call, "channel_id"));
  demand(call.platform, channel, "CreatePublicThreads");
  const { id } = message(channel, param(call, "message_id"));
  const body = bodyOf(call);
  const complaints = new Complaints();
  complaints.text("name", body["name"], 1, 100);
  if (complaints.all.length > 0) throw invalidForm(complaints.all);
  if (world.channels.has(id)) throw refusal("thread exists");
  const thread = world.addThread(channel, id, text(body["name"]));
  const data = channelJson(thread);
  if (channel.guild !== undefined) gateway.tell({ event: "THREAD_CREATE", guildId: channel.guild.id, data });
  return found(data);
}
