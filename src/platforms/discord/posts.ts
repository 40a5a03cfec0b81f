import type { MayPost } from "#core/digest/digests.ts";
import type { Address, Delivery, Posting } from "#core/reply/posting.ts";
import {
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  SnowflakeUtil,
  type Client,
  type Message,
  type SendableChannels,
  type TextBasedChannel,
} from "discord.js";
import { patient } from "#core/chat/paint.ts";
import type { Host } from "#core/chat/platform.ts";
import type { Reply } from "#core/reply/reply.ts";
import { shorten } from "#core/text/text.ts";
import { changePages, continuation, removePages, sendPages } from "./continued.ts";
import { Stash } from "#core/chat/stash.ts";
import { hasLeft, prefixFor } from "./direct.ts";
import { workspaceOf } from "./request-context.ts";
import { attempt, GONE, unless } from "./outcome.ts";
import { channelThere, serverThere } from "./servers.ts";
import { edited, isMarked, keyOf, pageMessage, postedPages, turnedPage, type Written } from "./posted-pages.ts";

const HISTORY_PAGE = 100;

/** What Talks posts by itself: digests, corrections, what somebody follows. */
export class Posts {
  readonly #client: Client;
  readonly #host: Host;
  readonly #stash: Stash;

  constructor(client: Client, host: Host) {
    this.#client = client;
    this.#host = host;
    this.#stash = new Stash(host);
  }

