import type { Clock } from "#test/standins/discord/clock.ts";
import type { Happening } from "#test/standins/discord/gateway/happening.ts";
import type { Snowflakes } from "#test/standins/discord/snowflakes.ts";
import type { Channel, User } from "#test/standins/discord/world/world.ts";
import type { Message, MessageSource } from "./message.ts";
import { dispatchedMessageJson } from "./message.ts";

/** What a message is made with; what is missing is empty. */
export interface Draft {
  readonly channel: Channel;
  readonly author: User;
  readonly type?: number;
  readonly content?: string;
  readonly embeds?: readonly unknown[];
  readonly components?: Message["components"];
  readonly attachments?: Message["attachments"];
  readonly flags?: number;
  readonly nonce?: string | number | undefined;
  readonly replyTo?: string | undefined;
  readonly forwards?: Message | undefined;
  readonly visibleTo?: User | undefined;
  readonly source?: MessageSource | undefined;
}

/** One message that would notify somebody. */
export interface Ping {
  readonly message: string;
  readonly channel: string;
  /** `everyone`, `here`, `role:ID`, `user:ID`. */
  readonly who: readonly string[];
}

/**
 * docs.discord.com/developers/resources/message#create-message says that a nonce is checked against "the past few
 * minutes"; how many is not published.
 */
const NONCE_LIVES = 5 * 60_000;

const EMPTY = {
  type: 0,
  content: "",
  embeds: [],
  components: [],
  attachments: [],
  flags: 0,
  nonce: undefined,
  replyTo: undefined,
  forwards: undefined,
  visibleTo: undefined,
  source: undefined,
};

export interface Telling {
  tell(happening: Happening): unknown;
}

/** All messages, by channel; the oldest go when a channel holds too many. */
export class Messages {
  readonly pings: Ping[] = [];
  readonly #nonces = new Map<string, { readonly message: Message; readonly until: number }>();
  readonly #clock: Clock;
  readonly #ids: Snowflakes;
  readonly #keep: number;
  readonly #applicationId: string;
  readonly #gateway: () => Telling;

  constructor(clock: Clock, ids: Snowflakes, keep: number, applicationId: string, gateway: () => Telling) {
    this.#clock = clock;
    this.#ids = ids;
    this.#keep = keep;
    this.#applicationId = applicationId;
    this.#gateway = gateway;
  }

  add(draft: Draft): Message {
    const { channel } = draft;
    const made = { id: this.#ids.next(), sentAt: this.#clock.now(), editedAt: undefined, deleted: false };
    const message: Message = { ...EMPTY, ...made, ...draft };
    channel.messages.set(message.id, message);
    const [oldest] = channel.messages.keys();
    if (oldest !== undefined && channel.messages.size > this.#keep) channel.messages.delete(oldest);
    if (message.visibleTo === undefined) this.#tell("MESSAGE_CREATE", message);
    return message;
  }

  edited(message: Message): void {
    message.editedAt = this.#clock.now();
    if (message.visibleTo === undefined) this.#tell("MESSAGE_UPDATE", message);
  }

  remove(message: Message): void {
    const { id, channel } = message;
    message.deleted = true;
    channel.messages.delete(id);
    const guild = channel.guild === undefined ? {} : { guild_id: channel.guild.id };
    const data = { id, channel_id: channel.id, ...guild };
    if (message.visibleTo === undefined) this.#gateway().tell({ ...reach(channel), event: "MESSAGE_DELETE", data });
  }

  /** The message made with this nonce in this channel a little while ago, if it is to be enforced. */
  withNonce(channel: Channel, nonce: string | number): Message | undefined {
    const held = this.#nonces.get(`${channel.id} ${nonce}`);
    return held === undefined || this.#clock.now() >= held.until ? undefined : held.message;
  }

  rememberNonce(message: Message): void {
    if (message.nonce === undefined) return;
    const now = this.#clock.now();
    for (const [key, { until }] of this.#nonces) if (now >= until) this.#nonces.delete(key);
    this.#nonces.set(`${message.channel.id} ${message.nonce}`, { message, until: now + NONCE_LIVES });
  }

  ping(message: Message, who: readonly string[]): void {
    if (who.length > 0 && this.pings.length < 1000)
      this.pings.push({ message: message.id, channel: message.channel.id, who });
  }

  #tell(event: string, message: Message): void {
    const data = dispatchedMessageJson(message, this.#applicationId);
    const blind = message.author.bot || message.channel.guild === undefined;
    const withoutContent = { ...data, content: "", embeds: [], attachments: [], components: [] };
    this.#gateway().tell({ ...reach(message.channel), event, data, ...(blind ? {} : { withoutContent }) });
  }
}

function reach(channel: Channel): { guildId?: string } {
  return channel.guild === undefined ? {} : { guildId: channel.guild.id };
}
