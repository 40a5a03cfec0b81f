import { config as dotenv } from "dotenv";
import type { DiscordConfig } from "#platforms/discord/config.ts";
import type { SlackConfig } from "#platforms/slack/config.ts";
import { address, BadVariable, type Environment } from "./variable.ts";
import { portOf, slackOf } from "./slack-config.ts";

/** Each platform with the variable that turns it on, as the start line tells it. */
export const SWITCHES = [
  { platform: "Discord", variable: "DISCORD_TOKEN", key: "discord" },
  { platform: "Slack", variable: "SLACK_BOT_TOKEN", key: "slack" },
] as const;

/** What the environment says, checked: the only place that reads it. */
export interface Config {
  /** Folder for everything that Talks writes. */
  readonly home: string;
  /** PostgreSQL's address; SQLite in `home` where it is absent. */
  readonly databaseUrl?: string;
  /** Colour where somebody sees it; not where NO_COLOR is set (no-color.org). */
  readonly colour: boolean;
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
  /** Where the playground is served; absent where it is only served for want of a platform. */
  readonly playground?: { readonly host: string };
  /** The port for HTTP. */
  readonly port: number;
}

export { BadVariable } from "./variable.ts";

/** @throws BadVariable for the first variable that cannot be used */
export function readConfig(env: Environment): Config {
  const home = env["TALKS_HOME"] ?? "";
  if (home.includes("\0")) throw new BadVariable("TALKS_HOME", "is not a folder's path");
  const databaseUrl = env["DATABASE_URL"]?.trim() ?? "";
  if (databaseUrl !== "" && !/^postgres(?:ql)?:\/\//u.test(databaseUrl)) {
    throw new BadVariable(
      "DATABASE_URL",
      "is not a PostgreSQL address; write postgres://user:password@host:5432/database, or leave it empty for SQLite",
    );
  }
  const colour = (env["NO_COLOR"] ?? "") === "";
  const discord = discordOf(env);
  const slack = slackOf(env);
  const playground = playgroundOf(env["TALKS_PLAYGROUND"]);
  return {
    home: home === "" ? "./var" : home,
    colour,
    ...(databaseUrl === "" ? {} : { databaseUrl }),
    ...(discord === undefined ? {} : { discord }),
    ...(slack === undefined ? {} : { slack }),
    ...(playground === undefined ? {} : { playground }),
    port: portOf(env["PORT"]),
  };
}

function playgroundOf(value: string | undefined): { readonly host: string } | undefined {
  const typed = value?.trim() ?? "";
  if (typed === "" || typed === "0") return undefined;
  if (typed === "1") return { host: "127.0.0.1" };
  if (/^[\w.:-]+$/u.test(typed)) return { host: typed };
  throw new BadVariable("TALKS_PLAYGROUND", "is neither 1 nor an address to bind to, such as 0.0.0.0");
}

function discordOf(env: Environment): DiscordConfig | undefined {
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

/** Adds `.env` of the working folder to the environment, where there is one; what is set already stays. */
export function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  dotenv({ quiet: true });
  return process.env;
}
