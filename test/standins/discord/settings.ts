import type { PrivilegedIntent } from "./gateway/intents.ts";
import type { Rate } from "./rate-limits.ts";
import { USUAL_RATES } from "./rate-limits.ts";
import type { GuildOptions } from "./world/options.ts";

export interface DiscordOptions {
  /** The bot's token; logging in with another is refused. */
  readonly token?: string;
  readonly botName?: string;
  readonly guilds?: readonly GuildOptions[];
  /** Privileged intents granted in the developer portal; none unless given. */
  readonly privilegedIntents?: readonly PrivilegedIntent[];
  /** Installation contexts switched on in the portal: 0 server, 1 user. */
  readonly integrationTypes?: readonly number[];
  /** Refuse to identify with fewer shards (4011). */
  readonly shards?: number;
  /** How many sessions may identify within five seconds, as the bot is told; 1 unless given. */
  readonly identifyAtOnce?: number;
  /** Milliseconds between heartbeats; Discord asks for about 41,250. */
  readonly heartbeatInterval?: number;
  /** Milliseconds within which an interaction must be acknowledged; 3,000 unless a test of lateness is to be short. */
  readonly acknowledgeWithin?: number;
  /**
   * Milliseconds a handle waits for an answer before it throws; a minute unless given, which only ends what never
   * comes.
   */
  readonly patience?: number;
  readonly rateLimits?: Partial<Record<keyof typeof USUAL_RATES, Rate>>;
  /** How many of each are kept before the oldest go: requests, messages a channel, interactions. */
  readonly keep?: { readonly requests?: number; readonly messages?: number; readonly interactions?: number };
}

export interface Settings {
  readonly token: string;
  readonly botName: string;
  readonly guilds: readonly GuildOptions[];
  readonly privilegedIntents: readonly PrivilegedIntent[];
  readonly integrationTypes: readonly number[];
  readonly shards: number;
  readonly identifyAtOnce: number;
  readonly heartbeatInterval: number;
  readonly acknowledgeWithin: number;
  readonly patience: number;
  readonly rates: Readonly<Record<keyof typeof USUAL_RATES, Rate>>;
  readonly keep: { readonly requests: number; readonly messages: number; readonly interactions: number };
}

/**
 * docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback: an initial response within 3
 * seconds, tokens of 15 minutes. Two servers unless a test names its own.
 */
export function settings(options: DiscordOptions): Settings {
  return {
    token: options.token ?? "MTIz.stand-in.token",
    botName: options.botName ?? "Talks",
    guilds: options.guilds ?? [{ name: "first server" }, { name: "second server" }],
    privilegedIntents: options.privilegedIntents ?? [],
    integrationTypes: options.integrationTypes ?? [0, 1],
    shards: options.shards ?? 1,
    identifyAtOnce: options.identifyAtOnce ?? 1,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    acknowledgeWithin: options.acknowledgeWithin ?? 3000,
    patience: options.patience ?? 60_000,
    rates: { ...USUAL_RATES, ...options.rateLimits },
    keep: { requests: 1000, messages: 1000, interactions: 2000, ...options.keep },
  };
}
