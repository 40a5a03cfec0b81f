/** Every event the app of this product subscribes to; `SlackOptions.events` narrows it. */
const ALL_EVENTS = [
  "app_mention",
  "message.im",
  "app_home_opened",
  "app_uninstalled",
  "tokens_revoked",
  "member_joined_channel",
  "member_left_channel",
  "channel_left",
  "channel_archive",
  "channel_unarchive",
  "channel_deleted",
  "channel_rename",
  "group_archive",
  "group_left",
  "subteam_updated",
  "user_change",
] as const;

/** The least the product asks for, with reading history to reconcile digests. */
export const USUAL_SCOPES = [
  "commands",
  "chat:write",
  "app_mentions:read",
  "im:history",
  "im:read",
  "im:write",
  "channels:read",
  "channels:history",
  "groups:read",
  "groups:history",
  "users:read",
  "usergroups:read",
  "team:read",
] as const;

export interface SlackOptions {
  /** Scopes of the home workspace's installation; `USUAL_SCOPES` unless given. */
  readonly scopes?: readonly string[];
  readonly events?: readonly string[];
  /** Milliseconds Slack waits for an acknowledgement: 3,000, or less to keep a test of lateness short. */
  readonly acknowledgeWithin?: number;
  /** Milliseconds before each redelivery of an unacknowledged event; Slack's are at once, 1 minute, 5 minutes. */
  readonly retryAfter?: readonly number[];
  /** Whether user, channel and group names in slash commands become `<@U…|name>`; a switch of the app's settings. */
  readonly escapeSlashText?: boolean;
  /** Keep the documented rate limits. */
  readonly rateLimits?: boolean;
  /** How many messages a channel keeps before the oldest go. */
  readonly keepMessages?: number;
  /** How many calls of the app, and how many things that happened, are remembered at least. */
  readonly keepHistory?: number;
}

export interface Settings {
  readonly events: ReadonlySet<string>;
  readonly acknowledgeWithin: number;
  readonly retryAfter: readonly number[];
  readonly escapeSlashText: boolean;
  readonly keepMessages: number;
  readonly keepHistory: number;
}

/**
 * docs.slack.dev/apis/events-api: acknowledge within 3 seconds; three retries, at once, after 1 and after 5 minutes.
 */
export function settings(options: SlackOptions): Settings {
  return {
    events: new Set(options.events ?? ALL_EVENTS),
    acknowledgeWithin: options.acknowledgeWithin ?? 3000,
    retryAfter: options.retryAfter ?? [0, 60_000, 300_000],
    escapeSlashText: options.escapeSlashText ?? true,
    keepMessages: options.keepMessages ?? 5000,
    keepHistory: options.keepHistory ?? 5000,
  };
}
