import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { toldIn } from "#core/reply/reply.ts";
import { webApi } from "@slack/bolt";
import { PlatformProblem } from "#core/chat/platform.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import type { SlackConfig } from "./config.ts";
import { refusedAs } from "./web.ts";

const TOKEN = new Set(["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"]);

/** Whether trying again cannot help: what is configured has to change. */
export function isLasting(error: unknown): boolean {
  const word = refusedAs(error) ?? "";
  if (error instanceof PlatformProblem) return true;
  return TOKEN.has(word) || word === "not_allowed_token_type" || word === "missing_scope" || isTaken(error);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
}

type TokenName = "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN";

/**
 * What went wrong with Slack and what to do, in one line without a token. `which`: the token that the call was made
 * with. `again`: whether it is tried again.
 */
export function problemLine(
  error: unknown,
  config: SlackConfig,
  { which = "SLACK_BOT_TOKEN", again = true }: { readonly which?: TokenName; readonly again?: boolean } = {},
): string {
  const word = refusedAs(error);
  if (error instanceof PlatformProblem) return error.message;
  if (word !== undefined && (TOKEN.has(word) || word === "not_allowed_token_type")) {
    return `Slack: ${which} was refused (${word}). Copy it again from your app's settings at api.slack.com/apps and start Talks again.`;
  }
  if (word === "missing_scope" && which === "SLACK_APP_TOKEN")
    return "Slack: SLACK_APP_TOKEN lacks connections:write. Make one that has it under Basic Information, App-Level Tokens.";
  if (word === "missing_scope")
    return "Slack: a scope is missing. Update the app from npm run slack:manifest and install it again.";
  if (word !== undefined) return `Slack: ${word}.`;
  if (isTaken(error))
    return `Slack: the port cannot be used (${error instanceof Error ? error.message : ""}). Set another PORT.`;
  const message = error instanceof Error ? error.message : String(error);
  if (!isNetwork(error)) return `Slack: ${message}`;
  return `Slack: ${config.apiUrl ?? "https://slack.com/api/"} cannot be reached (${message}). Check the network and SLACK_API_URL${again ? "; Talks tries again" : ""}.`;
}

function isNetwork(error: unknown): boolean {
  return error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError;
}

/** What Slack refused, told as Slack's in a language; undefined where it is none of Slack's. */
export function slackRefusal(error: unknown, at: Told): Refusal | undefined {
  const word = refusedAs(error);
  if (word === undefined) return undefined;
  if (TOKEN.has(word)) {
    return toldIn(
      refuse(
        "failed",
        tell(at, "platform.token", { platform: "Slack", word }),
        tell(at, "platform.install", { variable: "SLACK_BOT_TOKEN" }),
      ),
      at.tongue,
    );
  }
  if (word === "missing_scope") {
    return toldIn(
      refuse(
        "failed",
        tell(at, "platform.scope", { platform: "Slack" }),
        tell(at, "platform.manifest", { line: "npm run slack:manifest" }),
      ),
      at.tongue,
    );
  }
  return undefined;
}
