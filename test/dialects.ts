import type { Dialect } from "#core/request/dialect.ts";
import { DIALECT as discord } from "#platforms/discord/dialect.ts";
import { DIALECT as slack } from "#platforms/slack/dialect.ts";

const { command: _, ...own } = slack;

/**
 * Reads what either platform writes, for conversations that nobody's platform carries; opens channels as Slack does.
 * Commands stand as the core writes them.
 */
export const EITHER: Dialect = {
  ...own,
  mention: (text) => slack.mention?.(text) ?? discord.mention?.(text),
  channel: (text) => slack.channel?.(text) ?? discord.channel?.(text),
  thread: (text) => slack.thread?.(text) ?? discord.thread?.(text),
};
