import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from "discord.js";
import { PlatformProblem } from "#core/chat/platform.ts";
import type { DiscordConfig } from "./config.ts";

/** Whether trying again cannot help: what is configured has to change. */
export function isLasting(error: unknown): boolean {
  if (error instanceof PlatformProblem) return true;
  if (error instanceof DiscordAPIError) return error.status === 401;
  if (error instanceof DiscordjsError) {
    return error.code === DiscordjsErrorCodes.TokenInvalid || error.code === DiscordjsErrorCodes.TokenMissing;
  }
  return error instanceof Error && /disallowed intents|invalid intents/iu.test(error.message);
}

/** Whether it is neither Discord's refusal nor out of reach: then it is our own. */
export function isMistake(error: unknown): boolean {
  return !(error instanceof DiscordAPIError) && !isLasting(error) && !isUnreachable(error);
}

/** Whether the network or Discord failed. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof HTTPError || error.name === "AbortError" || error.name === "TimeoutError") return true;
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(?:UND_ERR_(?!INVALID)|E(?!RR_))[A-Z_]+$/u.test(code) ||
    /unexpected server response|socket hang up/iu.test(error.message) ||
    isUnreachable(error.cause)
  );
}

/** What went wrong with Discord and what to do, in one line without the token. `again`: whether it is tried again. */
export function problemLine(error: unknown, { apiUrl, guildId }: DiscordConfig, again = true): string {
  if (error instanceof PlatformProblem) return error.message;
  const where = apiUrl ?? "https://discord.com/api";
  if (error instanceof DiscordjsError && isLasting(error)) return BAD_TOKEN;
  if (error instanceof DiscordAPIError) {
    if (error.code === 10_062 || error.code === 50_027 || error.code === 10_015) {
      return "Discord: the time to answer was over.";
    }
    if (error.status === 401) return BAD_TOKEN;
    if (error.code === 50_001 && guildId !== undefined) {
      return `Discord: the bot is not in the server ${guildId} (DISCORD_GUILD_ID), or was added without the scope applications.commands. Use the invite link.`;
    }
    return `Discord: ${error.message} (${error.code}, HTTP ${error.status}).`;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (isMistake(error)) return `Discord: something went wrong in Talks itself (${message}).`;
  return `Discord: ${where} cannot be reached (${message}). Check the network and DISCORD_API_URL${again ? "; Talks tries again" : ""}.`;
}

const BAD_TOKEN =
  "Discord: the token was refused. Copy a new one from the Developer Portal (Bot, Reset Token) to DISCORD_TOKEN and start Talks again.";

/** Why a connection was given up, by the gateway's close code. */
export function lostLine(code: number | undefined): string {
  if (code === 4004)
    return "Discord: the token is no longer valid. Copy a new one to DISCORD_TOKEN and start Talks again.";
  return `Discord: the connection was closed for good${code === undefined ? "" : ` (${code})`}; Talks connects again.`;
}
