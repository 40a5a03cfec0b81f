import { directChannel } from "#test/standins/slack/direct-channel.ts";
import type { Fields } from "#test/standins/slack/json.ts";
import { words } from "#test/standins/slack/json.ts";
import { messageOnWire } from "#test/standins/slack/posting.ts";
import { Refusal } from "#test/standins/slack/refusal.ts";
import type { Channel, Message } from "#test/standins/slack/world.ts";
import type { Call, Method } from "./method.ts";
import { conversation, flag, need, page, person, scopeFor, text } from "./method.ts";

function onWire(call: Call, one: Channel): Fields {
  const direct = one.kind === "im";
  const other = [...one.members].find((id) => id !== call.by.botUserId);
  return {
    id: one.id,
    created: 1_700_000_000,
    is_archived: one.archived,
    is_channel: one.kind === "public",
    is_group: one.kind === "private",
    is_im: direct,
    is_mpim: one.kind === "mpim",
    is_private: one.kind !== "public",
    is_member: one.members.has(call.by.botUserId),
    is_ext_shared: one.sharedWith.size > 0,
    is_shared: one.sharedWith.size > 0,
    context_team_id: one.teamId,
    ...(direct ? { user: other } : { name: one.name, name_normalized: one.name, num_members: one.members.size }),
  };
}

function readable(call: Call): Channel {
  const found = conversation(call, text(call.args, "channel"));
  need(call, scopeFor(found, "read"));
  return found;
}

function info(call: Call): Fields {
  const found = readable(call);
  const locale = flag(call.args, "include_locale") === true ? { locale: found.locale } : {};
  return { channel: { ...onWire(call, found), ...locale } };
}

function listed(call: Call): Fields {
  const kinds = (words(call.args["types"]) || "public_channel")
    .split(",")
    .map((one) => one.trim().replace("_channel", ""));
  for (const kind of kinds) {
    need(call, kind === "public" ? "channels:read" : kind === "private" ? "groups:read" : `${kind}:read`);
  }
  const teamId = words(call.args["team_id"]) || call.team.id;
  const all = [...call.platform.world.channels.values()].filter(
    (one) =>
      one.teamId === teamId &&
      kinds.includes(one.kind) &&
      (one.kind === "public" || one.members.has(call.by.botUserId)) &&
      !(flag(call.args, "exclude_archived") === true && one.archived),
  );
  const { items, next } = page(call.args, all, 100);
  return { channels: items.map((one) => onWire(call, one)), response_metadata: { next_cursor: next } };
}

function historyOf(call: Call): Channel {
  const found = conversation(call, text(call.args, "channel"));
  need(call, scopeFor(found, "history"));
  if (!found.members.has(call.by.botUserId)) throw new Refusal("not_in_channel");
  return found;
}

/**
 * Newest first between `oldest` and `latest` (exclusive unless `inclusive`), as text comparison of equal-length
 * timestamps.
 */
function windowed(args: Fields, messages: readonly Message[]): readonly Message[] {
  const oldest = words(args["oldest"]) || "0";
  const latest = words(args["latest"]) || "9999999999.999999";
  const inclusive = flag(args, "inclusive") === true;
  return messages.filter((one) => {
    const [ts, from, to] = [Number(one.ts), Number(oldest), Number(latest)];
    return inclusive ? ts >= from && ts <= to : ts > from && ts < to;
  });
}

function answerMessages(call: Call, messages: readonly Message[]): Fields {
  const most = call.platform.rates.commercial ? 15 : 999;
  const { items, next } = page(call.args, messages, Math.min(100, most), most);
  const metadata = flag(call.args, "include_all_metadata") === true;
  return {
    messages: items.map((one) => messageOnWire(one, call.platform, metadata)),
    has_more: next !== "",
    ...(next === "" ? {} : { response_metadata: { next_cursor: next } }),
  };
}

function history(call: Call): Fields {
  const shown = historyOf(call).messages.filter(
    (one) => !one.deleted && one.visibleTo === undefined && (one.threadTs === undefined || one.threadTs === one.ts),
  );
  return { ...answerMessages(call, windowed(call.args, shown).toReversed()), pin_count: 0 };
}

function replies(call: Call): Fields {
  const root = text(call.args, "ts");
  const shown = historyOf(call).messages.filter(
    (one) => !one.deleted && one.visibleTo === undefined && (one.ts === root || one.threadTs === root),
  );
  if (!shown.some((one) => one.ts === root)) throw new Refusal("thread_not_found");
  return answerMessages(call, [
    ...shown.filter((one) => one.ts === root),
    ...windowed(
      call.args,
      shown.filter((one) => one.ts !== root),
    ),
  ]);
}

function opened(call: Call): Fields {
  const users = text(call.args, "users").split(",");
  const [first = ""] = users;
  if (users.length !== 1) throw new Refusal("method_not_supported_for_channel_type");
  const to = person(call, first);
  if (to.deactivated) throw new Refusal("user_disabled");
  const known = call.platform.world.im(to.id, call.by.botUserId);
  return {
    channel: { id: (known ?? directChannel(call.platform, to.id, call.by)).id },
    already_open: known !== undefined,
  };
}

function joined(call: Call): Fields {
  const found = conversation(call, text(call.args, "channel"));
  if (found.kind !== "public") throw new Refusal("method_not_supported_for_channel_type");
  if (found.archived) throw new Refusal("is_archived");
  found.members.add(call.by.botUserId);
  return { channel: onWire(call, found) };
}

function members(call: Call): Fields {
  const { items, next } = page(call.args, [...readable(call).members], 100);
  return { members: items, response_metadata: { next_cursor: next } };
}

export const conversations: Readonly<Record<string, Method>> = {
  "conversations.info": { token: "bot", tier: 3, answer: info },
  "conversations.list": { token: "bot", tier: 2, answer: listed },
  "conversations.history": { token: "bot", tier: 3, answer: history },
  "conversations.replies": { token: "bot", tier: 3, answer: replies },
  "conversations.open": { token: "bot", scope: "im:write", tier: 3, answer: opened },
  "conversations.join": { token: "bot", scope: "channels:join", tier: 3, answer: joined },
  "conversations.members": { token: "bot", tier: 4, answer: members },
};
