import { webApi } from "@slack/bolt";
import type { SlackConfig } from "./config.ts";
import { refusedAs } from "./web.ts";

const TOKEN = new Set(["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"]);

/** Whether trying again cannot help: what is configured has to change. */
export function isLasting(error: unknown): boolean {
  const word = refusedAs(error) ?? "";
  return TOKEN.has(word) || word === "not_allowed_token_type" || word === "missing_scope" || isTaken(error);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
}

/** What went wrong with Slack and what to do, in one line without a token. */
export function told(error: unknown, config: SlackConfig): string {
  const word = refusedAs(error);
  if (word !== undefined && (TOKEN.has(word) || word === "not_allowed_token_type")) {
    const app =
      config.mode === "socket" && /apps\.connections/u.test(String(error instanceof Error ? error.stack : ""));
    const which = app || word === "not_allowed_token_type" ? "SLACK_APP_TOKEN" : "SLACK_BOT_TOKEN";
    return `Slack: ${which} was refused (${word}). Copy it anew from your app's settings at api.slack.com/apps and start Talks again.`;
  }
  if (word === "missing_scope")
    return "Slack: a scope is missing. Update the app from npm run slack:manifest and install it again.";
  if (word !== undefined) return `Slack: ${word}.`;
  if (isTaken(error))
    return `Slack: the port cannot be used (${error instanceof Error ? error.message : ""}). Set another PORT.`;
  const message = error instanceof Error ? error.message : String(error);
  if (!isNetwork(error)) return `Slack: ${message}`;
  return `Slack: ${config.apiUrl ?? "https://slack.com/api/"} cannot be reached (${message}). Check the network and SLACK_API_URL; trying again.`;
}

function isNetwork(error: unknown): boolean {
  return error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError;
}
