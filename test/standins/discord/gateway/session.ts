import { randomBytes } from "node:crypto";
import type { WebSocket } from "ws";
import { shardOf } from "#test/standins/discord/snowflakes.ts";
import type { Happening } from "./happening.ts";
import { INTENTS, intentOf } from "./intents.ts";

export interface Dispatched {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: object;
}

const MOST_BUFFERED = 2000;

/**
 * One session of the gateway. It outlives its socket: what happens meanwhile is buffered and replayed at RESUME
 * (docs.discord.com/developers/events/gateway#resuming).
 */
export class Session {
  readonly id = randomBytes(16).toString("hex");
  readonly intents: number;
  readonly shard: readonly [number, number];
  socket: WebSocket | undefined;
  sequence = 0;
  readonly #buffer: Dispatched[] = [];

  constructor(intents: number, shard: readonly [number, number], socket: WebSocket) {
    this.intents = intents;
    this.shard = shard;
    this.socket = socket;
  }

  /** Whether this session is told: by its shard and by its intents. */
  hears(happening: Happening): boolean {
    const [id, count] = this.shard;
    if (happening.guildId === undefined ? id !== 0 : shardOf(happening.guildId, count) !== id) return false;
    const needed = intentOf(happening.event, happening.guildId !== undefined);
    return needed === 0 || (this.intents & needed) !== 0;
  }

  dispatch(event: string, data: object): void {
    this.sequence += 1;
    const dispatched: Dispatched = { op: 0, t: event, s: this.sequence, d: data };
    this.#buffer.push(dispatched);
    if (this.#buffer.length > MOST_BUFFERED) this.#buffer.shift();
    this.socket?.send(JSON.stringify(dispatched));
  }

  /** What came after a sequence number; undefined where it is no longer held, or never was. */
  since(sequence: number): readonly Dispatched[] | undefined {
    const oldest = this.#buffer[0]?.s ?? this.sequence + 1;
    if (sequence > this.sequence || sequence < oldest - 1) return undefined;
    return this.#buffer.filter((one) => one.s > sequence);
  }

  get readsContent(): boolean {
    return (this.intents & INTENTS.MessageContent) !== 0;
  }
}
