import { expect, onTestFinished } from "vitest";
import { commands } from "#commands/index.ts";
import { readConfig } from "#platforms/slack/config.ts";
import { FORM } from "#platforms/slack/form.ts";
import { manifest, scopesOf } from "#platforms/slack/manifest.ts";
import { Slack as Platform } from "#platforms/slack/slack.ts";
import type { Paint } from "#core/chat/paint.ts";
import type { Library } from "#core/desk/library-view.ts";
import type { Store } from "#core/desk/store.ts";
import { sealingWith } from "#src/app/sealing.ts";
import { hosted, type Hosted } from "#test/hosted.ts";
import type { Gesture } from "#test/standins/slack/acting/gesture.ts";
import type { SlackOptions } from "#test/standins/slack/options.ts";
import type { RequestAddress } from "#test/standins/slack/request-address.ts";
import { Slack } from "#test/standins/slack/slack.ts";
import type { View } from "#test/standins/slack/views.ts";

/** Has something closed after the test, the last first. Tests that run side by side give their own `onTestFinished`. */
type Finish = (close: () => Promise<void>) => void;

export type Mode = "socket" | "http" | "oauth";
export const MODES = ["socket", "http"] as const;
export const KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/** Talks connected to a stand-in of Slack, both stopped after the test. */
export interface Running extends Hosted {
  readonly slack: Slack;
  readonly talks: Platform;
  /** Over HTTP, the address that Slack calls. */
  readonly address: RequestAddress | undefined;
}

/** `disturbed`: the test breaks things, so that violations and defects are its own to judge. */
export async function talksInSlack(
  mode: Mode = "socket",
  options: SlackOptions & {
    readonly store?: Store;
    readonly library?: Library;
    readonly disturbed?: boolean;
    /** The address that Talks is called by from outside. */
    readonly site?: string;
    readonly paint?: Paint;
  } = {},
  finish: Finish = onTestFinished,
): Promise<Running> {
  const { store, library, disturbed, site, paint, ...rest } = options;
  const { bot_events: events } = manifest(commands, undefined, site).settings.event_subscriptions;
  const slack = await Slack.start({ scopes: scopesOf(site), events, ...rest });
  finish(() => slack.stop());
  const host = await hosted(store, library, { site, paint });
  const config = readConfig({ ...slack.environment(mode), PORT: "0", TALKS_ENCRYPTION_KEY: KEY });
  if (config === undefined) throw new Error("nothing is configured");
  const talks = new Platform(config, { ...host.host, sealing: sealingWith(Buffer.from(KEY, "hex")) });
  finish(async () => {
    await talks.stop();
    if (disturbed === true) return;
    expect(slack.violations).toEqual([]);
    expect(slack.warnings).toEqual([]);
    expect(host.incidents).toEqual([]);
  });
  await talks.start();
  if (mode === "socket") await slack.connected();
  const origin = `http://127.0.0.1:${talks.port ?? 0}`;
  if (mode === "oauth") slack.redirectUri = `${origin}/slack/oauth_redirect`;
  const address = mode === "socket" ? undefined : slack.deliverTo(`${origin}/slack/events`);
  return { ...host, slack, talks, address };
}

/** Everything that a message says, in order: what one reads of its blocks. */
export function shown(message: { readonly blocks?: unknown; readonly text?: unknown }): string {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (typeof value === "object" && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        if ((key === "text" || key === "fallback") && typeof one === "string") words.push(one);
        else if (key !== "value" && key !== "action_id") walk(one);
      }
    }
  };
  walk(message.blocks);
  return words.length === 0 ? String(message.text) : words.join(" ");
}

/** The form that a message shortcut leads to: a view may say before that Talks is reading. */
export async function formOf(gesture: Gesture): Promise<View> {
  const view = await gesture.view();
  await expect.poll(() => view.given["callback_id"]).toBe(FORM);
  return view;
}
