import { randomBytes } from "node:crypto";
import type { Platform } from "./platform.ts";
import type { Installation } from "./world.ts";

/** Installs the app in a workspace: a new token each time, the same bot user while it stays a member. */
export function install(platform: Platform, teamId: string, scopes: readonly string[], wide = false): Installation {
  const before = platform.world.installations.find((one) => one.teamId === teamId);
  const botUserId = before?.botUserId ?? platform.ids.next("U");
  platform.world.people.set(botUserId, {
    id: botUserId,
    name: "talks",
    teamId,
    role: "bot",
    locale: "en-US",
    timezone: "Etc/UTC",
    deactivated: false,
  });
  const made: Installation = {
    teamId,
    enterpriseId: platform.world.teams.get(teamId)?.enterpriseId,
    wide,
    botToken: `xoxb-${randomBytes(18).toString("hex")}`,
    botUserId,
    botId: before?.botId ?? platform.ids.next("B"),
    scopes: new Set(scopes),
    state: "active",
  };
  platform.world.installations.push(made);
  return made;
}
