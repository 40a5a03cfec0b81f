import type { Fields } from "#test/standins/slack/json.ts";
import { words } from "#test/standins/slack/json.ts";
import { checkContent, checkFiles, erase, messageOnWire, rewrite, write } from "#test/standins/slack/posting.ts";
import { Refusal } from "#test/standins/slack/refusal.ts";
import type { Channel, Message } from "#test/standins/slack/world.ts";
import { directChannel } from "#test/standins/slack/direct-channel.ts";
import type { Call, Method } from "./method.ts";
import { content, conversation, need, text } from "./method.ts";

/**
 * Where a message may go: a channel the app is in, a public one with chat:write.public, a person's own conversation.
 */
function destination(call: Call): Channel {
  const id = text(call.args, "channel");
  if (/^[UW]/u.test(id)) {
    const to = call.platform.world.people.get(id);
    if (to === undefined) throw new Refusal("channel_not_found");
    if (to.deactivated) throw new Refusal("user_disabled");
    return directChannel(call.platform, to.id, call.by);
  }
  const found = conversation(call, id);
  if (found.archived) throw new Refusal("is_archived");
  if (!found.members.has(call.by.botUserId) && !call.by.scopes.has("chat:write.public"))
    throw new Refusal("not_in_channel");
  return found;
}

function thread(call: Call, place: Channel): string | undefined {
  const ts = words(call.args["thread_ts"]);
  if (ts === "") return undefined;
  const root = call.platform.world.message(place.id, ts);
  if (root === undefined) throw new Refusal("thread_not_found");
  return root.threadTs ?? ts;
}

function own(call: Call, place: Channel, refusal: string): Message {
  const found = call.platform.world.message(place.id, text(call.args, "ts"));
  if (found === undefined || found.visibleTo !== undefined) throw new Refusal("message_not_found");
  if (found.botId !== call.by.botId) throw new Refusal(refusal);
  return found;
}

function styled(call: Call): void {
  const customized = ["username", "icon_emoji", "icon_url"].some((name) => call.args[name] !== undefined);
  if (customized) need(call, "chat:write.customize");
}

const API = { via: "api", interaction: undefined } as const;

function postMessage(call: Call): Fields {
  const place = destination(call);
  styled(call);
  const given = content(call.args);
  const threadTs = thread(call, place);
  checkContent(call.platform, given, "chat.postMessage", true);
  const message = write(call.platform, { ...API, given, channel: place, by: call.by, threadTs, visibleTo: undefined });
  return { channel: place.id, ts: message.ts, message: messageOnWire(message, call.platform) };
}

function postEphemeral(call: Call): Fields {
  const place = destination(call);
  const user = text(call.args, "user");
  if (!place.members.has(user)) throw new Refusal("user_not_in_channel");
  const given = content(call.args);
  const threadTs = thread(call, place);
  checkContent(call.platform, given, "chat.postEphemeral", false);
  const message = write(call.platform, { ...API, given, channel: place, by: call.by, threadTs, visibleTo: user });
  return { message_ts: message.ts };
}

function update(call: Call): Fields {
  const place = conversation(call, text(call.args, "channel"));
  const message = own(call, place, "cant_update_message");
  if (place.archived) throw new Refusal("is_archived");
  const given = content(call.args);
  checkContent(call.platform, given, "chat.update", false);
  checkFiles(call.platform, given, call.by, false);
  rewrite(call.platform, message, given, API);
  return {
    channel: place.id,
    ts: message.ts,
    text: message.text,
    message: messageOnWire(message, call.platform),
  };
}

function remove(call: Call): Fields {
  const place = conversation(call, text(call.args, "channel"));
  const message = own(call, place, "cant_delete_message");
  erase(call.platform, message, API);
  return { channel: place.id, ts: message.ts };
}

function permalink(call: Call): Fields {
  const place = conversation(call, text(call.args, "channel"));
  const ts = text(call.args, "message_ts");
  if (call.platform.world.message(place.id, ts) === undefined) throw new Refusal("message_not_found");
  return {
    channel: place.id,
    permalink: `https://${call.team.domain}.slack.com/archives/${place.id}/p${ts.replace(".", "")}`,
  };
}

export const chat: Readonly<Record<string, Method>> = {
  "chat.postMessage": { token: "bot", scope: "chat:write", tier: "post", answer: postMessage },
  "chat.postEphemeral": { token: "bot", scope: "chat:write", tier: 4, answer: postEphemeral },
  "chat.update": { token: "bot", scope: "chat:write", tier: 3, answer: update },
  "chat.delete": { token: "bot", scope: "chat:write", tier: 3, answer: remove },
  "chat.getPermalink": { token: "bot", tier: "free", answer: permalink },
};
