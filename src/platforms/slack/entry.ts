import type { PlatformEntry } from "#core/chat/platform-entry.ts";
import { readConfig } from "./config.ts";

export const slack: PlatformEntry = {
  title: "Slack",
  variable: "SLACK_BOT_TOKEN",
  configure(env) {
    const config = readConfig(env);
    if (config === undefined) return undefined;
    return async (host) => new (await import("./slack.ts")).Slack(config, host);
  },
};
