import type { PlatformEntry } from "#core/chat/platform-entry.ts";
import { readConfig } from "./config.ts";

export const discord: PlatformEntry = {
  title: "Discord",
  variable: "DISCORD_TOKEN",
  configure(env) {
    const config = readConfig(env);
    if (config === undefined) return undefined;
    return async (host) => new (await import("./discord.ts")).Discord(config, host);
  },
};
