import { refusal } from "#test/standins/discord/refusal.ts";
import type { Guild } from "#test/standins/discord/world/world.ts";
import { channelJson, guildJson, memberJson, roleJson } from "#test/standins/discord/world/wire.ts";
import { joinedGuild } from "./access.ts";
import { counted, found, NOTHING, param } from "./route.ts";
import type { Call, Route } from "./route.ts";

const PLAIN = { icon: null, banner: null, owner: false, permissions: "0", features: [] };

/** docs.discord.com/developers/resources/user#get-current-user-guilds: in the order of their ids, 200 at most. */
function joinedPage(call: Call): readonly Guild[] {
  const after = BigInt(call.query.get("after") ?? 0);
  const joined = [...call.platform.world.guilds.values()].filter((one) => one.joined && BigInt(one.id) > after);
  return joined.toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id))).slice(0, counted(call, "limit", 200, 200));
}

/** Servers, their members, roles and channels: docs.discord.com/developers/resources/guild. */
export const guilds: readonly Route[] = [
  {
    method: "GET",
    template: "/users/@me/guilds",
    answer: (call) => found(joinedPage(call).map(({ id, name }) => ({ id, name, ...PLAIN }))),
  },
  {
    method: "DELETE",
    template: "/users/@me/guilds/{guild_id}",
    answer: ({ platform, params }) => {
      joinedGuild(platform, params["guild_id"] ?? "").joined = false;
      return NOTHING;
    },
  },
  {
    method: "GET",
    template: "/guilds/{guild_id}",
    answer: (call) => found(guildJson(joinedGuild(call.platform, param(call, "guild_id")))),
  },
  {
    method: "GET",
    template: "/guilds/{guild_id}/channels",
    answer: (call) => {
      const channels = [...joinedGuild(call.platform, param(call, "guild_id")).channels.values()];
      return found(channels.filter((one) => one.kind === "text").map(channelJson));
    },
  },
  {
    method: "GET",
    template: "/guilds/{guild_id}/roles",
    answer: (call) => found([...joinedGuild(call.platform, param(call, "guild_id")).roles.values()].map(roleJson)),
  },
  {
    method: "GET",
    template: "/guilds/{guild_id}/roles/{role_id}",
    answer: (call) => {
      const role = joinedGuild(call.platform, param(call, "guild_id")).roles.get(param(call, "role_id"));
      if (role === undefined) throw refusal("unknown role");
      return found(roleJson(role, 1));
    },
  },
  {
    method: "GET",
    template: "/guilds/{guild_id}/members/{user_id}",
    answer: (call) => {
      const { platform } = call;
      const id = param(call, "user_id") === "@me" ? platform.world.bot.id : param(call, "user_id");
      const member = joinedGuild(platform, param(call, "guild_id")).members.get(id);
      if (member === undefined) throw refusal("unknown member");
      return found(memberJson(member));
    },
  },
];
