import { setTimeout as sleep } from "node:timers/promises";
import { ChannelType, PermissionFlagsBits, type Message, type SendableChannels } from "discord.js";
import { edited, pageId, pageMessage } from "./posted-pages.ts";
import type { Page } from "./render.ts";
import { channelThere } from "./servers.ts";

const BETWEEN_PAGES_MS = 250;
const HISTORY_PAGE = 100;

/**
 * Where what follows a post's first page goes: into its thread, one made for it where `name` is given and it may be,
 * else below it.
 */
export async function continuation(
  first: Message,
  channel: SendableChannels,
  name?: string,
): Promise<SendableChannels> {
  if (channel.type !== ChannelType.GuildText) return channel;
  const { me } = channel.guild.members;
  const may = me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.SendMessagesInThreads);
  const made = name === undefined || !may ? undefined : await first.startThread({ name }).catch(() => undefined);
  // A thread has the id of the message that it was started from.
  const held = made ?? (await channelThere(first.client, channel.guildId, first.id).catch(() => null));
  // What stands in an archived thread cannot be changed.
  if (held?.isThread() === true && held.archived === true) await held.setArchived(false);
  return held?.isSendable() === true ? held : channel;
}

/** Sends the pages of a post from one on, each once. @throws what Discord says to the first that it does not take */
export async function sendPages(
  into: SendableChannels,
  pages: readonly Page[],
  from: number,
  key: string,
): Promise<void> {
  for (const [i, page] of pages.entries()) {
    if (i < from) continue;
    await sleep(BETWEEN_PAGES_MS);
    await into.send(pageMessage(page, key, i));
  }
}

/** Makes the pages after the first what they are now: changed, added, or taken away. @throws what Discord says */
export async function changePages(
  first: Message,
  channel: SendableChannels,
  pages: readonly Page[],
  key: string,
  name: string,
): Promise<void> {
  if (pages.length === 1 && !isLong(first)) return;
  const held = await following(first, await continuation(first, channel), key);
  for (const [i, message] of held) {
    const page = pages[i];
    if (page === undefined) await message.delete();
    else await message.edit(edited(page));
  }
  const next = Math.max(0, ...held.keys()) + 1;
  if (next < pages.length) await sendPages(await continuation(first, channel, name), pages, next, key);
}

/** Takes away the pages after the first. @throws what Discord says */
export async function removePages(first: Message, channel: SendableChannels, key: string): Promise<void> {
  if (!isLong(first)) return;
  const held = await following(first, await continuation(first, channel), key);
  for (const message of held.values()) await message.delete();
}

/**
 * Whether it says that pages follow. What stands small below a page, "Page 1 of 3", has its numbers in every language.
 */
function isLong({ components }: Message): boolean {
  const small = [...JSON.stringify(components).matchAll(/"content":"-# ([^"]*)"/gu)].at(-1)?.[1] ?? "";
  return /^\D*\b1\b\D+(?:[2-9]|\d{2,})\D*$/u.test(small);
}

/** The messages that continue a post, by page. What somebody deleted is not among them. */
async function following(first: Message, where: SendableChannels, key: string): Promise<ReadonlyMap<number, Message>> {
  const fetched = await where.messages.fetch({ after: first.id, limit: HISTORY_PAGE, cache: false });
  const pageOf = new Map(Array.from({ length: HISTORY_PAGE }, (_, i) => [pageId(key, i), i]));
  const found = new Map<number, Message>();
  for (const message of [...fetched.values()].toReversed()) {
    if (message.author.id !== first.author.id) continue;
    const page = pageOf.get(message.components[0]?.id ?? 0);
    // The same post a second time.
    if (page === 0) break;
    if (page !== undefined && !found.has(page)) found.set(page, message);
  }
  return found;
}
