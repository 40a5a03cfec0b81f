import { address, BadVariable, type Environment } from "#core/chat/variable.ts";

/** How Discord is reached, as the environment says. */
export interface DiscordConfig {
  readonly token: string;
  /** Where Discord's API is, without version: `https://discord.com/api`. Discord's own where it is absent. */
  readonly apiUrl?: string;
  /** The one server to register commands to, while developing. */
  readonly guildId?: string;
}

/** How Discord is reached, undefined where its token is not set. @throws BadVariable */
export function readConfig(env: Environment): DiscordConfig | undefined {
  const token = env["DISCORD_TOKEN"]?.trim() ?? "";
  const apiUrl = address("DISCORD_API_URL", env["DISCORD_API_URL"]);
  const guildId = env["DISCORD_GUILD_ID"]?.trim() ?? "";
  if (guildId !== "" && !/^\d{1,20}$/u.test(guildId)) {
    throw new BadVariable(
      "DISCORD_GUILD_ID",
      "is not a server's id; with Developer Mode on, right-click the server and Copy Server ID",
    );
  }
  if (token === "") return undefined;
  // Discord: Reference, authentication. A bot token has three parts; what else one finds on the portal's pages has not.
  if (!/^(?:Bot )?[\w-]+\.[\w-]+\.[\w-]+$/u.test(token)) {
    throw new BadVariable(
      "DISCORD_TOKEN",
      "is not a bot token (three parts with dots); copy it under Bot, Reset Token, in the Developer Portal",
    );
  }
  return {
    token: token.replace(/^Bot /u, ""),
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(guildId === "" ? {} : { guildId }),
  };
}
