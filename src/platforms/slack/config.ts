import { address, BadVariable, host, port, type Environment } from "#core/chat/variable.ts";
import { defined } from "#core/text/defined.ts";

/**
 * How Slack is reached, as the environment says: by Socket Mode, by HTTP for one workspace, or by HTTP for many over
 * OAuth.
 */
export type SlackConfig =
  | (Common & { readonly mode: "socket"; readonly botToken: string; readonly appToken: string })
  | (Common & {
      readonly mode: "http";
      readonly botToken: string;
      readonly signingSecret: string;
      readonly port: number;
      /** What the port is bound to; all addresses where it is absent. */
      readonly host?: string;
    })
  | (Common & {
      readonly mode: "oauth";
      readonly signingSecret: string;
      readonly port: number;
      /** What the port is bound to; all addresses where it is absent. */
      readonly host?: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
    });

interface Common {
  /** Slack's Web API, with a slash at its end: `https://slack.com/api/`. Slack's own where it is absent. */
  readonly apiUrl?: string;
}

/**
 * How Slack is reached, undefined where nothing of it is set. @throws BadVariable for what is missing or cannot be used
 */
export function readConfig(env: Environment): SlackConfig | undefined {
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
    if (set(env["TALKS_ENCRYPTION_KEY"]) === undefined)
      throw new BadVariable(
        "TALKS_ENCRYPTION_KEY",
        "is missing beside SLACK_CLIENT_ID; make one with: openssl rand -hex 32",
      );
    return {
      mode: "oauth",
      signingSecret,
      port: port(env),
      ...defined({ host: host(env) }),
      clientId,
      clientSecret,
      stateSecret,
      ...common,
    };
  }
  if (botToken === undefined) {
    if (appToken !== undefined) throw missing("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN");
    return undefined;
  }
  if (appToken !== undefined) return { mode: "socket", botToken, appToken, ...common };
  if (signingSecret !== undefined)
    return { mode: "http", botToken, signingSecret, port: port(env), ...defined({ host: host(env) }), ...common };
  throw new BadVariable(
    "SLACK_BOT_TOKEN",
    "needs SLACK_APP_TOKEN beside it (Socket Mode), or SLACK_SIGNING_SECRET and PORT (HTTP)",
  );
}

function missing(variable: string, beside: string): BadVariable {
  return new BadVariable(variable, `is missing beside ${beside}; .env.example says what each one is`);
}
