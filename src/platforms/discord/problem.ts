import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from "discord.js";
import type { DiscordConfig } from "./config.ts";

/** Whether trying again cannot help: what is configured has to change. */
export function isLasting(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  if (error instanceof DiscordjsError) {
    return error.code === DiscordjsErrorCodes.TokenInvalid || error.code === DiscordjsErrorCodes.TokenMissing;
  }
  return error instanceof Error && /disallowed intents|invalid intents/iu.test(error.message);
}

/** What went wrong with Discord and what to do, in one line without the token. */
export function told(error: unknown, { apiUrl, guildId }: DiscordConfig): string {
  const where = apiUrl ?? "https://discord.com/api";
  if (error instanceof DiscordjsError && isLasting(error)) return BAD_TOKEN;
  if (error instanceof DiscordAPIError) {
    if (error.code === 10_062 || error.code === 50_027 || error.code === 10_015) {
      return "Discord: the time in which it could be answered was over.";
    }
    if (error.status === 401) return BAD_TOKEN;
    if (error.code === 50_001 && guildId !== undefined) {
      return `Discord: the bot is not in the server ${guildId} (DISCORD_GUILD_ID), or was added without the scope applications.commands. Use the invite link.`;
    }
    return `Discord: ${error.message} (${error.code}, HTTP ${error.status}).`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `Discord: ${where} cannot be reached (${message}). Check the network and DISCORD_API_URL; trying again.`;
}

const BAD_TOKEN =
  "Discord: the token was refused. Copy a new one from the Developer Portal (Bot, Reset Token) to DISCORD_TOKEN and start Talks again.";
