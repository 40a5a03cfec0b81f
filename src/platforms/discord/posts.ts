import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  ChannelType,
  MessageFlags,
  PermissionFlagsBits,
  SnowflakeUtil,
  type Client,
  type SendableChannels,
} from "discord.js";
import type { Address, Delivery, House, Posting } from "#core/platform.ts";
import type { Reply } from "#core/reply.ts";
import { shorten } from "#core/text.ts";
import { payload } from "./deliver.ts";
import { Kept } from "#core/chat/kept.ts";
import { attempt, GONE } from "./outcome.ts";
import { isMarked, postedPages } from "./posted-pages.ts";

// docs: Message, nonce: at most 25 characters, unique for a few minutes where it is enforced.
const NONCE_MAX = 25;
const HISTORY_PAGE = 100;
const BETWEEN_PAGES_MS = 250;

/** What the house posts by itself: digests, corrections, what somebody follows. */
export class Posts {
  readonly #client: Client;
  readonly #kept: Kept;

  constructor(client: Client, house: House) {
    this.#client = client;
    this.#kept = new Kept(house);
  }

  async post(to: Address, reply: Reply, key: string): Promise<Delivery> {
    return attempt(async () => {
      const thread = to.thread === undefined ? undefined : await this.#channel(to.thread).catch(() => undefined);
      const channel = thread ?? (await this.#channel(to.channel));
      // What has no thread of its own is replied to.
      const below = thread === undefined ? to.thread : undefined;
      return channel === undefined ? GONE : this.#send(channel, to.place, reply, key, below);
    });
  }

  async tell(place: string, user: string, reply: Reply, key: string): Promise<Delivery> {
    return attempt(async () => this.#send(await this.#client.users.createDM(user), place, reply, key));
  }

  async edit(posting: Posting, reply: Reply): Promise<Delivery> {
    return attempt(async () => {
      const channel = await this.#channel(posting.channel);
      if (channel === undefined) return GONE;
      const [page] = await postedPages(reply, posting.place, undefined, this.#kept);
      if (page === undefined) return GONE;
      await channel.messages.edit(posting.message, {
        ...payload(page),
        flags: MessageFlags.IsComponentsV2,
        attachments: [],
      });
      return { kind: "posted", posting };
    });
  }

  async remove(posting: Posting): Promise<Delivery> {
    return attempt(async () => {
      const channel = await this.#channel(posting.channel);
      if (channel === undefined) return GONE;
      await channel.messages.delete(posting.message);
      return { kind: "posted", posting };
    });
  }

  async find(to: Address, key: string, since: Temporal.Instant): Promise<readonly Posting[] | undefined> {
    try {
      const channel = await this.#channel(to.thread ?? to.channel);
      if (channel === undefined) return undefined;
      const found: Posting[] = [];
      let after = SnowflakeUtil.generate({ timestamp: since.epochMilliseconds }).toString();
      for (;;) {
        const page = [
          ...(await channel.messages.fetch({ after, limit: HISTORY_PAGE, cache: false })).values(),
        ].toReversed();
        const own = page.filter((m) => m.author.id === this.#client.user?.id && isMarked(m, key));
        found.push(...own.map((m) => ({ place: to.place, channel: channel.id, message: m.id })));
        const last = page.at(-1);
        if (page.length < HISTORY_PAGE || last === undefined) return found;
        after = last.id;
      }
    } catch {
      return undefined;
    }
  }

  async mayPost(to: Address): Promise<{ readonly ok: true } | { readonly ok: false; readonly hint: string }> {
    const id = to.thread ?? to.channel;
    const channel = await this.#client.channels.fetch(id).catch(() => null);
    if (channel === null || channel.isDMBased() || channel.guildId !== to.place)
      return { ok: false, hint: "That channel is not in this server, or I cannot see it. Give me View Channel there." };
    if (!channel.isSendable()) return { ok: false, hint: "Nobody can write in that channel. Pick a text channel." };
    if (channel.isThread() && channel.archived === true)
      return { ok: false, hint: "That thread is archived. Open it again, or pick another channel." };
    const may = channel.guild.members.me === null ? null : channel.permissionsFor(channel.guild.members.me);
    const missing = NEEDED.filter(([bit]) => may?.has(bit) !== true).map(([, name]) => name);
    if (missing.length === 0) return { ok: true };
    return {
      ok: false,
      hint: `I may not post in that channel. In its settings, Permissions, give Talks: ${missing.join(", ")}.`,
    };
  }

  async #channel(id: string): Promise<SendableChannels | undefined> {
    const channel = await this.#client.channels.fetch(id);
    return channel?.isSendable() === true && !(channel.isThread() && channel.archived === true) ? channel : undefined;
  }

  /** Each page a message: the first in the channel, what follows in a thread of it where that may be made. */
  async #send(channel: SendableChannels, place: string, reply: Reply, key: string, below?: string): Promise<Delivery> {
    const pages = await postedPages(reply, place, key, this.#kept);
    let into: SendableChannels = channel;
    let first: string | undefined;
    for (const [i, page] of pages.entries()) {
      const sent = await into.send({
        ...payload(page),
        flags: MessageFlags.IsComponentsV2,
        nonce: nonceOf(key, i),
        enforceNonce: true,
        ...(i > 0 || below === undefined ? {} : { reply: { messageReference: below, failIfNotExists: false } }),
      });
      if (first === undefined && pages.length > 1 && channel.type === ChannelType.GuildText) {
        const thread = await sent.startThread({ name: shorten(reply.plain, 90) }).catch(() => undefined);
        if (thread !== undefined) into = thread;
      }
      first ??= sent.id;
      if (i < pages.length - 1) await sleep(BETWEEN_PAGES_MS);
    }
    return { kind: "posted", posting: { place, channel: channel.id, message: first ?? "" } };
  }
}

/** A nonce for each page of a post: Discord takes two messages of one nonce for the same message. */
function nonceOf(key: string, page: number): string {
  if (page === 0) return key.slice(0, NONCE_MAX);
  return createHash("sha256").update(`${key} ${page}`).digest("hex").slice(0, NONCE_MAX);
}

const NEEDED = [
  [PermissionFlagsBits.ViewChannel, "View Channel"],
  [PermissionFlagsBits.SendMessages, "Send Messages"],
  [PermissionFlagsBits.ReadMessageHistory, "Read Message History"],
] as const;
