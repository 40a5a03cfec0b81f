import type { SlackConfig } from "#platforms/slack/config.ts";
import { address, BadVariable, type Environment } from "./variable.ts";

const PORT = 3000;

/** How Slack is reached, undefined where nothing of it is set. @throws BadVariable for what is missing or cannot be used */
export function slackOf(env: Environment): SlackConfig | undefined {
  const set = (value: string | undefined): string | undefined => {
    const typed = value?.trim() ?? "";
    return typed === "" ? undefined : typed;
  };
  const botToken = set(env["SLACK_BOT_TOKEN"]);
  const appToken = set(env["SLACK_APP_TOKEN"]);
  const signingSecret = set(env["SLACK_SIGNING_SECRET"]);
  const clientId = set(env["SLACK_CLIENT_ID"]);
  const clientSecret = set(env["SLACK_CLIENT_SECRET"]);
  const stateSecret = set(env["SLACK_STATE_SECRET"]);
  const apiUrl = address("SLACK_API_URL", env["SLACK_API_URL"]);
  const common = apiUrl === undefined ? {} : { apiUrl: `${apiUrl}/` };
  if (botToken !== undefined && !botToken.startsWith("xoxb-"))
    throw new BadVariable("SLACK_BOT_TOKEN", "is not a bot token (xoxb-…); copy it under OAuth & Permissions");
  if (appToken !== undefined && !appToken.startsWith("xapp-"))
    throw new BadVariable("SLACK_APP_TOKEN", "is not an app-level token (xapp-…); make one under Basic Information");
  if (clientId !== undefined) {
    if (clientSecret === undefined) throw missing("SLACK_CLIENT_SECRET", "SLACK_CLIENT_ID");
    if (stateSecret === undefined) throw missing("SLACK_STATE_SECRET", "SLACK_CLIENT_ID");
    if (signingSecret === undefined) throw missing("SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID");
    const encryptionKey = keyOf(env["TALKS_ENCRYPTION_KEY"]);
    const port = portOf(env["PORT"]);
    return { mode: "oauth", signingSecret, port, clientId, clientSecret, stateSecret, encryptionKey, ...common };
  }
  if (botToken === undefined) {
    if (appToken !== undefined) throw missing("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN");
    return undefined;
  }
  if (appToken !== undefined) return { mode: "socket", botToken, appToken, ...common };
  if (signingSecret !== undefined)
    return { mode: "http", botToken, signingSecret, port: portOf(env["PORT"]), ...common };
  throw new BadVariable(
    "SLACK_BOT_TOKEN",
    "needs SLACK_APP_TOKEN beside it (Socket Mode), or SLACK_SIGNING_SECRET and PORT (HTTP)",
  );
}

function missing(variable: string, beside: string): BadVariable {
  return new BadVariable(variable, `is missing beside ${beside}; .env.example says what each one is`);
}

/** @throws BadVariable */
export function portOf(value: string | undefined): number {
  const typed = value?.trim() ?? "";
  const port = typed === "" ? PORT : Number(typed);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new BadVariable("PORT", "is not a port, a number up to 65535");
  return port;
}

function keyOf(value: string | undefined): Buffer {
  const typed = value?.trim() ?? "";
  const key = /^[0-9a-f]{64}$/iu.test(typed) ? Buffer.from(typed, "hex") : Buffer.from(typed, "base64");
  if (key.length === 32) return key;
  throw new BadVariable(
    "TALKS_ENCRYPTION_KEY",
    "is not 32 bytes in hex or base64; make one with: openssl rand -hex 32",
  );
}
