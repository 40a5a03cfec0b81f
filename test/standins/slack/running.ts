import type { App } from "@slack/bolt";
import { onTestFinished } from "vitest";
import { bolt } from "./bolt-app.ts";
import type { Mode, Running } from "./bolt-app.ts";
import type { SlackOptions } from "./options.ts";
import { Slack } from "./slack.ts";

/** A stand-in with nobody connected, stopped after the test. */
export async function alone(options: SlackOptions = {}): Promise<Slack> {
  const slack = await Slack.start(options);
  onTestFinished(() => slack.stop());
  return slack;
}

/** A stand-in with the real Bolt app connected to it; both are stopped after the test. */
export async function connected(
  mode: Mode,
  listen: (app: App) => void,
  options: SlackOptions = {},
): Promise<Slack & { running: Running }> {
  const slack = await alone(options);
  const running = await bolt(slack, mode, listen);
  onTestFinished(() => running.stop());
  return Object.assign(slack, { running });
}

/** Calls the Web API without Bolt, and returns the whole answer. */
export async function call(
  slack: Slack,
  method: string,
  args: object,
  token = slack.botToken,
): Promise<Record<string, unknown>> {
  const headers = { "content-type": "application/json", ...(token === "" ? {} : { authorization: `Bearer ${token}` }) };
  const answered = await fetch(`${slack.apiUrl}${method}`, { method: "POST", headers, body: JSON.stringify(args) });
  const body: unknown = await answered.json();
  return {
    status: answered.status,
    retryAfter: answered.headers.get("retry-after"),
    ...(body as Record<string, unknown>),
  };
}
