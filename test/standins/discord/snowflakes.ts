import type { Clock } from "./clock.ts";

/** docs.discord.com/developers/reference#snowflakes: milliseconds since 2015 in the upper 42 bits. */
const EPOCH = 1_420_070_400_000n;

/** Ids that sort by time of making, unique within one stand-in. */
export class Snowflakes {
  #last = 0n;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): string {
    const now = (BigInt(Math.trunc(this.#clock.now())) - EPOCH) << 22n;
    this.#last = now > this.#last ? now : this.#last + 1n;
    return String(this.#last);
  }
}

/** The shard that serves a guild: docs.discord.com/developers/events/gateway#sharding. */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
