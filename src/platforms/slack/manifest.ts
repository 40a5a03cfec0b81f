import { ABOUT_GROUPS, GROUPS, type Commands } from "#core/answer/command.ts";
import { MESSAGE_COMMANDS } from "#core/chat/message-commands.ts";

/**
 * The least that Talks needs. `files:read` is for a file to import; the last line is for finding a digest again after a
 * lost answer.
 */
export const SCOPES = [
  "commands",
  "files:read",
  "chat:write",
  "app_mentions:read",
  "im:history",
  "im:write",
  "users:read",
  "usergroups:read",
  "channels:read",
  "groups:read",
  "channels:history",
  "groups:history",
] as const;

const EVENTS = ["app_mention", "message.im", "app_home_opened", "app_uninstalled", "tokens_revoked"] as const;

/** A message command's name as Slack gives it back. */
export function shortcutId(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

/**
 * The app's manifest (docs: App manifest reference), from the command list. `address`: where Slack reaches Talks over
 * HTTP; Socket Mode without one.
 */
export function manifest(commands: Commands, address: string | undefined) {
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
    },
    oauth_config: {
      scopes: { bot: [...SCOPES] },
      ...(address === undefined ? {} : { redirect_urls: [`${address.replace(/\/+$/u, "")}/slack/oauth_redirect`] }),
    },
    settings: {
      event_subscriptions: { bot_events: [...EVENTS], ...request },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: address === undefined,
      token_rotation_enabled: false,
    },
  };
}