  async post(to: Address, reply: Reply, key: string): Promise<Delivery> {
    return attempt(async () => {
      const { workspace } = to;
      const thread =
        to.thread === undefined ? undefined : await readable(thereOrNot(this.#channel(workspace, to.thread)));
      const channel = thread ?? (await this.#channel(workspace, to.channel));
      // What has no thread of its own is replied to.
      const below = thread === undefined ? to.thread : undefined;
      return channel === undefined ? GONE : this.#send(channel, workspace, reply, key, below);
    });
  }

  async tell(workspace: string, user: string, reply: Reply, key: string): Promise<Delivery> {
    return attempt(async () => {
      const server = await serverThere(this.#client, workspace);
      // What a desk says is its members' to read: who left the server is told no more of it.
      if (server !== undefined && (await hasLeft(server, user))) return { kind: "gone", why: "They left the server." };
      return this.#send(await this.#client.users.createDM(user), workspace, reply, key);
    });
  }

  /** Tells a post again, on as many pages as it has now, under the key that it has. */
  async edit(posting: Posting, reply: Reply): Promise<Delivery> {
    return attempt(async () => {
      const channel = await this.#channel(posting.workspace, posting.channel);
      if (channel === undefined) return GONE;
      const before = await readable(channel.messages.fetch(posting.message));
      const key = before === undefined ? undefined : keyOf(before);
      const desk = this.#written(posting.workspace, channel);
      const pages = key === undefined ? [await turnedPage(reply, "", desk)] : await postedPages(reply, key, desk);
      const [first] = pages;
      if (first === undefined) return GONE;
      await channel.messages.edit(posting.message, edited(first));
      if (before !== undefined && key !== undefined) {
        await changePages(before, channel, pages, key, nameOf(reply));
      }
      return { kind: "posted", posting };
    });
  }

  async remove(posting: Posting): Promise<Delivery> {
    return attempt(async () => {
      const channel = await this.#channel(posting.workspace, posting.channel);
      if (channel === undefined) return GONE;
      const first = await readable(channel.messages.fetch(posting.message));
      const key = first === undefined ? undefined : keyOf(first);
      if (first !== undefined && key !== undefined) await removePages(first, channel, key);
      await channel.messages.delete(posting.message);
      return { kind: "posted", posting };
    });
  }

  async find(to: Address, key: string, since: Temporal.Instant): Promise<readonly Posting[] | undefined> {
    try {
      const channel = await channelThere(this.#client, to.workspace, to.channel);
      // Below a message it is in the message's thread, or replies to it where that had none.
      const thread = to.thread === undefined ? null : await thereOrNot(this.#client.channels.fetch(to.thread));
      if (channel === null && (thread ?? null) === null) return undefined;
      const found = [];
      for (const one of [channel, thread])
        if (one?.isTextBased() === true) found.push(...(await this.#own(one, key, since)));
      const inOrder = [...new Map(found.map((m) => [m.id, m])).values()].toSorted(
        (a, b) => a.createdTimestamp - b.createdTimestamp,
      );
      return inOrder.map((m) => ({ workspace: to.workspace, channel: m.channelId, message: m.id }));
    } catch {
      return undefined;
    }
  }

  async #own(channel: TextBasedChannel, key: string, since: Temporal.Instant): Promise<readonly Message[]> {
    const found: Message[] = [];
    let after = SnowflakeUtil.generate({ timestamp: since.epochMilliseconds }).toString();
    for (;;) {
      const fetched = await channel.messages.fetch({ after, limit: HISTORY_PAGE, cache: false });
      const page = [...fetched.values()].toReversed();
      found.push(...page.filter((m) => m.author.id === this.#client.user?.id && isMarked(m, key)));
      const last = page.at(-1);
      if (page.length < HISTORY_PAGE || last === undefined) return found;
      after = last.id;
    }
  }

  async mayPost(to: Address): Promise<MayPost> {
    const id = to.thread ?? to.channel;
    const channel = await channelThere(this.#client, to.workspace, id).catch(() => null);
    if (channel === null || channel.isDMBased() || channel.guildId !== to.workspace)
      return {
        ok: false,
        hint: "That channel is not in this server, or Talks cannot see it. Give Talks View Channel there.",
      };
    if (!channel.isSendable()) return { ok: false, hint: "Nobody can write in that channel. Pick a text channel." };
    if (channel.isThread() && channel.archived === true)
      return { ok: false, hint: "That thread is archived. Open it again, or pick another channel." };
    const may = channel.guild.members.me === null ? null : channel.permissionsFor(channel.guild.members.me);
    const missing = NEEDED.filter(([bit]) => may?.has(bit) !== true).map(([, name]) => name);
    if (missing.length === 0) return { ok: true, locale: channel.guild.preferredLocale };
    return {
      ok: false,
      hint: `Talks may not post in that channel. In its settings, Permissions, give Talks: ${missing.join(", ")}.`,
    };
  }

  async #channel(workspace: string, id: string): Promise<SendableChannels | undefined> {
    const channel = await channelThere(this.#client, workspace, id);
    return channel?.isSendable() === true && !(channel.isThread() && channel.archived === true) ? channel : undefined;
  }

  /** Each page a message: the first in the channel, what follows in a thread of it where that may be made. */
  async #send(
    channel: SendableChannels,
    workspace: string,
    reply: Reply,
    key: string,
    below?: string,
  ): Promise<Delivery> {
    const desk = this.#written(workspace, channel);
    const pages = await postedPages(reply, key, desk);
    const [page] = pages;
    if (page === undefined) return GONE;
    const first = await channel.send({
      ...pageMessage(page, key, 0),
      ...(below === undefined ? {} : { reply: { messageReference: below, failIfNotExists: false } }),
    });
    const posting = { workspace, channel: channel.id, message: first.id };
    if (pages.length === 1) return { kind: "posted", posting };
    try {
      await sendPages(await continuation(first, channel, nameOf(reply)), pages, 1, key);
    } catch (error) {
      // The post is there all the same, and must not be made again: what it lacks is read by its button.
      const why = error instanceof Error ? error.message : String(error);
      this.#host.log(`Discord: the post ${first.id} in channel ${channel.id} lacks its further pages: ${why}`);
      const turned = await turnedPage(reply, key, desk);
      await first.edit(edited(turned)).catch(() => undefined);
    }
    return { kind: "posted", posting };
  }

  #written(server: string, channel: SendableChannels): Written {
    const prefix = channel.isDMBased() ? prefixFor(server) : "";
    const paint = mayAttach(channel) ? patient(this.#host.paint) : undefined;
    return { workspace: workspaceOf(server), stash: this.#stash, paint, prefix };
  }
}

/** A post with a picture where no file may be sent would be refused whole. */
function mayAttach(channel: SendableChannels): boolean {
  if (channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.AttachFiles);
}

function nameOf({ plain }: Reply): string {
  return shorten(plain, 90);
}

/** What there is to read; undefined where it may not be read. */
function readable<T>(fetched: Promise<T>): Promise<T | undefined> {
  return unless(fetched, ({ status }) => status === 403);
}

function thereOrNot<T>(fetched: Promise<T>): Promise<T | undefined> {
  return unless(fetched, ({ code }) => code === RESTJSONErrorCodes.UnknownChannel);
}

const NEEDED = [
  [PermissionFlagsBits.ViewChannel, "View Channel"],
  [PermissionFlagsBits.SendMessages, "Send Messages"],
  [PermissionFlagsBits.ReadMessageHistory, "Read Message History"],
] as const;
