import { aboutMe } from "./routes/about-me.ts";
import { callback } from "./routes/callback.ts";
import { channels } from "./routes/channels.ts";
import { commandPermissions, commands } from "./routes/commands.ts";
import { guilds } from "./routes/guilds.ts";
import { threads } from "./routes/threads.ts";
import type { Route } from "./routes/route.ts";
import { webhooks } from "./routes/webhooks.ts";

export interface Matched {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Fixed paths before those with parameters: `/users/@me` is nobody's id. */
const ROUTES = [
  ...aboutMe,
  ...guilds,
  ...commandPermissions,
  ...commands,
  ...callback,
  ...webhooks,
  ...channels,
  ...threads,
].map((route) => ({ route, pattern: patternOf(route.template) }));

export function match(method: string, path: string): Matched | undefined {
  for (const { route, pattern } of ROUTES) {
    const matched = route.method === method ? pattern.exec(path) : null;
    if (matched !== null) return { route, params: { ...matched.groups } };
  }
  return undefined;
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{(\w+)\}/gu, "(?<$1>[^/]+)")}$`, "u");
}
