import { address, BadVariable, bindAddress, type Environment } from "#core/chat/variable.ts";
import { defined } from "#core/text/defined.ts";

/** How Discord is reached, as the environment says. */
export interface DiscordConfig {
  readonly token: string;
  /** Where Discord's API is, without version: `https://discord.com/api`. Discord's own where it is absent. */
  readonly apiUrl?: string;
  /** The one server to register commands to, while developing. */
  readonly guildId?: string;
  /** Where Discord calls with interactions; they come over the gateway where it is absent. */
  readonly endpoint?: EndpointConfig;
}

export interface EndpointConfig {
  /** 32 bytes in hex. */
  readonly publicKey: string;
  readonly host: string;
  readonly port: number;
}

const LOOPBACK = { host: "127.0.0.1", port: 3003 };

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
  const endpoint = endpointOf(env);
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
    ...defined({ endpoint }),
  };
}

function endpointOf(env: Environment): EndpointConfig | undefined {
  const publicKey = env["DISCORD_PUBLIC_KEY"]?.trim() ?? "";
  const typed = env["DISCORD_HTTP"]?.trim() ?? "";
  const bound = typed === "" ? LOOPBACK : bindAddress("DISCORD_HTTP", typed);
  if (publicKey === "") return undefined;
  if (!/^[\da-f]{64}$/iu.test(publicKey)) {
    throw new BadVariable(
      "DISCORD_PUBLIC_KEY",
      "is not a public key (64 hex digits); copy it under General Information in the Developer Portal",
    );
  }
  return { publicKey: publicKey.toLowerCase(), ...bound };
}
