import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commands } from "#commands/index.ts";
import { MESSAGE_COMMANDS } from "#core/chat/message-commands.ts";
import { manifest, scopesOf } from "#platforms/slack/manifest.ts";

const text = (most: number): z.ZodString => z.string().min(1).max(most);
const address = z.string().regex(/^https?:\/\//u);

/**
 * What Slack's published schema (slackapi/manifest-schema, versions 1 and 2) says of the parts that we use; it takes no
 * others.
 */
const SCHEMA = z.strictObject({
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    background_color: z.string().regex(/^#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?$/u),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(60), message: text(300) })).max(4),
    }),
    unfurl_domains: z.array(text(255)).max(5).optional(),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(32).regex(/^\/[a-z]/u),
          description: text(2000),
          usage_hint: text(1000),
          should_escape: z.literal(true),
          url: address.optional(),
        }),
      )
      .length(1),
    shortcuts: z
      .array(
        z.strictObject({ name: text(24), type: z.literal("message"), callback_id: text(255), description: text(150) }),
      )
      .max(5),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(text(50)).max(255) }),
    redirect_urls: z.array(address).optional(),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(text(50)).max(100), request_url: address.optional() }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
  // docs: App manifest reference, "MCP servers".
  mcp_servers: z
    .record(
      z.string(),
      z.strictObject({ url: text(500).regex(/^https:/u), auth_type: z.literal("slack_identity_auth") }),
    )
    .optional(),
});

/** docs: each event's own page. The others need none. */
const NEEDS: Readonly<Record<string, string>> = {
  app_mention: "app_mentions:read",
  "message.im": "im:history",
  link_shared: "links:read",
};

describe.each([
  ["over Socket Mode", undefined, undefined],
  ["over HTTP", "https://talks.example/", undefined],
  ["over HTTP with an address outside", "https://talks.example/", "https://talks.example"],
] as const)("%s", (_, at, site) => {
  const made = SCHEMA.parse(manifest(commands, at, site));
  const SCOPES = scopesOf(site);

  it("is what Slack's schema takes", () => {
    expect(made.features.slash_commands.map((c) => c.command)).toEqual(["/talks"]);
    expect(made.settings.socket_mode_enabled).toBe(at === undefined);
  });

  it("has every address where Slack calls one, and none where it does not", () => {
    const events = at === undefined ? undefined : "https://talks.example/slack/events";
    expect(made.features.slash_commands[0]?.url).toBe(events);
    expect(made.settings.event_subscriptions.request_url).toBe(events);
    expect(made.settings.interactivity.request_url).toBe(events);
    expect(made.oauth_config.redirect_urls === undefined).toBe(at === undefined);
  });

  it("offers the commands for messages, each under a name of its own", () => {
    expect(made.features.shortcuts.map((s) => s.name)).toEqual(MESSAGE_COMMANDS.map((c) => c.name));
    expect(new Set(made.features.shortcuts.map((s) => s.callback_id)).size).toBe(MESSAGE_COMMANDS.length);
  });

  it("asks for the scope of every event, for each once, and for none that reads what nobody addressed to it", () => {
    const events = made.settings.event_subscriptions.bot_events;
    expect(events.flatMap((e) => NEEDS[e] ?? []).filter((s) => !SCOPES.some((one) => one === s))).toEqual([]);
    expect(new Set(SCOPES).size).toBe(SCOPES.length);
    expect(made.oauth_config.scopes.bot).toEqual([...SCOPES]);
    expect(SCOPES.filter((s) => /write\.(?:public|customize)|email|reactions|admin/u.test(s))).toEqual([]);
    expect(events.filter((e) => e.startsWith("message.") && e !== "message.im")).toEqual([]);
  });

  it("unfurls pages and lets Slackbot ask only where Talks has an address outside", () => {
    expect(made.features.unfurl_domains).toEqual(site === undefined ? undefined : ["talks.example"]);
    expect(made.mcp_servers?.["talks"]?.url).toBe(site === undefined ? undefined : "https://talks.example/mcp");
    const outside = ["link_shared", "entity_details_requested"];
    const events = made.settings.event_subscriptions.bot_events;
    expect(outside.every((event) => events.includes(event))).toBe(site !== undefined);
    expect(["links:read", "links:write", "mcp:connect"].every((s) => SCOPES.includes(s))).toBe(site !== undefined);
  });
});
