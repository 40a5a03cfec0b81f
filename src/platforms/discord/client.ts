import { Client, GatewayIntentBits, Options, Partials, SimpleShardingStrategy, type SessionInfo } from "discord.js";
import type { DiscordConfig } from "./config.ts";

/** One shard of the gateway, of so many. */
export interface Shard {
  readonly id: number;
  readonly of: number;
}

/**
 * A client that is told of servers, roles and channels only (no privileged intent) and keeps no members, users or
 * messages beyond a moment's need, so that its memory does not grow with the interactions. Without a shard of its own
 * as many as Discord asks for. Opens no socket any more once `closed` is aborted.
 */
export function newClient({ apiUrl }: DiscordConfig, closed: AbortSignal, shard?: Shard): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    partials: [Partials.Channel],
    ...(shard === undefined ? { shards: "auto" } : { shards: [shard.id], shardCount: shard.of }),
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
    ws: {
      buildStrategy(manager) {
        // Asked before each socket. A destroyed client of discord.js whose gateway could not be reached goes on trying;
        // this holds it there.
        const { options } = manager;
        const told = options.retrieveSessionInfo.bind(options);
        options.retrieveSessionInfo = (shard) =>
          closed.aborted ? new Promise<SessionInfo>(() => undefined) : told(shard);
        return new SimpleShardingStrategy(manager);
      },
    },
    rest: { timeout: 10_000, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
}
