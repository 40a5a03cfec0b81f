import { ABOUT_GROUPS, GROUPS, type Commands } from "#core/answer/command.ts";
import { MESSAGE_COMMANDS } from "#core/chat/message-commands.ts";

/**
 * The least that Talks needs. `files:read` is for a file to import, `files:write` for pictures, `assistant:write` for
 * suggested questions; the last line is for finding a digest again after a lost answer.
 */
const SCOPES = [
  "commands",
  "files:read",
  "files:write",
  "chat:write",
  "app_mentions:read",
  "im:history",
  "im:write",
  "assistant:write",
  "users:read",
  "usergroups:read",
  "channels:read",
  "groups:read",
  "channels:history",
  "groups:history",
] as const;

/** What more it needs where facts have public pages and Slackbot may ask: where Talks has an address outside. */
const SITE_SCOPES = ["links:read", "links:write", "mcp:connect"] as const;

/** What an installation asks for. `site`: the address that Talks is called by from outside. */
export function scopesOf(site: string | undefined): readonly string[] {
  return site === undefined ? SCOPES : [...SCOPES, ...SITE_SCOPES];
}

const EVENTS = ["app_mention", "message.im", "app_home_opened", "app_uninstalled", "tokens_revoked"] as const;
const SITE_EVENTS = ["link_shared", "entity_details_requested"] as const;

/** What Slack suggests until a desk's own questions are there. */
const PROMPTS = [
  { title: "Where do sources differ?", message: "Where do sources differ?" },
  { title: "What changed lately?", message: "What changed lately?" },
  { title: "What can Talks do?", message: "help" },
];

/** A message command's name as Slack gives it back. */
export function shortcutId(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

/**
 * The app's manifest (docs: App manifest reference), from the command list. `address`: where Slack reaches Talks over
 * HTTP; Socket Mode without one. `site`: where Talks is called by from outside; without one there are no pages to
 * unfurl, and Slackbot's MCP client reaches nothing.
 */
export function manifest(commands: Commands, address: string | undefined, site?: string) {
  const url = address === undefined ? {} : { url: `${address.replace(/\/+$/u, "")}/slack/events` };
  const request = address === undefined ? {} : { request_url: `${address.replace(/\/+$/u, "")}/slack/events` };
  const groups = GROUPS.filter((g) => commands.group(g).length > 0 && g !== "talks").map((g) => `${g} …`);
  return {
    display_information: {
      name: "Talks",
      description: "A sourced fact desk: who led, where, how long, who said what",
      background_color: "#1f3a5f",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      // New apps get no other way to talk with people (docs: Migrating to the Agent messaging experience).
      agent_view: {
        agent_description: "Ask who led, where, how long, who said what. Every answer names its article and paragraph.",
        suggested_prompts: PROMPTS,
      },
      bot_user: { display_name: "Talks", always_online: true },
      slash_commands: [
        {
          command: "/talks",
          description: ABOUT_GROUPS.talks,
          usage_hint: ["who-led", "a question", ...groups, "help"].join(" | "),
          should_escape: true,
          ...url,
        },
      ],
      shortcuts: MESSAGE_COMMANDS.map(({ name, about }) => ({
        type: "message",
        name,
        callback_id: shortcutId(name),
        description: about,
      })),
      ...(site === undefined ? {} : { unfurl_domains: [new URL(site).hostname] }),
    },
    oauth_config: {
      scopes: { bot: [...scopesOf(site)] },
      ...(address === undefined ? {} : { redirect_urls: [`${address.replace(/\/+$/u, "")}/slack/oauth_redirect`] }),
    },
    settings: {
      event_subscriptions: { bot_events: [...EVENTS, ...(site === undefined ? [] : SITE_EVENTS)], ...request },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: address === undefined,
      token_rotation_enabled: false,
    },
    // docs: App manifest reference, "MCP servers".
    ...(site === undefined ? {} : { mcp_servers: { talks: { url: `${site}/mcp`, auth_type: "slack_identity_auth" } } }),
  };
}
