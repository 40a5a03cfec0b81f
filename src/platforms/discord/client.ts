import { Client, GatewayIntentBits, Options, Partials } from "discord.js";
import type { DiscordConfig } from "./config.ts";

/**
 * A client that is told of servers, roles and channels only (no privileged intent) and keeps no members, users or messages beyond a
 * moment's need, so that its memory does not grow with the interactions. Shards as many as Discord asks for.
 */
export function newClient({ apiUrl }: DiscordConfig): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    partials: [Partials.Channel],
    shards: "auto",
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
      GuildMessageManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
      VoiceStateManager: 0,
    }),
    rest: { timeout: 10_000, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
}
